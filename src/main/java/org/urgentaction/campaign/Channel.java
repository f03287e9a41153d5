package org.urgentaction.campaign;

import java.util.Locale;
import java.util.Optional;

/** A way for a letter to reach an official. */
public enum Channel {
  POST,
  FAX,
  EMAIL,
  PHONE,
  SOCIAL;

  public static Optional<Channel> parse(String text) {
    for (Channel channel : values()) {
      if (channel.toString().equals(text.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }

  /** As files, options and the log write it: lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
