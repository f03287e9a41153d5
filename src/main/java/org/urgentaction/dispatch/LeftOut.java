package org.urgentaction.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter that is not sent.
 *
 * @param words for people, with what they can do
 * @param until when it may be tried again, where that is known
 */
public record LeftOut(Assignment assignment, Reason reason, String words, @Nullable Instant until) {
  public LeftOut(Assignment assignment, Reason reason, String words) {
    this(assignment, reason, words, null);
  }

  /** Why, and whether it is still waiting for something. */
  public enum Reason {
    /** Nothing is left to do. */
    DONE(false),
    /** The same writer stands twice in the list. */
    DUPLICATE(false),
    /** The target does not want mail, or the writer has withdrawn. */
    SUPPRESSED(false),
    /** A safety gate has closed: the deadline, say. */
    GATE(false),
    /** Somebody has said that it is not to be sent. */
    CANCELLED(false),
    /** Somebody has said that it is not to be sent for now. */
    PAUSED(true),
    /** Its time has not come: it was put off, or the official's office is closed. */
    WAITING(true),
    /** It may have been sent; a person must say. */
    UNKNOWN(true),
    /** Refused for good, and not asked for again. */
    FAILED(true),
    /** No message could be made of it. */
    UNMADE(true),
    /** Another process has it in hand. */
    ELSEWHERE(true);

    private final boolean open;

    Reason(boolean open) {
      this.open = open;
    }

    /** Whether what was asked for is not done yet. */
    public boolean open() {
      return open;
    }

    /** Whether time alone, or the word of whoever paused it, lets the letter go. */
    boolean passes() {
      return this == WAITING || this == PAUSED;
    }
  }
}
