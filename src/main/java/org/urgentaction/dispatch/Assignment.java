package org.urgentaction.dispatch;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.OutgoingMessage;

/**
 * One letter to send by email.
 *
 * @param compose makes the message, when its turn has come; called from any thread
 * @param gate asked at the moment of sending: why the letter must not go now, or empty
 * @param addresses the official's and the writer's, as the suppression list knows them
 * @param zone where the official sits: its clock decides on sending hours
 * @param number the writer's place in the list, from 1; 0 for a single writer
 */
public record Assignment(
    ActionKey key,
    ActionDetails details,
    Supplier<OutgoingMessage> compose,
    Supplier<Optional<String>> gate,
    Set<String> addresses,
    ZoneId zone,
    int number) {
  public Assignment {
    addresses = Set.copyOf(addresses);
  }

  /** A letter of a single writer that may be sent at any hour. */
  public Assignment(
      ActionKey key,
      ActionDetails details,
      Supplier<OutgoingMessage> compose,
      Supplier<Optional<String>> gate) {
    this(key, details, compose, gate, Set.of(), ZoneOffset.UTC, 0);
  }

  /** The same letter, to one's own address. */
  public Assignment redirectedTo(MailAddress address) {
    return new Assignment(
        key, details, () -> compose.get().redirectedTo(address), gate, Set.of(), zone, number);
  }
}
