/** Writes a Document as a Word file (ISO/IEC 29500), styled as a person would have set it. */
@NullMarked
package org.urgentaction.docx;

import org.jspecify.annotations.NullMarked;
