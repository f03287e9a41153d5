package org.urgentaction.returns;

/**
 * When a target counts as one that no mail reaches: so many messages have come back, and so large a
 * part of all that were sent.
 *
 * @param least messages that came back
 * @param percent of those sent to the target
 */
public record BounceRule(int least, int percent) {
  /** Three returned messages at least, and nine of ten of all. */
  public static final BounceRule USUAL = new BounceRule(3, 90);

  /**
   * Judges a target.
   *
   * @param sent all that a server took, those that came back among them
   */
  public boolean unreachable(long sent, long returned) {
    return returned >= least && returned * 100 >= sent * percent;
  }
}
