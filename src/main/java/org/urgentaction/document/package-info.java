/**
 * The Document: a small semantic tree that every output is a rendering of, read from a template's
 * HTML.
 */
@NullMarked
package org.urgentaction.document;

import org.jspecify.annotations.NullMarked;
