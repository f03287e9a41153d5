/** Dispatch: plans and runs of letters through a channel, recorded in the log. */
@NullMarked
package org.urgentaction.dispatch;

import org.jspecify.annotations.NullMarked;
