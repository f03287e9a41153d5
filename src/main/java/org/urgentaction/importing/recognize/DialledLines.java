package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telephone and fax numbers in what stands after their label, with the notes beside them. */
final class DialledLines {
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\+\\s?|\\()?\\(?\\d[\\d\\s().‑–-]{3,40}+");
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*[;,|]\\s*|\\s+/\\s*|\\s*/\\s+|\\s+(?:or|and|o|y|ou|et|oder|und|e|eller)\\s+");
  private static final Pattern EXTENSION =
      Pattern.compile("\\s*(?:ext|extension|extensión|anexo|int)\\b", Pattern.CASE_INSENSITIVE);
  private static final int FEWEST_DIGITS = 5;
  private static final int MOST_PIECES = 40;

  private DialledLines() {}

  /** A number with the note that stands beside it. */
  record Dialled(String number, @Nullable String note) {}

  /**
   * The numbers of a text.
   *
   * @param pending a note that stood before the numbers, on a line of its own
   */
  static List<Dialled> in(String text, @Nullable String pending) {
    List<Dialled> found = new ArrayList<>();
    String before = pending;
    for (String piece : pieces(text.strip())) {
      if (EXTENSION.matcher(piece).lookingAt() && !found.isEmpty()) {
        add(found, note(piece.strip()));
        continue;
      }
      Matcher matcher = NUMBER.matcher(piece);
      int end = 0;
      boolean any = false;
      while (matcher.find()) {
        String number = number(matcher.group());
        if (digits(number) < FEWEST_DIGITS) {
          continue;
        }
        String lead = note(piece.substring(end, matcher.start()));
        end = matcher.start() + length(matcher.group());
        if (any) {
          add(found, lead);
          found.add(new Dialled(number, null));
        } else {
          found.add(new Dialled(number, joined(before, lead)));
        }
        before = null;
        any = true;
      }
      String after = note(piece.substring(Math.min(end, piece.length())));
      if (after != null && any) {
        add(found, after);
      } else if (after != null && piece.indexOf('(') >= 0) {
        before = joined(before, after);
      }
    }
    return found;
  }

  /** Parts at separators, those within brackets apart. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = SEPARATOR.matcher(text);
    int from = 0;
    while (matcher.find() && pieces.size() < MOST_PIECES) {
      String before = text.substring(from, matcher.start());
      if (before.chars().filter(c -> c == '(').count()
          > before.chars().filter(c -> c == ')').count()) {
        continue;
      }
      pieces.add(before);
      from = matcher.end();
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static void add(List<Dialled> found, @Nullable String note) {
    if (note != null) {
      Dialled last = found.remove(found.size() - 1);
      found.add(new Dialled(last.number(), joined(last.note(), note)));
    }
  }

  static @Nullable String joined(@Nullable String first, @Nullable String second) {
    return first == null ? second : second == null ? first : first + "; " + second;
  }

  /** Without a bracket that is not closed, and without what follows the last digit. */
  private static String number(String matched) {
    String text = matched;
    int end = text.length();
    while (end > 0 && !Character.isDigit(text.charAt(end - 1))) {
      end--;
    }
    text = text.substring(0, end);
    if (text.startsWith("(") && text.indexOf(')') < 0) {
      text = text.substring(1);
    }
    return text.replaceAll("\\s+", " ").replace("+ ", "+").strip();
  }

  private static int length(String matched) {
    int end = matched.length();
    while (end > 0 && !Character.isDigit(matched.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static int digits(String number) {
    return (int) number.chars().filter(Character::isDigit).count();
  }

  /** Words without the brackets and signs around them; null where there are none. */
  static @Nullable String note(String text) {
    String bare = text.replaceAll("[()\\[\\]]", " ").replaceAll("\\s+", " ").strip();
    int from = 0;
    while (from < bare.length() && ".,:;-–/| ".indexOf(bare.charAt(from)) >= 0) {
      from++;
    }
    int to = bare.length();
    while (to > from && ".,:;-–/| ".indexOf(bare.charAt(to - 1)) >= 0) {
      to--;
    }
    String note = bare.substring(from, to);
    return note.length() < 3 || note.length() > 120 || note.chars().noneMatch(Character::isLetter)
        ? null
        : note;
  }
}
