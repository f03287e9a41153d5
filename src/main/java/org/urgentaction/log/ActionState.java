package org.urgentaction.log;

import java.util.Locale;
import java.util.Optional;
import org.urgentaction.campaign.Channel;

/** Where an action stands, from its preparation to what became of it. */
public enum ActionState {
  /** A letter was made; what its writer did with it is not known. */
  PREPARED,
  /** The message went through a real SMTP dialogue inside the program and no further. */
  REHEARSED,
  /** A process is about to send it; nothing has left yet. */
  CLAIMED,
  /** The message is about to be handed over: its final dot may or may not have been sent. */
  INTENT,
  /** The server took it. */
  SENT,
  /** A temporary failure: the next run takes it up. */
  DEFERRED,
  /** A permanent failure, in the server's words; sent again only when asked. */
  FAILED,
  /** It may have been sent: only a person can say, and nothing is sent again before that. */
  UNKNOWN,
  /** Taken by the server, and returned afterwards. */
  BOUNCED,
  /** Posted by hand. */
  POSTED,
  /** Faxed by hand. */
  FAXED,
  /** Emailed by hand, from the writer's own mailbox. */
  EMAILED,
  /** Telephoned. */
  PHONED,
  /** Said in public on a social network. */
  SHARED;

  private final String written = name().toLowerCase(Locale.ROOT);

  /** Reads what {@link #toString()} writes, in any case. */
  public static Optional<ActionState> parse(String text) {
    for (ActionState state : values()) {
      if (state.toString().equals(text.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /** True where the target was reached as far as anyone knows: these are counted as actions. */
  public boolean done() {
    return this == SENT || byHand();
  }

  /** True for what people do themselves and tell the log about. */
  public boolean byHand() {
    return this == POSTED || this == FAXED || this == EMAILED || this == PHONED || this == SHARED;
  }

  /** What an action is once a person has done it through a channel. */
  public static ActionState byHand(Channel channel) {
    return switch (channel) {
      case POST -> POSTED;
      case FAX -> FAXED;
      case EMAIL -> EMAILED;
      case PHONE -> PHONED;
      case SOCIAL -> SHARED;
    };
  }

  /** As options, exports and the log write it: lower case. */
  @Override
  public String toString() {
    return written;
  }
}
