/** Strangers' files read within limits: how a text is encoded, the XML parts of an Office file. */
@NullMarked
package org.urgentaction.input;

import org.jspecify.annotations.NullMarked;
