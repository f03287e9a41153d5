package org.urgentaction.dispatch;

import org.urgentaction.log.ActionKey;
import org.urgentaction.mail.MailAddress;

/** Message-IDs (RFC 5322 section 3.6.4) that tell of nothing but the action they belong to. */
public final class MessageIds {
  private MessageIds() {}

  /** The same for the same action, in the domain of the mailbox that sends. */
  public static String of(ActionKey action, MailAddress sender) {
    return "<" + action.messageName() + "@" + sender.domain() + ">";
  }
}
