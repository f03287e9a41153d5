package org.urgentaction.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An action as the log knows it now.
 *
 * @param at UTC, when it came into its state
 * @param messageId with its angle brackets, or null where no message was made
 * @param sha256 of the exact bytes handed over or written, lower-case hex, or null
 * @param reply the server's last words, cleaned, or null
 * @param worker the process that holds it, or null for a claim that is free and for what is at its
 *     end
 */
public record ActionRecord(
    ActionKey key,
    ActionDetails details,
    ActionState state,
    Instant at,
    @Nullable String messageId,
    @Nullable String sha256,
    @Nullable String reply,
    @Nullable String worker) {

  /** {@link ActionKey#id()} */
  public String id() {
    return key.id();
  }

  ActionRecord in(ActionState newState, Instant when) {
    return new ActionRecord(key, details, newState, when, messageId, sha256, reply, worker);
  }

  ActionRecord with(ActionDetails newDetails) {
    return new ActionRecord(key, newDetails, state, at, messageId, sha256, reply, worker);
  }

  ActionRecord message(@Nullable String newMessageId, @Nullable String newSha256) {
    return new ActionRecord(key, details, state, at, newMessageId, newSha256, reply, worker);
  }

  ActionRecord reply(@Nullable String newReply) {
    return new ActionRecord(key, details, state, at, messageId, sha256, newReply, worker);
  }

  ActionRecord heldBy(@Nullable String newWorker) {
    return new ActionRecord(key, details, state, at, messageId, sha256, reply, newWorker);
  }
}
