package org.urgentaction.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What opens the coordinators' pages: 192 random bits that live as long as the process and stand in
 * the address of each of these pages, so that no cookie is needed.
 */
final class DeskKey {
  private static final int BYTES = 24;

  private final String text;

  DeskKey() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** The path below which the coordinators' pages stand. */
  String path() {
    return "/desk/" + text;
  }

  /** Whether a path leads there; found out in the same time whatever it holds. */
  boolean opens(String path) {
    int start = "/desk/".length();
    int end = path.indexOf('/', Math.min(start, path.length()));
    return path.startsWith("/desk/")
        && MessageDigest.isEqual(
            bytes(path.substring(start, end < 0 ? path.length() : end)), bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Not the key: what is printed is kept. */
  @Override
  public String toString() {
    return "a key to the coordinators' pages";
  }
}
