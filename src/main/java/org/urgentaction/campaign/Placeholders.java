package org.urgentaction.campaign;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@code ${…}} of a campaign's texts: which names there are, and where they stand in a text.
 */
public final class Placeholders {
  /** Every name that a letter fills in; nothing else may stand between the braces. */
  public static final List<String> NAMES =
      List.of(
          "writer.name",
          "writer.city",
          "writer.country",
          "writer.address",
          "target.name",
          "target.role",
          "target.organization",
          "person.name",
          "people",
          "country",
          "ua",
          "date",
          "deadline",
          "words");

  private Placeholders() {}

  /** A part of a text. */
  public sealed interface Part {}

  /** Words that stay as they are. */
  public record Literal(String text) implements Part {}

  /**
   * A placeholder.
   *
   * @param name what stands between the braces, without spaces around it
   * @param offset of its dollar sign in the text, in UTF-16 units
   * @param closed whether its brace is closed on the same line; never false in a campaign that was
   *     read
   */
  public record Name(String name, int offset, boolean closed) implements Part {

    /** Whether a letter can fill it in. */
    public boolean isKnown() {
      return closed && NAMES.contains(name);
    }
  }

  /** Takes a text apart; joined again, its parts are the text. */
  public static List<Part> parse(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
      if (at > from) {
        parts.add(new Literal(text.substring(from, at)));
      }
      int lineEnd = text.indexOf('\n', at);
      int end = lineEnd < 0 ? text.length() : lineEnd;
      int brace = text.indexOf('}', at);
      boolean closed = brace >= 0 && brace < end;
      String name = text.substring(at + 2, closed ? brace : end).strip();
      parts.add(new Name(name, at, closed));
      from = closed ? brace + 1 : end;
    }
    if (from < text.length()) {
      parts.add(new Literal(text.substring(from)));
    }
    return parts;
  }

  /** The placeholders of a text, in order. */
  public static List<Name> namesIn(String text) {
    return parse(text).stream().filter(Name.class::isInstance).map(Name.class::cast).toList();
  }
}
