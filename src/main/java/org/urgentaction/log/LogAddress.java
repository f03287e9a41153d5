package org.urgentaction.log;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Reads where a log is kept from what a user gave: a path, or a PostgreSQL URL as its JDBC driver
 * writes it. Over a network the server's certificate and name are checked; a password is taken from
 * the environment or a password file, never from the command line.
 */
public final class LogAddress {
  private static final String SCHEME = "jdbc:postgresql:";
  private static final String CHECKED = "verify-full";

  /** The driver's settings that may be given; no other can load classes or weaken the checks. */
  private static final Set<String> SETTINGS =
      Set.of(
          "user",
          "currentSchema",
          "sslmode",
          "sslrootcert",
          "sslcert",
          "sslkey",
          "sslfactory",
          "channelBinding",
          "connectTimeout",
          "socketTimeout",
          "targetServerType",
          "ApplicationName");

  private static final String SYSTEM_AUTHORITIES = "org.postgresql.ssl.DefaultJavaSSLFactory";

  private final String source;
  private final boolean secretsAllowed;
  private final Map<String, String> environment;

  /**
   * @param source the option or variable it was given in, for messages
   * @param secretsAllowed false for an argument, which every user of the machine can read
   * @param environment for {@code UA_LOG_PASSWORD}, {@code PGPASSWORD} and {@code PGUSER}
   */
  public LogAddress(String source, boolean secretsAllowed, Map<String, String> environment) {
    this.source = source;
    this.secretsAllowed = secretsAllowed;
    this.environment = environment;
  }

  /** True for what names a database on a server, not a file. */
  public static boolean onServer(String text) {
    return text.startsWith("jdbc:");
  }

  /**
   * Reads a database's URL.
   *
   * @param key the file with the writers' key
   * @throws InvalidInputException if it is none, holds a password where it must not, or would have
   *     the log go over a network without its server being checked
   */
  public LogPlace read(String text, Path key) {
    if (!text.startsWith(SCHEME)) {
      throw refused(
          "only PostgreSQL can keep a log on a server", "write jdbc:postgresql://HOST/DATABASE");
    }
    int query = text.indexOf('?');
    String url = query < 0 ? text : text.substring(0, query);
    if (url.contains("@")) {
      throw refused(
          "the user does not stand before the host",
          "write jdbc:postgresql://HOST/DATABASE?user=NAME, and the password into UA_LOG_PASSWORD");
    }
    Map<String, String> settings = settings(query < 0 ? "" : text.substring(query + 1));
    @Nullable String password = password(settings.remove("password"));
    @Nullable String user = given("PGUSER");
    if (user != null) {
      settings.putIfAbsent("user", user);
    }
    secure(url, settings);
    return new LogPlace.OnServer(url, settings, password, key);
  }

  private Map<String, String> settings(String query) {
    Map<String, String> settings = new HashMap<>();
    for (String part : query.split("&", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (!SETTINGS.contains(name) && !name.equals("password")) {
        throw refused(
            "the URL has a setting that is not known here",
            "these are: " + String.join(", ", SETTINGS.stream().sorted().toList()));
      }
      settings.put(name, equals < 0 ? "" : decoded(part.substring(equals + 1)));
    }
    return settings;
  }

  private String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused("a % in the URL does not begin a character's code", "write a % as %25");
    }
  }

  private @Nullable String password(@Nullable String inUrl) {
    if (inUrl != null && !secretsAllowed) {
      throw refused(
          "every user of this machine can read a password on the command line",
          "put it into UA_LOG_PASSWORD, or into the password file of PostgreSQL (.pgpass)");
    }
    @Nullable String own = given("UA_LOG_PASSWORD");
    if (own != null) {
      return own;
    }
    return inUrl != null ? inUrl : given("PGPASSWORD");
  }

  private @Nullable String given(String variable) {
    @Nullable String value = environment.get(variable);
    return value == null || value.isEmpty() ? null : value;
  }

  /** Over a network, nothing goes to a server that has not shown who it is. */
  private void secure(String url, Map<String, String> settings) {
    String factory = settings.getOrDefault("sslfactory", SYSTEM_AUTHORITIES);
    if (!factory.equals(SYSTEM_AUTHORITIES)) {
      throw refused(
          "sslfactory can only be " + SYSTEM_AUTHORITIES,
          "that trusts the authorities that Java trusts; sslrootcert=FILE names another");
    }
    if (loopback(url)) {
      return;
    }
    String mode = settings.computeIfAbsent("sslmode", unset -> CHECKED);
    if (!mode.equals(CHECKED)) {
      throw refused(
          "over a network, sslmode must be " + CHECKED,
          "leave it out, and name the server's authority with sslrootcert=FILE");
    }
  }

  private static boolean loopback(String url) {
    String rest = url.substring(SCHEME.length());
    if (!rest.startsWith("//")) {
      return true; // a database of this machine, without a host
    }
    int slash = rest.indexOf('/', 2);
    String hosts = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
    return Arrays.stream(hosts.split(",", -1))
        .map(host -> host.replaceFirst(":\\d*$", ""))
        .allMatch(
            host ->
                host.isEmpty()
                    || host.equals("localhost")
                    || host.equals("[::1]")
                    || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}"));
  }

  private InvalidInputException refused(String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
