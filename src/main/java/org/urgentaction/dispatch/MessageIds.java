package org.urgentaction.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.urgentaction.log.ActionKey;
import org.urgentaction.mail.MailAddress;

/** Message-IDs (RFC 5322 section 3.6.4) that tell of nothing but the action they belong to. */
public final class MessageIds {
  private static final int LENGTH = 32;

  private MessageIds() {}

  /** The same for the same action, in the domain of the mailbox that sends. */
  public static String of(ActionKey action, MailAddress sender) {
    String fields =
        String.join(
            "\n", action.campaign(), action.target(), action.channel().toString(), action.writer());
    return "<"
        + Sha256.of(fields.getBytes(UTF_8)).substring(0, LENGTH)
        + "@"
        + sender.domain()
        + ">";
  }
}
