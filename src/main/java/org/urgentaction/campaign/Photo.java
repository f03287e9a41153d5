package org.urgentaction.campaign;

import org.jspecify.annotations.Nullable;

/**
 * A picture of the person at risk or of the case.
 *
 * @param file relative to the campaign file
 */
public record Photo(
    String file, Localized<String> alt, Localized<String> caption, @Nullable String credit) {}
