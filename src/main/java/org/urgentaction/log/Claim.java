package org.urgentaction.log;

/**
 * The answer to a claim: granted to this process and durable, or the state that stands against it.
 */
public record Claim(boolean granted, ActionRecord action) {}
