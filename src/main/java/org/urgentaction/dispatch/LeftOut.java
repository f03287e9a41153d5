package org.urgentaction.dispatch;

/**
 * A letter that is not sent.
 *
 * @param words for people, with what they can do
 */
public record LeftOut(Assignment assignment, Reason reason, String words) {
  /** Why, and whether it is still waiting for something. */
  public enum Reason {
    /** Nothing is left to do. */
    DONE(false),
    /** The target does not want mail, or the writer has withdrawn. */
    SUPPRESSED(false),
    /** A safety gate has closed: the deadline, say. */
    GATE(false),
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
  }
}
