package org.urgentaction.log;

/**
 * What {@link ActionLog#forget} took away.
 *
 * @param actions those whose totals alone are left
 * @param records those of which numbers and seals alone are left
 */
public record Forgotten(long actions, long records) {}
