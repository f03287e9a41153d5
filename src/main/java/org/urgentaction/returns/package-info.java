/** What comes back: mailboxes read message by message, and what each message reports. */
@NullMarked
package org.urgentaction.returns;

import org.jspecify.annotations.NullMarked;
