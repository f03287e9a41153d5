package org.urgentaction.importing.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bullets and numbers that a list's items begin with where the format does not know lists.
 * Numbers count only in order, so that a date or a house number is none.
 */
final class Bullet {
  private static final Pattern SIGN =
      Pattern.compile(
          "[\u2022\u25FC\u25AA\u25A0\u25CF\u25E6\u2023\u2043\u00B7\u25CB\u25B6\u25BA"
              + "\u27A2\u2756\u2713\u2794\u25B8\u25FE\u30FB\uE000-\uF8FF]+ *(.*)");
  private static final Pattern DASH = Pattern.compile("[-\u2013\u2014*] +(.*)");
  private static final Pattern NUMBER = Pattern.compile("\\(?([0-9]{1,2})[.)] +(.*)");
  private static final Pattern DATE = Pattern.compile("\\p{L}+\\.? [0-9]{4}\\b.*");

  private int last;

  /** What follows a bullet, which may be nothing; null where the line begins with none. */
  @org.jspecify.annotations.Nullable
  String after(String line) {
    for (Pattern sign : new Pattern[] {SIGN, DASH}) {
      Matcher found = sign.matcher(line);
      if (found.matches()) {
        return group(found, 1);
      }
    }
    if (line.length() == 1 && "-\u2013*".contains(line)) {
      return "";
    }
    Matcher number = NUMBER.matcher(line);
    if (number.matches()) {
      int value = Integer.parseInt(group(number, 1));
      String rest = group(number, 2);
      if ((value == 1 || value == last + 1) && !DATE.matcher(rest).matches()) {
        last = value;
        return rest;
      }
    }
    return null;
  }

  private static String group(Matcher found, int group) {
    String text = found.group(group);
    return text == null ? "" : text;
  }
}
