package org.urgentaction.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's words made fit for a terminal and a log: hostile, talkative, or about the writer. */
public final class ReplyText {
  private static final int LONGEST = 300;
  private static final Pattern UNFIT =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\u061c\\ufeff]+");
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>\"(),:;\\[\\]]+@[^\\s<>\"(),:;\\[\\]]+");
  private static final Pattern NETWORK =
      Pattern.compile("\\b\\d{1,3}(\\.\\d{1,3}){3}\\b|\\b[0-9a-fA-F]{1,4}(:[0-9a-fA-F]{0,4}){3,7}");

  private ReplyText() {}

  /**
   * One line of at most 300 characters, in which no address but those of the recipients is left.
   *
   * @param recipients the officials' addresses, in lower case
   */
  public static String clean(String reply, Set<String> recipients) {
    // Most answers are harmless, and to see that costs far less than three patterns.
    String line = reply.strip();
    if (!HeaderText.isPlain(line)) {
      line = UNFIT.matcher(line).replaceAll(" ").strip();
    }
    if (line.indexOf('@') >= 0) {
      line =
          ADDRESS
              .matcher(line)
              .replaceAll(
                  found ->
                      recipients.contains(found.group().toLowerCase(Locale.ROOT))
                          ? Matcher.quoteReplacement(found.group())
                          : "(address)");
    }
    if (has(3, '.', line) || has(3, ':', line)) {
      line = NETWORK.matcher(line).replaceAll("(number)");
    }
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  private static boolean has(int times, char character, String text) {
    int at = -1;
    for (int left = times; left > 0; left--) {
      at = text.indexOf(character, at + 1);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }
}
