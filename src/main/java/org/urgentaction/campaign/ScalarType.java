package org.urgentaction.campaign;

import org.jspecify.annotations.Nullable;

/**
 * How one kind of value (a date, an address, a line of text) is read from the text that was
 * written.
 */
@FunctionalInterface
interface ScalarType<T> {

  /** The value, or null after an error was noted. */
  @Nullable T read(YamlNode.Text node, String path);
}
