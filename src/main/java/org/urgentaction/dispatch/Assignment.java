package org.urgentaction.dispatch;

import java.util.Optional;
import java.util.function.Supplier;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.OutgoingMessage;

/**
 * One letter to send by email.
 *
 * @param compose makes the message, when its turn has come
 * @param gate asked at the moment of sending: why the letter must not go now, or empty
 */
public record Assignment(
    ActionKey key,
    ActionDetails details,
    Supplier<OutgoingMessage> compose,
    Supplier<Optional<String>> gate) {

  /** The same letter, to one's own address. */
  public Assignment redirectedTo(MailAddress address) {
    return new Assignment(key, details, () -> compose.get().redirectedTo(address), gate);
  }
}
