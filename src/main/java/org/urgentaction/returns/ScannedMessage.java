package org.urgentaction.returns;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/**
 * What of a message is looked at: its own header, its own parts of text, and the header of the
 * message that it returns.
 *
 * @param returned the header of the message inside it; empty where there is none
 * @param cut whether there was more than is read
 */
record ScannedMessage(Fields header, List<Part> parts, Fields returned, boolean cut) {
  /**
   * A part that holds text.
   *
   * @param type its media type in lower case
   * @param text its beginning, decoded
   */
  record Part(String type, String text) {}

  ScannedMessage {
    parts = List.copyOf(parts);
  }

  Optional<String> part(String... types) {
    List<String> wanted = List.of(types);
    return parts.stream().filter(part -> wanted.contains(part.type())).map(Part::text).findFirst();
  }

  /** What its readers read: the plain texts, or the words of its HTML where there are none. */
  String words() {
    String plain =
        parts.stream()
            .filter(part -> part.type().equals("text/plain"))
            .map(Part::text)
            .collect(Collectors.joining("\n"));
    return plain.isBlank()
        ? part("text/html").map(html -> Jsoup.parse(html).wholeText()).orElse("")
        : plain;
  }
}
