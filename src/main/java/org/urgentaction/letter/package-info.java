/** Letters: writers, supporter lists, templates, and one letter from one writer to one official. */
@NullMarked
package org.urgentaction.letter;

import org.jspecify.annotations.NullMarked;
