/** A list made into letters, planned, rehearsed and sent: the same for a terminal and a browser. */
@NullMarked
package org.urgentaction.sending;

import org.jspecify.annotations.NullMarked;
