/**
 * Reading an issued document, whatever its format, into lines in reading order: Word files, PDF,
 * web pages and plain text, each within limits of time and memory.
 */
@NullMarked
package org.urgentaction.importing.read;

import org.jspecify.annotations.NullMarked;
