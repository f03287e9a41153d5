/** Paper: the typesetter that draws a Document as pages of a tagged, archival PDF. */
@NullMarked
package org.urgentaction.typeset;

import org.jspecify.annotations.NullMarked;
