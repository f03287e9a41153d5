package org.urgentaction.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecoderUtil;

/** The header fields of one message or report: names in lower case, values cut and unfolded. */
final class Fields {
  private static final int LONGEST = 4000;
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s@]{1,250}@[^<>\\s@]{1,250}>");

  private final Map<String, List<String>> values = new HashMap<>();

  void add(String name, String value) {
    String unfolded = value.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
    values
        .computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
        .add(unfolded.length() <= LONGEST ? unfolded : unfolded.substring(0, LONGEST));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The first value, or an empty text. */
  String get(String name) {
    List<String> all = values.get(name);
    return all == null ? "" : all.get(0);
  }

  /** The first value as people read it (RFC 2047), or an empty text. */
  String readable(String name) {
    return DecoderUtil.decodeEncodedWords(get(name), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The Message-IDs that stand in a field, in their order. */
  List<String> messageIds(String name) {
    List<String> found = new ArrayList<>();
    for (String value : values.getOrDefault(name, List.of())) {
      Matcher ids = MESSAGE_ID.matcher(value);
      while (ids.find()) {
        found.add(ids.group());
      }
    }
    return found;
  }

  /** Reads lines of {@code name: value} until an empty one; what is no such line is passed over. */
  static Fields of(String text) {
    Fields fields = new Fields();
    String name = null;
    StringBuilder value = new StringBuilder();
    for (String line : text.split("\\r\\n|\\r|\\n", -1)) {
      if (line.isBlank()) {
        break;
      }
      int colon = line.indexOf(':');
      if (Character.isWhitespace(line.charAt(0))) {
        value.append(' ').append(line.strip());
      } else if (colon > 0 && line.substring(0, colon).matches("[!-9;-~]{1,80}\\s*")) {
        if (name != null) {
          fields.add(name, value.toString());
        }
        name = line.substring(0, colon);
        value.setLength(0);
        value.append(line.substring(colon + 1));
      }
    }
    if (name != null) {
      fields.add(name, value.toString());
    }
    return fields;
  }
}
