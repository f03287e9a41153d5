/** The command line: the one place where rooms are wired together and streams are written. */
@NullMarked
package org.urgentaction.cli;

import org.jspecify.annotations.NullMarked;
