/**
 * Campaign files as a person would have written them: findings made into a campaign, its text in
 * YAML with comments on what is doubtful, and additions to a file that is there.
 */
@NullMarked
package org.urgentaction.importing.draft;

import org.jspecify.annotations.NullMarked;
