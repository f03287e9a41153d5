package org.urgentaction.importing.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One text as YAML writes it, so that it is read back letter by letter: plain, quoted, folded. */
final class YamlText {
  /** Columns of a line, as in the files that people write. */
  static final int WIDTH = 118;

  /** Begins with a letter, or with a digit where words follow; no sign that YAML gives meaning. */
  private static final Pattern SIMPLE =
      Pattern.compile(
          "(?:[\\p{L}(]|\\d[^\\s,]*,? +(?=.*\\p{L}))[\\p{L}\\p{M}\\p{N} .,;()'’“”«»–—/&%+@*!?=_:#$-]*");

  /** Signs that part or mark values between brackets. */
  private static final Pattern IN_LIST = Pattern.compile("[,:?]");

  private static final Set<String> RESERVED =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf");

  /** At the beginning of a line these make a heading, a list, a quotation or a rule of it. */
  private static final Pattern MARKDOWN_SIGN = Pattern.compile("[#>+*=~`|<-].*|\\d+[.)].*");

  private static final Pattern MARKER = Pattern.compile("( *(?:[-+*]|\\d{1,9}[.)]) +).*");

  private static final int LONGEST_SIGN = 12;

  private YamlText() {}

  /**
   * On one line: plain where YAML takes it for nothing but this text, in double quotes otherwise.
   *
   * @param inList whether it stands between brackets, where commas part values
   */
  static String inline(String text, boolean inList) {
    return isPlain(text, inList) ? text : quoted(text);
  }

  private static boolean isPlain(String text, boolean inList) {
    return SIMPLE.matcher(text).matches()
        && !RESERVED.contains(text.toLowerCase(Locale.ROOT))
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.endsWith(":")
        && !text.endsWith(" ")
        && !(inList && IN_LIST.matcher(text).find());
  }

  /** In double quotes; the text holds no control character. */
  static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + '"';
  }

  /** The lines of a text without line ends, to be joined by spaces again. */
  static List<String> folded(String text, int width) {
    return wrapped(text, width, "", false);
  }

  /** The lines of a Markdown text, its long paragraphs broken where that changes nothing. */
  static List<String> markdown(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      Matcher marker = MARKER.matcher(line);
      String bare = line.stripLeading();
      if (bare.isEmpty()) {
        lines.add("");
      } else if (bare.startsWith("#") || bare.startsWith(">")) {
        lines.add(line);
      } else {
        int indent = marker.matches() ? marker.group(1).length() : line.length() - bare.length();
        lines.addAll(wrapped(line, width, " ".repeat(indent), true));
      }
    }
    return lines;
  }

  private static List<String> wrapped(String line, int width, String indent, boolean markdown) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int candidate = -1;
    for (int i = 0; i < line.length(); i++) {
      if (i - start > width - (lines.isEmpty() ? 0 : indent.length()) && candidate > start) {
        lines.add((lines.isEmpty() ? "" : indent) + line.substring(start, candidate));
        start = candidate + 1;
        candidate = -1;
      }
      if (line.charAt(i) == ' ' && canBreak(line, start, i, markdown)) {
        candidate = i;
      }
    }
    lines.add((lines.isEmpty() ? "" : indent) + line.substring(start));
    return lines;
  }

  /** A single space between two words, of which the second means nothing at a line's beginning. */
  private static boolean canBreak(String line, int start, int at, boolean markdown) {
    boolean single =
        at > start
            && at + 1 < line.length()
            && !Character.isWhitespace(line.charAt(at - 1))
            && !Character.isWhitespace(line.charAt(at + 1))
            && line.charAt(at - 1) != '\\';
    String next = line.substring(at + 1, Math.min(line.length(), at + LONGEST_SIGN));
    return single
        && !(markdown && MARKDOWN_SIGN.matcher(next).matches())
        && !(markdown && isMarker(line, start, at));
  }

  /** Whether all before the space is the sign of a list's item. */
  private static boolean isMarker(String line, int start, int at) {
    return at - start < LONGEST_SIGN
        && MARKER.matcher(line.substring(start, at) + " x").matches()
        && line.substring(start, at).strip().indexOf(' ') < 0;
  }
}
