package org.urgentaction.campaign;

import java.time.LocalDate;

/**
 * The end of a campaign before its deadline: appeals are no longer wanted, good news included.
 *
 * @param on first day on which nothing more is sent
 */
public record Stopped(LocalDate on, Localized<String> because) {}
