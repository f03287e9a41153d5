/** The coordinators' pages: behind a key, for whoever sits at this machine. */
@NullMarked
package org.urgentaction.web.desk;

import org.jspecify.annotations.NullMarked;
