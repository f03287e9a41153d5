package org.urgentaction.importing.read;

import java.util.regex.Pattern;
import org.urgentaction.importing.IssuedLine;
import org.urgentaction.importing.IssuedLine.Kind;

/**
 * Whether a line goes on where the one before it broke off, in text that somebody copied line by
 * line: only where the first is long and without an end, and the second begins small and is no
 * address, label or link.
 */
final class Continuation {
  private static final int SHORTEST_FIRST = 40;
  private static final Pattern OWN_LINE =
      Pattern.compile(
          "(?:\\S*@\\S*|(?:https?:|www\\.)\\S*|c/o|p\\.?o\\.?|z\\.?\\s?hd\\.?)\\b.*"
              + "|[^:：.]{1,30}[:：](?:\\s.*)?",
          Pattern.CASE_INSENSITIVE);
  private static final String ENDS = ".!?:;。！？：；…»”\"’)]>|@";

  private Continuation() {}

  static boolean follows(IssuedLine first, String second) {
    return first.kind() != Kind.HEADING && breaksOff(first.text(), second);
  }

  static boolean breaksOff(String text, String second) {
    return text.length() >= SHORTEST_FIRST
        && ENDS.indexOf(text.charAt(text.length() - 1)) < 0
        && text.indexOf('@') < 0
        && !second.isEmpty()
        && Character.isLowerCase(second.codePointAt(0))
        && !isOwnLine(second);
  }

  /** Whether a line looks as if it stood by itself: a label, an address for mail, a link. */
  static boolean isOwnLine(String text) {
    return OWN_LINE.matcher(text).matches();
  }
}
