package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Signs messages for the domain they come from (DKIM, RFC 6376: rsa-sha256, relaxed/relaxed), for a
 * section whose relay does not do it. The same message always gets the same signature.
 */
public final class DkimSigner {
  private static final int LEAST_BITS = 1024; // RFC 8301 section 3.2
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  /**
   * What is signed, present or not: a field that is listed and absent cannot be added on the way
   * (RFC 6376 section 5.4.2). In lower case, which no locale changes.
   */
  private static final List<String> FIELDS =
      List.of(
          "from",
          "from",
          "sender",
          "reply-to",
          "to",
          "to",
          "cc",
          "subject",
          "subject",
          "date",
          "message-id",
          "mime-version",
          "content-type",
          "content-transfer-encoding",
          "content-language",
          "auto-submitted",
          "list-id",
          "list-unsubscribe",
          "list-unsubscribe-post");

  private final String template;
  private final PrivateKey key;

  private DkimSigner(String domain, String selector, PrivateKey key) {
    this.template =
        "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; h=%s; bh=; b=;"
            .formatted(domain, selector, String.join(":", FIELDS));
    this.key = key;
  }

  /**
   * Reads an RSA key in PEM (PKCS #8), as {@code openssl genpkey} writes it.
   *
   * @param domain the one in {@code From}, so that DMARC counts the signature
   * @param selector the name under which the public half is in DNS, before {@code ._domainkey}
   * @throws InvalidInputException if there is no such key; the message never repeats what is in it
   */
  public static DkimSigner read(Path file, String domain, String selector) {
    for (String name : List.of(domain, selector)) {
      if (name.length() > 253 || !NAME.matcher(name).matches()) {
        throw refused("DKIM", "\"" + name + "\" is no domain name", "write it as section.example");
      }
    }
    String pem;
    try {
      pem = Files.readString(file, ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw refused(file.toString(), "there is no such DKIM key", "name the file of a private key");
    } catch (IOException e) {
      throw refused(file.toString(), "the DKIM key cannot be read", "look at who may read it");
    }
    Matcher block = PEM.matcher(pem);
    if (!block.find()) {
      throw unfit(file);
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(block.group(1));
      PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
      if (((RSAPrivateKey) key).getModulus().bitLength() < LEAST_BITS) {
        throw refused(file.toString(), "the DKIM key is too short", "make one of 2048 bits");
      }
      return new DkimSigner(domain, selector, key);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw unfit(file);
    }
  }

  /** The message with its signature above it. */
  byte[] sign(byte[] message) {
    String field;
    try {
      field = new DKIMSigner(template, key).sign(new ByteArrayInputStream(message));
    } catch (IOException | FailException e) {
      throw new IllegalStateException("a message that was written cannot be signed", e);
    }
    byte[] head = (folded(field) + "\r\n").getBytes(US_ASCII);
    byte[] signed = new byte[head.length + message.length];
    System.arraycopy(head, 0, signed, 0, head.length);
    System.arraycopy(message, 0, signed, head.length, message.length);
    return signed;
  }

  /**
   * In lines of a sensible length: relaxed, a fold between tags counts as the space that is there,
   * and none in the signature counts at all (RFC 6376 sections 3.4.2 and 3.5).
   */
  private static String folded(String field) {
    StringBuilder lines = new StringBuilder();
    for (String tag : field.split("; ", -1)) {
      String value = tag.startsWith("b=") ? tag.replaceAll("(.{72})(?=.)", "$1\r\n\t") : tag;
      lines.append(lines.length() == 0 ? "" : ";\r\n\t").append(value);
    }
    return lines.toString();
  }

  private static InvalidInputException unfit(Path file) {
    return refused(
        file.toString(),
        "this is no RSA private key in PEM (PKCS #8)",
        "make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048");
  }

  private static InvalidInputException refused(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
