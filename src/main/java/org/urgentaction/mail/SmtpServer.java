package org.urgentaction.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Where mail is handed over, and how the line is kept private.
 *
 * @param user who signs in, or null where nobody does
 * @param signIn how the user's secret is shown to the server
 */
public record SmtpServer(
    Security security, String host, int port, @Nullable String user, SignIn signIn) {
  /** A password (SASL PLAIN or LOGIN), or an OAuth 2 access token (XOAUTH2). */
  public enum SignIn {
    PASSWORD,
    XOAUTH2
  }

  /** TLS from the first byte (RFC 8314), TLS required by STARTTLS (RFC 3207), or none. */
  public enum Security {
    IMPLICIT_TLS,
    STARTTLS,
    LOOPBACK_ONLY
  }

  private static final String FORMS =
      "smtp+starttls://user@host:587, smtps://user@host:465, smtp://127.0.0.1:2525, or a provider"
          + " as gmail:you@gmail.com";
  private static final Pattern PLACE =
      Pattern.compile("(?<host>[A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(:(?<port>[0-9]{1,5}))?");

  /** After the user, as RFC 5092 names a way to sign in. */
  private static final String XOAUTH2 = ";AUTH=XOAUTH2";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Reads {@code smtp+starttls://user@host:587}, {@code smtps://user@host:465} or {@code
   * smtp://127.0.0.1:2525}.
   *
   * @throws InvalidInputException if it is another thing, holds a password, or would send mail in
   *     clear text over a network; the message never repeats what may be a secret
   */
  public static SmtpServer parse(String url) {
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException e) {
      throw refused("this is no server address", "write it as " + FORMS);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme();
    Security security =
        switch (scheme) {
          case "smtps" -> Security.IMPLICIT_TLS;
          case "smtp+starttls" -> Security.STARTTLS;
          case "smtp" -> Security.LOOPBACK_ONLY;
          default -> throw refused("this is no server address", "write it as " + FORMS);
        };
    boolean bare = uri.getRawPath() == null || uri.getRawPath().matches("/?");
    bare &= uri.getRawQuery() == null && uri.getRawFragment() == null;
    if (uri.getRawAuthority() == null || !bare) {
      throw refused("this is no server address", "write it as " + FORMS);
    }
    String authority = uri.getRawAuthority();
    int at = authority.lastIndexOf('@'); // a user is often an address, with an @ of its own
    Matcher place = PLACE.matcher(authority.substring(at + 1));
    if (!place.matches()) {
      throw refused("this is no server address", "write it as " + FORMS);
    }
    String host = place.group("host");
    if (security == Security.LOOPBACK_ONLY && !LOOPBACK.contains(host)) {
      throw refused(
          "mail to " + host + " would cross the network in clear text",
          "write smtp+starttls:// or smtps:// instead; smtp:// is for this machine alone");
    }
    int port = port(place.group("port"), security);
    if (at < 0) {
      return new SmtpServer(security, host, port, null, SignIn.PASSWORD);
    }
    String user = authority.substring(0, at);
    if (user.contains(":")) {
      throw refused(
          "a password does not belong in the address, where other users of the machine can see it",
          "take it out and set UA_SMTP_PASSWORD or UA_SMTP_PASSWORD_COMMAND, or type it when asked");
    }
    boolean token = user.toUpperCase(Locale.ROOT).endsWith(XOAUTH2);
    String name = token ? user.substring(0, user.length() - XOAUTH2.length()) : user;
    return new SmtpServer(
        security,
        host,
        port,
        HeaderText.require("--smtp", decode(name)),
        token ? SignIn.XOAUTH2 : SignIn.PASSWORD);
  }

  private static String decode(String user) {
    return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static int port(@Nullable String port, Security security) {
    if (port != null) {
      int number = Integer.parseInt(port);
      if (number < 1 || number > 65_535) {
        throw refused("there is no port " + number, "ports go from 1 to 65535");
      }
      return number;
    }
    return switch (security) {
      case IMPLICIT_TLS -> 465;
      case STARTTLS -> 587;
      case LOOPBACK_ONLY -> 25;
    };
  }

  private static InvalidInputException refused(String message, String advice) {
    return new InvalidInputException(Problem.error("--smtp", message).advise(advice));
  }

  /** The same server, where the secret is of another kind. */
  public SmtpServer signingInWith(SignIn kind) {
    return new SmtpServer(security, host, port, user, kind);
  }

  /**
   * Whether receivers are likely to find that this server may send for the address (DMARC, RFC 7489
   * section 3.1): its user or its host is of the same domain. A server on this machine is not
   * judged: it is another program's door.
   */
  public boolean vouchesFor(MailAddress from) {
    if (security == Security.LOOPBACK_ONLY) {
      return true;
    }
    String domain = from.domain();
    if (user != null && user.contains("@")) {
      return related(domain, user.substring(user.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
    return related(domain, host.toLowerCase(Locale.ROOT));
  }

  /**
   * Relaxed alignment: one is the other or lies below it, as mail.example.org below example.org.
   */
  private static boolean related(String one, String other) {
    return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
  }

  /** For people: never with a secret, since none is kept here. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
