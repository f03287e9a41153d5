package org.urgentaction.campaign;

import org.jspecify.annotations.Nullable;

/**
 * A fax number.
 *
 * @param note what the writer must know when dialling (ask for a fax tone); never printed on a page
 *     that is sent
 */
public record Fax(String number, @Nullable String note) {}
