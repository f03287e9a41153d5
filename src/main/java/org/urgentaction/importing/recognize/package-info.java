/**
 * Finds in the lines of an issued document what an Urgent Action says: labels divide the lines into
 * sections, and a class for each field reads its sections. The words of labels are data.
 */
@NullMarked
package org.urgentaction.importing.recognize;

import org.jspecify.annotations.NullMarked;
