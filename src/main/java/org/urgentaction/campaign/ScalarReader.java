package org.urgentaction.campaign;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the single values of a campaign file (numbers, dates, codes, addresses), as written. */
final class ScalarReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern NETWORK = Pattern.compile("[a-z][a-z0-9.-]*");
  private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\p{N}._-]+");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern CAN_BE_DIALLED =
      Pattern.compile("[^\\p{Nd}]*(?:\\p{Nd}[^\\p{Nd}]*){3,}");

  private final Reading reading;
  private final TextReader texts;

  ScalarReader(Reading reading, TextReader texts) {
    this.reading = reading;
    this.texts = texts;
  }

  @Nullable UaNumber uaNumber(YamlNode.Text node, String path) {
    return UaNumber.parse(node.text())
        .orElseGet(
            () -> {
              refuse(node, path, "is no Urgent Action number", "write it as 31/22");
              return null;
            });
  }

  @Nullable Integer issue(YamlNode.Text node, String path) {
    String text = node.text().strip();
    int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (number == 0) {
      refuse(node, path, "is no issue number", "the first UA is 1, the second 2");
      return null;
    }
    return number;
  }

  @Nullable String country(YamlNode.Text node, String path) {
    String code = node.text().strip();
    if (Countries.isCountry(code)) {
      return code;
    }
    String upper = code.toUpperCase(Locale.ROOT);
    String meant = upper.equals("UK") ? "GB" : Countries.isCountry(upper) ? upper : null;
    refuse(
        node,
        path,
        "is no country code",
        meant != null
            ? "did you mean `" + meant + "`?"
            : "use the two letters of ISO 3166-1, for example KZ");
    return null;
  }

  /** A country's two letters or a region's three digits. */
  @Nullable String countryOrRegion(YamlNode.Text node, String path) {
    String code = node.text().strip();
    if (Countries.isRegion(code)) {
      return code;
    }
    if (code.matches("\\d+")) {
      refuse(
          node,
          path,
          "is no region",
          "use UN M.49 codes, for example 150 Europe, 419 Latin America, 001 everywhere");
      return null;
    }
    return country(node, path);
  }

  @Nullable LocalDate day(YamlNode.Text node, String path) {
    String text = node.text().strip();
    if (!DAY.matcher(text).matches()) {
      refuse(node, path, "is no date", "write it as 2023-04-19");
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      refuse(node, path, "is no date", "there is no such day in the calendar");
      return null;
    }
  }

  /** A day, or a month where no more is known. */
  @Nullable IssueDate issueDate(YamlNode.Text node, String path) {
    String text = node.text().strip();
    boolean shaped = DAY.matcher(text).matches() || MONTH.matcher(text).matches();
    IssueDate date = shaped ? IssueDate.parse(text).orElse(null) : null;
    if (date == null) {
      refuse(
          node,
          path,
          "is no date",
          shaped
              ? "there is no such day in the calendar"
              : "write it as 2023-04-19, or 2023-04 where only the month is known");
    }
    return date;
  }

  @Nullable ZoneId zone(YamlNode.Text node, String path) {
    String text = node.text().strip();
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return ZoneId.of(text);
    }
    String meant = Spelling.nearest(text, ZoneId.getAvailableZoneIds());
    refuse(
        node,
        path,
        "is no time zone",
        meant != null
            ? "did you mean `" + meant + "`?"
            : "use an IANA name, for example Europe/London");
    return null;
  }

  @Nullable Pronouns pronouns(YamlNode.Text node, String path) {
    return Pronouns.parse(node.text())
        .orElseGet(
            () -> {
              refuse(
                  node, path, "are no pronouns known here", "write he/him, she/her or they/them");
              return null;
            });
  }

  @Nullable String id(YamlNode.Text node, String path) {
    String text = node.text().strip();
    if (ID.matcher(text).matches()) {
      return text;
    }
    refuse(
        node, path, "is no id", "use small letters, digits and hyphens, for example `president`");
    return null;
  }

  @Nullable String email(YamlNode.Text node, String path) {
    String text = node.text().strip();
    String fault = EmailAddresses.fault(text);
    if (fault == null) {
      return text;
    }
    refuse(node, path, fault, "write the bare address, for example `post@mfa.gov.kz`");
    return null;
  }

  @Nullable String web(YamlNode.Text node, String path) {
    String text = node.text().strip();
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (List.of("http", "https").contains(scheme)
          && uri.getHost() != null
          && uri.getUserInfo() == null) {
        return text;
      }
    } catch (URISyntaxException e) {
      // Told below, with the same words as any other text that is no address on the web.
    }
    refuse(node, path, "is no web address", "it begins with https:// and holds no spaces");
    return null;
  }

  /** The id of an earlier issue's campaign, or a link to it. */
  @Nullable String idOrLink(YamlNode.Text node, String path) {
    return node.text().contains(":") ? web(node, path) : id(node, path);
  }

  @Nullable String telephone(YamlNode.Text node, String path) {
    String text = texts.line(node, path);
    if (text == null || CAN_BE_DIALLED.matcher(text).matches()) {
      return text;
    }
    refuse(
        node, path, "is no telephone number", "write it with its country's code: +7 7172 745631");
    return null;
  }

  @Nullable String network(YamlNode.Text node, String path) {
    String text = node.text().strip();
    if (NETWORK.matcher(text).matches()) {
      return text;
    }
    refuse(node, path, "is no network", "use small letters, for example x, instagram, facebook");
    return null;
  }

  /** An account on a social network; an @ before it is dropped. */
  @Nullable String handle(YamlNode.Text node, String path) {
    String text = node.text().strip();
    String handle = text.startsWith("@") ? text.substring(1) : text;
    if (HANDLE.matcher(handle).matches()) {
      return handle;
    }
    refuse(node, path, "is no account", "write the name alone, for example TokayevKZ");
    return null;
  }

  /** A file below the campaign file's folder. */
  @Nullable String file(YamlNode.Text node, String path) {
    String text = texts.line(node, path);
    if (text == null) {
      return null;
    }
    boolean inside =
        !text.startsWith("/")
            && !text.contains("\\")
            && !text.contains(":")
            && !List.of(text.split("/", -1)).contains("..");
    if (inside) {
      return text;
    }
    refuse(
        node,
        path,
        "is no file beside the campaign file",
        "use a path below its folder with / between, for example photos/mamay.jpg");
    return null;
  }

  private void refuse(YamlNode.Text node, String path, String fault, String advice) {
    reading.error(
        node, Reading.label(path) + ": `" + Spelling.shown(node.text()) + "` " + fault, advice);
  }
}
