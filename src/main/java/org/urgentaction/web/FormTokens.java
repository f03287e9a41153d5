package org.urgentaction.web;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The token that every form carries, so that only pages of this server can send it (cross-site
 * request forgery): the time, a random number and an HMAC-SHA-256 over both under a key that lives
 * as long as the process. Nothing is kept, and no cookie is needed.
 */
final class FormTokens {
  private static final Duration VALID = Duration.ofHours(12);
  private static final int NONCE = 16;
  private static final int SIGNED = Long.BYTES + NONCE;
  private static final String ALGORITHM = "HmacSHA256";

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  FormTokens(Clock clock) {
    this.clock = clock;
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * A token for one page.
   *
   * @param visit what {@link #visit} found in the token before, so that pages that follow from one
   *     another stay one visit; null for a new one
   */
  String issue(@Nullable String visit) {
    byte[] nonce = new byte[NONCE];
    if (visit == null) {
      random.nextBytes(nonce);
    } else {
      nonce = HexFormat.of().parseHex(visit);
    }
    byte[] signed =
        ByteBuffer.allocate(SIGNED).putLong(clock.instant().getEpochSecond()).put(nonce).array();
    byte[] mac = mac(signed);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(SIGNED + mac.length).put(signed).put(mac).array());
  }

  /** The visit that a token belongs to; empty where it is none of ours, or too old. */
  Optional<String> visit(@Nullable String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token == null ? "" : token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length <= SIGNED) {
      return Optional.empty();
    }
    byte[] signed = Arrays.copyOf(bytes, SIGNED);
    byte[] mac = Arrays.copyOfRange(bytes, SIGNED, bytes.length);
    long age = clock.instant().getEpochSecond() - ByteBuffer.wrap(signed).getLong();
    boolean ours = MessageDigest.isEqual(mac, mac(signed));
    return ours && age >= 0 && age <= VALID.toSeconds()
        ? Optional.of(HexFormat.of().formatHex(signed, Long.BYTES, SIGNED))
        : Optional.empty();
  }

  private byte[] mac(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
