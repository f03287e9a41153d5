package org.urgentaction.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who makes a move: some are the program's to make, others need evidence or a person's word. */
public enum Actor {
  PROGRAM,
  /** The message itself, found in a mailbox or in a delivery report. */
  EVIDENCE,
  PERSON;

  /** Whether what {@code other} may do is this one's to do as well. */
  boolean covers(Actor other) {
    return other == PROGRAM || this == other || this == PERSON;
  }

  /** Reads what {@link #toString()} writes. */
  static Optional<Actor> parse(String text) {
    return Arrays.stream(values()).filter(actor -> actor.toString().equals(text)).findFirst();
  }

  /** As the log writes it: lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
