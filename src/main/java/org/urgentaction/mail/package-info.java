/** Mail: MIME messages, the SMTP client and the rehearsal server inside the program. */
@NullMarked
package org.urgentaction.mail;

import org.jspecify.annotations.NullMarked;
