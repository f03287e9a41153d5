package org.urgentaction.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

  static String next(String previous, byte[] content) {
    return hex(digest(canonical(previous, hex(digest(content)))));
  }

  /** Fields one after the other, each with its length, so that none can run into the next. */
  static byte[] canonical(@Nullable String... fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(ROOM);
    for (String field : fields) {
      if (field == null) {
        bytes.writeBytes("-,".getBytes(UTF_8));
      } else {
        byte[] text = field.getBytes(UTF_8);
        bytes.writeBytes((text.length + ":").getBytes(UTF_8));
        bytes.writeBytes(text);
        bytes.write(',');
      }
    }
    return bytes.toByteArray();
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
