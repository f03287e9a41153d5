package org.urgentaction.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The providers that are known by name, kept as data in {@code mail-servers.yaml}. */
public final class ProviderPresets {
  private final List<ProviderPreset> presets;

  private ProviderPresets(List<ProviderPreset> presets) {
    this.presets = List.copyOf(presets);
  }

  /** Those that come with the program. */
  public static ProviderPresets bundled() {
    try (InputStream in = ProviderPresets.class.getResourceAsStream("/mail-servers.yaml")) {
      Map<String, Map<String, ?>> read =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(in));
      List<ProviderPreset> presets = new ArrayList<>();
      read.forEach((name, fields) -> presets.add(preset(name, fields)));
      return new ProviderPresets(presets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProviderPreset preset(String name, Map<String, ?> fields) {
    SmtpServer.Security security =
        switch (text(fields, "security", "tls")) {
          case "tls" -> SmtpServer.Security.IMPLICIT_TLS;
          case "starttls" -> SmtpServer.Security.STARTTLS;
          case "loopback" -> SmtpServer.Security.LOOPBACK_ONLY;
          default -> throw new IllegalStateException("no such security: " + name);
        };
    int usual = security == SmtpServer.Security.IMPLICIT_TLS ? 465 : 587;
    String others = (String) fields.get("also");
    List<Quota> quotas = new ArrayList<>();
    for (List<?> window : ProviderPresets.<List<?>>list(fields, "windows")) {
      quotas.add(new Quota((Integer) window.get(0), Duration.parse((String) window.get(1))));
    }
    return new ProviderPreset(
        name,
        list(fields, "hosts"),
        others == null ? null : Pattern.compile(glob(others)),
        fields.get("port") instanceof Integer port ? port : usual,
        security,
        text(fields, "sign_in", "password").equals("xoauth2")
            ? SmtpServer.SignIn.XOAUTH2
            : SmtpServer.SignIn.PASSWORD,
        (String) fields.get("user"),
        list(fields, "domains"),
        quotas,
        fields.get("connections") instanceof Integer many ? many : 1,
        text(fields, "note", ""));
  }

  private static String text(Map<String, ?> fields, String key, String otherwise) {
    Object value = fields.get(key);
    return value == null ? otherwise : value.toString();
  }

  @SuppressWarnings("unchecked") // a test reads the whole file
  private static <T> List<T> list(Map<String, ?> fields, String key) {
    Object value = fields.get(key);
    return value == null ? List.of() : (List<T>) value;
  }

  private static String glob(String pattern) {
    return "\\Q" + pattern.replace("*", "\\E[a-z0-9-]+\\Q") + "\\E";
  }

  public List<ProviderPreset> all() {
    return presets;
  }

  /** The provider whose server this is. */
  public Optional<ProviderPreset> of(SmtpServer server) {
    return presets.stream().filter(preset -> preset.owns(server)).findFirst();
  }

  /**
   * Reads {@code gmail:me@gmail.com} or what {@link SmtpServer#parse} reads.
   *
   * @throws InvalidInputException if it is neither, or holds a password
   */
  public SmtpServer server(String text) {
    String place = text.strip();
    int colon = place.indexOf(':');
    String name = (colon < 0 ? place : place.substring(0, colon)).toLowerCase(Locale.ROOT);
    Optional<ProviderPreset> named =
        presets.stream().filter(preset -> preset.name().equals(name)).findFirst();
    if (named.isEmpty() || place.startsWith("//", colon + 1)) {
      return SmtpServer.parse(place);
    }
    String user = colon < 0 ? "" : place.substring(colon + 1);
    if (user.contains(":")) {
      throw refused(
          "a password does not belong there, where other users of the machine can see it",
          "set UA_SMTP_PASSWORD or UA_SMTP_PASSWORD_COMMAND, or type it when asked");
    }
    ProviderPreset preset = named.get();
    if (user.isEmpty() && preset.user() == null) {
      throw refused(
          "who signs in at " + name + "?",
          "write it as %s:you@%s"
              .formatted(
                  name, preset.domains().isEmpty() ? "example.org" : preset.domains().get(0)));
    }
    return preset.server(user.isEmpty() ? null : plain(user));
  }

  private static @Nullable String plain(String user) {
    return HeaderText.require("--smtp", user);
  }

  private static InvalidInputException refused(String message, String advice) {
    return new InvalidInputException(Problem.error("--smtp", message).advise(advice));
  }
}
