package org.urgentaction.cli;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A password that is asked for once, however many connections sign in with it. */
final class Secret implements Supplier<char[]> {
  private final Supplier<char[]> source;
  private char @Nullable [] known;

  Secret(Supplier<char[]> source) {
    this.source = source;
  }

  @Override
  public synchronized char[] get() {
    if (known == null) {
      known = source.get();
    }
    return known.clone();
  }
}
