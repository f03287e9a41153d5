package org.urgentaction.importing.recognize;

import java.util.List;
import org.urgentaction.importing.IssuedLine;

/** Paragraphs as the small Markdown of a campaign file, their own signs escaped. */
final class Markup {
  private static final String SIGNS = "\\`*_[]<>";

  private Markup() {}

  /**
   * @param headings whether headings are kept, as {@code ##}
   */
  static String of(List<Paragraphs.Paragraph> paragraphs, boolean headings) {
    StringBuilder text = new StringBuilder();
    boolean list = false;
    for (Paragraphs.Paragraph paragraph : paragraphs) {
      boolean item = paragraph.kind() == IssuedLine.Kind.ITEM;
      if (text.length() > 0) {
        text.append(item && list ? "\n" : "\n\n");
      }
      list = item;
      if (item) {
        text.append("- ").append(escaped(paragraph.text()));
      } else if (headings && isHeading(paragraph)) {
        text.append("## ").append(escaped(paragraph.text()));
      } else {
        text.append(lineStart(escaped(paragraph.text())));
      }
    }
    return text.toString();
  }

  /** A short line without a full stop, set apart from what follows. */
  static boolean isHeading(Paragraphs.Paragraph paragraph) {
    String text = paragraph.text();
    return paragraph.kind() == IssuedLine.Kind.HEADING
        || ((paragraph.strong() || paragraph.gapBefore())
            && text.length() <= 90
            && !Paragraphs.endsSentence(text)
            && !text.endsWith(",")
            && text.split("\\s+", 16).length <= 12
            && Character.isLetter(text.charAt(0)));
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SIGNS.indexOf(c) >= 0) {
        escaped.append('\\');
      } else if (c == '$' && i + 1 < text.length() && text.charAt(i + 1) == '{') {
        escaped.append("$ ");
        continue;
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /** What would begin a heading, a list or a quotation at the start of a line. */
  private static String lineStart(String text) {
    if (text.isEmpty()) {
      return text;
    }
    char first = text.charAt(0);
    if ("#+-=~".indexOf(first) >= 0) {
      return "\\" + text;
    }
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits)) && digits < 10) {
      digits++;
    }
    if (digits > 0
        && digits < text.length()
        && ".)".indexOf(text.charAt(digits)) >= 0
        && digits + 1 < text.length()
        && text.charAt(digits + 1) == ' ') {
      return text.substring(0, digits) + "\\" + text.substring(digits);
    }
    return text;
  }
}
