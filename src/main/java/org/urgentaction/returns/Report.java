package org.urgentaction.returns;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one message that came back says; all of it is a stranger's word, fit to be shown.
 *
 * @param messageIds of the message it may be about, with angle brackets, the likeliest first
 * @param status enhanced status (RFC 3463) where one is given or its words leave no doubt
 * @param words the server's own, on one line, without the address of anyone but an official
 * @param token what an unsubscribing reader sent back, for {@link Kind#UNSUBSCRIBE} only
 * @param cut whether the message was larger or deeper than is read
 */
public record Report(
    Kind kind,
    List<String> messageIds,
    @Nullable DeliveryCode status,
    String words,
    @Nullable String token,
    boolean cut) {
  /** What kind of message came back. */
  public enum Kind {
    /** It was not delivered and will not be. */
    FAILED,
    /** It is still being tried: nothing has failed yet. */
    DELAYED,
    /** It was delivered, or handed on to where no reports come from. */
    DELIVERED,
    /** Its reader called it abuse (RFC 5965). */
    COMPLAINT,
    /** A machine answers for a person: out of office, read receipt (RFC 3834, RFC 8098). */
    AUTO_REPLY,
    /** A machine asks the writer to prove something before it delivers. */
    CHALLENGE,
    /** A reader of the section's mail wants no more of it. */
    UNSUBSCRIBE,
    /** Anything else: perhaps a person's reply. */
    OTHER
  }

  public Report {
    messageIds = List.copyOf(messageIds);
  }

  /** Whether the address itself is at fault, so that nothing should be sent there again. */
  public boolean addressIsDead() {
    return kind == Kind.FAILED
        && Optional.ofNullable(status).filter(DeliveryCode::addressIsDead).isPresent();
  }
}
