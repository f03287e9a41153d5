package org.urgentaction.importing.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urgentaction.campaign.Placeholders;

/** Texts of a stranger's document without what no campaign file may hold. */
final class CleanText {
  private static final Pattern LINE_END = Pattern.compile("\r\n?|[\\u0085\\u2028\\u2029\\x0B\\f]");

  /** Control characters, marks that turn the direction of writing, what is no character at all. */
  private static final Pattern UNWANTED =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]|\\p{Cs}");

  private static final Pattern KNOWN =
      Pattern.compile(
          "\\$\\{[ \\t]*(?:"
              + String.join("|", Placeholders.NAMES).replace(".", "\\.")
              + ")[ \\t]*\\}");

  private static final Pattern OPEN = Pattern.compile("\\$\\{");

  private CleanText() {}

  /** Whether something is taken out that a reader of the document does not see. */
  static boolean hides(String text) {
    return UNWANTED.matcher(LINE_END.matcher(text).replaceAll("\n")).find();
  }

  /** On one line, without placeholders. */
  static String line(String text) {
    return OPEN.matcher(paragraphs(text).replaceAll("\\s*\n\\s*", " ").replace('\t', ' '))
        .replaceAll(Matcher.quoteReplacement("$ {"));
  }

  /** Of any length; spaces at the ends of lines are dropped. */
  static String paragraphs(String text) {
    return UNWANTED
        .matcher(LINE_END.matcher(text).replaceAll("\n"))
        .replaceAll("")
        .replaceAll("[ \\t]+(?=\n)", "")
        .strip();
  }

  /** Markdown in which no {@code ${…}} is one that a letter fills in. */
  static String literal(String markdown) {
    return OPEN.matcher(paragraphs(markdown)).replaceAll(Matcher.quoteReplacement("$\\{"));
  }

  /** Markdown in which the known placeholders stay what they are. */
  static String template(String markdown) {
    String text = paragraphs(markdown);
    Matcher open = OPEN.matcher(text);
    StringBuilder clean = new StringBuilder();
    while (open.find()) {
      boolean known = KNOWN.matcher(text).region(open.start(), text.length()).lookingAt();
      open.appendReplacement(clean, Matcher.quoteReplacement(known ? "${" : "$\\{"));
    }
    return open.appendTail(clean).toString();
  }
}
