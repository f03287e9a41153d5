package org.urgentaction.log;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An official's answer, as somebody noted it.
 *
 * @param on the day on which it came
 */
public record Reply(String campaign, String target, LocalDate on, @Nullable String words) {}
