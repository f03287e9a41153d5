/** An urgent-action letter generator and mailer; a package per room, see docs/architecture.md. */
@NullMarked
package org.urgentaction;

import org.jspecify.annotations.NullMarked;
