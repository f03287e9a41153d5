/** How every room says what is wrong with its input: file, line, column and the next step. */
@NullMarked
package org.urgentaction.problem;

import org.jspecify.annotations.NullMarked;
