package org.urgentaction.campaign;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is there to be read by people: lines, paragraphs, and paragraphs with placeholders.
 */
final class TextReader {
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\uD800-\\uDFFF]|[\\uFFFE\\uFFFF]");
  private static final Pattern DIRECTION = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
  private static final String OPEN = "${";

  private final Reading reading;

  TextReader(Reading reading) {
    this.reading = reading;
  }

  Reading reading() {
    return reading;
  }

  /** A text on one line, in which nothing invisible turns the order of letters. */
  @Nullable String line(YamlNode.Text node, String path) {
    String text = clean(node, path);
    if (text == null) {
      return null;
    }
    if (text.indexOf('\n') >= 0) {
      reading.error(node, Reading.label(path) + " must stand on one line", null);
      return null;
    }
    Matcher direction = DIRECTION.matcher(text);
    if (direction.find()) {
      reading.error(
          node,
          "%s holds an invisible character (U+%04X) that turns the direction of writing"
              .formatted(Reading.label(path), direction.group().codePointAt(0)),
          "remove it");
      return null;
    }
    return withoutPlaceholders(node, path, text.replace('\t', ' '));
  }

  /** A text of any length without placeholders. */
  @Nullable String paragraphs(YamlNode.Text node, String path) {
    String text = clean(node, path);
    return text == null ? null : withoutPlaceholders(node, path, text);
  }

  /** A text of any length that a letter fills in. */
  @Nullable String template(YamlNode.Text node, String path) {
    String text = clean(node, path);
    if (text == null) {
      return null;
    }
    List<Placeholders.Name> names = Placeholders.namesIn(node.text());
    if (names.stream().allMatch(Placeholders.Name::isKnown)) {
      return text;
    }
    List<SourcePlace> places = reading.placesInside(node, OPEN, names.size());
    for (int i = 0; i < names.size() && !reading.isFullOfErrors(); i++) {
      if (!names.get(i).isKnown()) {
        refuse(names.get(i), places.get(i));
      }
    }
    return text;
  }

  private void refuse(Placeholders.Name name, SourcePlace place) {
    if (!name.closed()) {
      reading.error(
          place, "the placeholder that begins here is not closed", "write `}` after its name");
      return;
    }
    String meant = Spelling.nearest(name.name(), Placeholders.NAMES);
    reading.error(
        place,
        "unknown placeholder `${" + Spelling.shown(name.name()) + "}`",
        meant != null
            ? "did you mean `${" + meant + "}`?"
            : "known: " + String.join(", ", Placeholders.NAMES));
  }

  private @Nullable String withoutPlaceholders(YamlNode.Text node, String path, String text) {
    List<Placeholders.Name> names = Placeholders.namesIn(node.text());
    if (names.isEmpty()) {
      return text;
    }
    reading.error(
        reading.placesInside(node, OPEN, names.size()).get(0),
        Reading.label(path) + ": `${…}` is not filled in here",
        "use it in letter, background, asks and summary");
    return null;
  }

  /** Without white space around; line breaks of every kind as newlines. */
  private @Nullable String clean(YamlNode.Text node, String path) {
    String written = node.text();
    boolean ordinary = written.chars().allMatch(TextReader::isOrdinary);
    String text =
        ordinary
            ? written.strip()
            : written.replaceAll("\r\n|[\r\u0085\u2028]", "\n").replace("\u2029", "\n\n").strip();
    if (text.isEmpty()) {
      reading.error(node, Reading.label(path) + " is empty", "write it, or leave the line out");
      return null;
    }
    if (ordinary) {
      return text;
    }
    Matcher control = CONTROL.matcher(text);
    if (control.find()) {
      reading.error(
          node,
          "%s holds a control character (U+%04X)"
              .formatted(Reading.label(path), control.group().codePointAt(0)),
          "remove it");
      return null;
    }
    if (DIRECTION.matcher(text).find()) {
      reading.warn(
          node,
          Reading.label(path) + " holds invisible characters that turn the direction of writing",
          "remove them; the software finds the direction itself");
    }
    return text;
  }

  /** Whether it is a letter, mark, sign, space or newline that needs no second look. */
  private static boolean isOrdinary(int c) {
    return c == '\n'
        || (c >= ' ' && c < 0x7F)
        || (c >= 0xA0 && c < 0x2028)
        || (c > 0x202E && c < 0x2066)
        || (c > 0x2069 && c < 0xD800)
        || (c >= 0xE000 && c < 0xFFFE);
  }
}
