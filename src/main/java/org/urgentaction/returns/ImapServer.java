package org.urgentaction.returns;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.problem.UnsafeCharacters;

/**
 * A mailbox on an IMAP server (RFC 5092), reached over TLS; in clear text on this machine alone.
 *
 * @param token whether the user signs in with an OAuth 2 access token (XOAUTH2)
 */
public record ImapServer(
    Security security, String host, int port, String user, boolean token, String folder) {
  /** TLS from the first byte (RFC 8314), TLS required by STARTTLS, or none. */
  public enum Security {
    IMPLICIT_TLS,
    STARTTLS,
    LOOPBACK_ONLY
  }

  private static final String FORMS =
      "imaps://user@host/INBOX or imap+starttls://user@host:143/INBOX";
  private static final String XOAUTH2 = ";AUTH=XOAUTH2";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Whether a source is meant for a server rather than a path. */
  static boolean isImap(String source) {
    return source.regionMatches(true, 0, "imap", 0, 4) && source.contains("://");
  }

  /**
   * Reads an address; the message of what it throws never repeats what may be a secret.
   *
   * @throws InvalidInputException if it is another thing, holds a password, or would read mail in
   *     clear text over a network
   */
  public static ImapServer parse(String url) {
    URI uri;
    try {
      uri = new URI(url.strip().replace(" ", "%20"));
    } catch (URISyntaxException e) {
      throw refused("this is no mailbox address", "write it as " + FORMS);
    }
    Security security =
        switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
          case "imaps" -> Security.IMPLICIT_TLS;
          case "imap+starttls" -> Security.STARTTLS;
          case "imap" -> Security.LOOPBACK_ONLY;
          default -> throw refused("this is no mailbox address", "write it as " + FORMS);
        };
    String authority = String.valueOf(uri.getRawAuthority());
    int at = authority.lastIndexOf('@'); // a user is often an address, with an @ of its own
    if (at < 1 || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw refused("this is no mailbox address", "write it as " + FORMS);
    }
    String user = authority.substring(0, at);
    if (user.contains(":")) {
      throw refused(
          "a password does not belong in the address, where other users of the machine can see it",
          "take it out and set UA_IMAP_PASSWORD or UA_IMAP_PASSWORD_COMMAND, or type it when asked");
    }
    String place = authority.substring(at + 1);
    if (!place.matches("([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(:[0-9]{1,5})?")) {
      throw refused("this is no mailbox address", "write it as " + FORMS);
    }
    String host = place.replaceFirst(":[0-9]{1,5}$", "");
    if (security == Security.LOOPBACK_ONLY && !LOOPBACK.contains(host)) {
      throw refused(
          "mail from " + host + " would cross the network in clear text",
          "write imaps:// or imap+starttls:// instead; imap:// is for this machine alone");
    }
    boolean token = user.toUpperCase(Locale.ROOT).endsWith(XOAUTH2);
    String name = token ? user.substring(0, user.length() - XOAUTH2.length()) : user;
    String folder = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", "");
    return new ImapServer(
        security,
        host,
        port(place.substring(host.length()), security),
        safe(name),
        token,
        folder.isEmpty() ? "INBOX" : safe(folder));
  }

  private static int port(String written, Security security) {
    if (written.isEmpty()) {
      return security == Security.IMPLICIT_TLS ? 993 : 143;
    }
    int number = Integer.parseInt(written.substring(1));
    if (number < 1 || number > 65_535) {
      throw refused("there is no port " + number, "ports go from 1 to 65535");
    }
    return number;
  }

  private static String safe(String encoded) {
    String text;
    try {
      text = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused("this is no mailbox address", "write it as " + FORMS);
    }
    UnsafeCharacters.inLine(text)
        .ifPresent(
            found -> {
              throw refused("the mailbox address holds " + found, "write it as " + FORMS);
            });
    return text;
  }

  private static InvalidInputException refused(String message, String advice) {
    return new InvalidInputException(Problem.error("mailbox", message).advise(advice));
  }

  /** For people: never with a secret, since none is kept here. */
  @Override
  public String toString() {
    return host + ":" + port + "/" + folder;
  }
}
