package org.urgentaction.dispatch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.urgentaction.campaign.Channel;

/** A file that a letter can become. */
public enum Format {
  PDF(Channel.POST),
  DOCX(Channel.POST),
  HTML(Channel.POST),
  TXT(Channel.POST),
  EML(Channel.EMAIL);

  private final Channel channel;

  Format(Channel channel) {
    this.channel = channel;
  }

  /** The channel that the file prepares a letter for. */
  public Channel channel() {
    return channel;
  }

  /** Its name in options, which is the file's ending. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Format> parse(String text) {
    return Arrays.stream(values())
        .filter(format -> format.ending().equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** All names, for messages. */
  public static String all() {
    return Arrays.stream(values()).map(Format::ending).collect(Collectors.joining(", "));
  }
}
