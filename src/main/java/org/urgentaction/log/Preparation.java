package org.urgentaction.log;

/**
 * A letter that was made.
 *
 * @param sha256 of its file, lower-case hex
 */
public record Preparation(ActionKey key, ActionDetails details, String sha256) {}
