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
  EML(Channel.EMAIL),
  /** Black and white pages with a cover sheet, as a PDF. */
  FAX(Channel.FAX, "fax.pdf"),
  /** The same pages as TIFF class F. */
  TIFF(Channel.FAX);

  private final Channel channel;
  private final String ending;

  Format(Channel channel) {
    this.channel = channel;
    ending = name().toLowerCase(Locale.ROOT);
  }

  Format(Channel channel, String ending) {
    this.channel = channel;
    this.ending = ending;
  }

  /** The channel that the file prepares a letter for. */
  public Channel channel() {
    return channel;
  }

  /** Of the file's name, behind the dot. */
  public String ending() {
    return ending;
  }

  /** Its name in options. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Format> parse(String text) {
    return Arrays.stream(values())
        .filter(format -> format.option().equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** All names, for messages. */
  public static String all() {
    return Arrays.stream(values()).map(Format::option).collect(Collectors.joining(", "));
  }
}
