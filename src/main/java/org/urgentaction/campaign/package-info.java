/** Campaigns: the records of an Urgent Action, and reading, checking and finding them. */
@NullMarked
package org.urgentaction.campaign;

import org.jspecify.annotations.NullMarked;
