package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a head apart that stands on one line: who, which body, where. */
final class HeadSplitter {
  private static final Pattern CARE_OF =
      Pattern.compile("\\s+(?=c/o\\s)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("(?<=[\\s,])\\d");

  private final HeadWords words;

  HeadSplitter(HeadWords words) {
    this.words = words;
  }

  List<HeadLine> split(HeadLine head) {
    String text = head.text();
    boolean sentence =
        text.indexOf(',') > 0 && words.isPerson(text.substring(0, text.indexOf(',')));
    if (text.length() < 60 && !(sentence && text.length() > 45) && !CARE_OF.matcher(text).find()) {
      return List.of(head);
    }
    List<String> parts = new ArrayList<>();
    Matcher careOf = CARE_OF.matcher(text);
    if (careOf.find()) {
      parts.addAll(who(text.substring(0, careOf.start())));
      parts.add(text.substring(careOf.end()));
    } else {
      parts.addAll(who(text));
    }
    return parts.stream()
        .map(HeadSplitter::clean)
        .filter(part -> !part.isEmpty())
        .map(part -> new HeadLine(part, head.line()))
        .toList();
  }

  private List<String> who(String text) {
    int organ = words.organWithin(text);
    int comma = text.indexOf(',');
    if (organ > 0
        && (comma < 0 || organ < comma)
        && !HeadWords.hasDigit(text.substring(0, organ))
        && (words.isPerson(text.substring(0, organ))
            || words.roleAndName(text.substring(0, organ)) != null)) {
      List<String> parts = new ArrayList<>(List.of(text.substring(0, organ)));
      parts.addAll(where(text.substring(organ)));
      return parts;
    }
    if (comma > 0 && words.isPerson(text.substring(0, comma))) {
      List<String> parts = new ArrayList<>(List.of(text.substring(0, comma)));
      parts.addAll(where(text.substring(comma + 1).strip()));
      return parts;
    }
    if (comma > 0 && words.kind(text.substring(0, comma)) == HeadWords.Kind.ROLE) {
      String left = text.substring(0, comma);
      HeadWords.RoleAndName both = words.roleAndName(left);
      String right = text.substring(comma + 1).strip();
      int next = right.indexOf(',');
      String first = next < 0 ? right : right.substring(0, next);
      List<String> parts = new ArrayList<>(List.of(left));
      if (both == null && words.isPerson(first)) {
        parts.add(first);
        parts.addAll(next < 0 ? List.of() : where(right.substring(next + 1).strip()));
      } else {
        parts.addAll(where(right));
      }
      return parts;
    }
    return where(text);
  }

  /** A body's name, then from the first comma or number on where it sits. */
  private List<String> where(String text) {
    HeadWords.Kind kind =
        words.kind(
            text.replaceAll("[\\d].*", "").isBlank() ? text : text.replaceAll(",.*|\\s\\d.*", ""));
    if (kind == HeadWords.Kind.PLACE || kind == HeadWords.Kind.NAME) {
      return List.of(text);
    }
    Matcher number = NUMBER.matcher(text);
    int end = number.find() ? number.start() : text.length();
    int comma = text.indexOf(',');
    if (comma > 0 && comma < end) {
      end = comma;
    }
    return end >= text.length()
        ? List.of(text)
        : List.of(text.substring(0, end), text.substring(end));
  }

  private static String clean(String part) {
    String text = part.strip();
    while (text.startsWith(",") || text.startsWith(";")) {
      text = text.substring(1).strip();
    }
    while (text.endsWith(",") || text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    return text;
  }
}
