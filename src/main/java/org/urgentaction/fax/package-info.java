/** Fax: pages as a fax machine sends them, black and white, as PDF and as TIFF. */
@NullMarked
package org.urgentaction.fax;

import org.jspecify.annotations.NullMarked;
