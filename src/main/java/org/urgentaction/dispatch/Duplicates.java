package org.urgentaction.dispatch;

import java.util.HashSet;
import java.util.Set;
import org.urgentaction.log.ActionKey;

/**
 * Finds the letters that a list asks for twice, by 64 bits each: those of a hundred thousand
 * writers take a few megabytes.
 */
final class Duplicates {
  private static final int DIGITS = 16;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Set<Long> seen = new HashSet<>();

  /** Whether this is the first letter of its kind. */
  boolean first(ActionKey key) {
    return seen.add(digest(key));
  }

  /** The writer's hash is hex and evenly spread; the target tells a writer's letters apart. */
  private static long digest(ActionKey key) {
    long writer = Long.parseUnsignedLong(key.writer().substring(0, DIGITS), 16);
    return writer ^ (key.target().hashCode() * SPREAD);
  }
}
