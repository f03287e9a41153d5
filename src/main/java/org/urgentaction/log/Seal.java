package org.urgentaction.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHA-256 over the seal before and the content of a record, so that none can be changed alone. */
final class Seal {
  /** More than most records have. */
  private static final int ROOM = 1024;

  private Seal() {}

  /** Where a process begins its chain. */
  static String first(String chain) {
    return hex(digest(canonical("ua action log", chain)));
  }

  /** The seal of a link with this content. */
  static String next(String previous, String content) {
    MessageDigest digest = digest();
    String inner = hex(digest.digest(content.getBytes(UTF_8)));
    return hex(digest.digest(canonical(previous, inner)));
  }

  /** {@link #canonicalText} in UTF-8. */
  static byte[] canonical(@Nullable String... fields) {
    return canonicalText(fields).getBytes(UTF_8);
  }

  /**
   * Fields one after the other, each with its length in UTF-8, so that none can run into the next.
   */
  static String canonicalText(@Nullable String... fields) {
    StringBuilder text = new StringBuilder(ROOM);
    for (String field : fields) {
      if (field == null) {
        text.append("-,");
      } else {
        text.append(field.getBytes(UTF_8).length).append(':').append(field).append(',');
      }
    }
    return text.toString();
  }

  /** The fields of a {@link #canonicalText}; none, where it is not one. */
  static List<@Nullable String> fields(String canonical) {
    byte[] bytes = canonical.getBytes(UTF_8);
    List<@Nullable String> fields = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      int end;
      if (bytes[at] == '-') {
        fields.add(null);
        end = at + 1;
      } else {
        int length = 0;
        for (; at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
          length = Math.min(bytes.length, length * 10 + bytes[at] - '0');
        }
        end = at + 1 + length;
        if (end >= bytes.length || bytes[at] != ':') {
          return List.of();
        }
        fields.add(new String(bytes, at + 1, length, UTF_8));
      }
      if (end >= bytes.length || bytes[end] != ',') {
        return List.of();
      }
      at = end + 1;
    }
    return fields;
  }

  static byte[] digest(byte[] content) {
    return digest().digest(content);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
