package org.urgentaction.importing;

import org.jspecify.annotations.Nullable;

/**
 * A value found in a document, with the line it came from and, where it may be read otherwise, what
 * a person should look at.
 *
 * @param line {@link IssuedLine#number} of its first line
 * @param doubt a short English clause for a {@code # check:} comment; null where the value is
 *     certain
 */
public record Found<T>(T value, int line, @Nullable String doubt) {

  public static <T> Found<T> certain(T value, int line) {
    return new Found<>(value, line, null);
  }

  public static <T> Found<T> doubtful(T value, int line, String doubt) {
    return new Found<>(value, line, doubt);
  }
}
