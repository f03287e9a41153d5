package org.urgentaction.log;

/** An action that a process would like to take. */
public record ClaimRequest(ActionKey key, ActionDetails details) {}
