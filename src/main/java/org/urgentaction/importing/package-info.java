/**
 * Urgent Actions as they were issued (Word, PDF, web page, plain text), read into what a campaign
 * file holds: lines in reading order, then what they say, then a campaign file to review.
 */
@NullMarked
package org.urgentaction.importing;

import org.jspecify.annotations.NullMarked;
