package org.urgentaction.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A link that opens a mail program with a message in it (RFC 6068). */
public final class MailtoLink {
  /** What mail programs and browsers bear: longer links are cut by some of them. */
  public static final int LONGEST = 2000;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String PLAIN = "-._~!$'()*:@";

  private MailtoLink() {}

  /**
   * The link, however long it becomes.
   *
   * @param addresses one or more
   * @param body with any line ends
   */
  public static String of(List<String> addresses, String subject, String body) {
    String to = addresses.stream().map(MailtoLink::encoded).collect(Collectors.joining(","));
    String lines = body.strip().replaceAll("\\r\\n?|\\n", "\r\n");
    return "mailto:" + to + "?subject=" + encoded(subject) + "&body=" + encoded(lines);
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder(3 * text.length());
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || PLAIN.indexOf(c) >= 0;
      if (plain) {
        encoded.append(c);
      } else {
        HEX.toHexDigits(encoded.append('%'), each);
      }
    }
    return encoded.toString();
  }
}
