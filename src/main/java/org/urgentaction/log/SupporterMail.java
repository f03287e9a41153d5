package org.urgentaction.log;

import org.urgentaction.campaign.Channel;

/**
 * How mail to a supporter stands in the log: beside the letters, claimed and counted apart, so that
 * nobody gets the same alert twice and no alert counts as an appeal.
 */
public final class SupporterMail {
  /** In the place of an official's id, which never holds a bracket. */
  public static final String TARGET = "(supporter)";

  private SupporterMail() {}

  /**
   * The key of an alert.
   *
   * @param addressHash {@link WriterKey#hashAddress} of the supporter's mailbox
   */
  public static ActionKey key(String campaign, String addressHash) {
    return new ActionKey(campaign, TARGET, Channel.EMAIL, addressHash);
  }

  /** Whether it is an alert rather than a letter to an official. */
  public static boolean is(ActionKey key) {
    return key.target().equals(TARGET);
  }
}
