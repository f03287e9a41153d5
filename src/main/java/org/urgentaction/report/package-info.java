/** What was done, added up: as text, as a chart, and as figures for other programs. */
@NullMarked
package org.urgentaction.report;

import org.jspecify.annotations.NullMarked;
