package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;

/** A paragraph's inlines as one string, and which style each part of it has. */
final class StyledText {
  /** Ends a line, as {@link Inline.LineBreak} does. */
  static final char LINE_SEPARATOR = '\u2028';

  private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
  private static final char RIGHT_TO_LEFT_ISOLATE = '\u2067';
  private static final char END_OF_ISOLATE = '\u2069';

  /**
   * How a part is set.
   *
   * @param language where it is not the paragraph's
   * @param link the number of the link it belongs to, from 1, or 0
   */
  record Style(boolean bold, boolean italic, @Nullable Locale language, int link) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Style> styles = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private final List<Inline.Link> links = new ArrayList<>();

  StyledText(List<Inline> content, boolean bold) {
    add(content, new Style(bold, false, null, 0));
  }

  String text() {
    return text.toString();
  }

  /** The links, in the order of their numbers. */
  List<Inline.Link> links() {
    return links;
  }

  /** The style of each character. */
  Style[] styles() {
    Style[] each = new Style[text.length()];
    int from = 0;
    for (int i = 0; i < ends.size(); i++) {
      for (; from < ends.get(i); from++) {
        each[from] = styles.get(i);
      }
    }
    return each;
  }

  private void add(List<Inline> content, Style style) {
    for (Inline inline : content) {
      if (inline instanceof Inline.Text plain) {
        append(plain.text(), style);
      } else if (inline instanceof Inline.LineBreak) {
        append(" " + LINE_SEPARATOR, style); // the space parts words for those who hear them
      } else if (inline instanceof Inline.Strong strong) {
        add(strong.content(), new Style(true, style.italic, style.language, style.link));
      } else if (inline instanceof Inline.Emphasis emphasis) {
        add(emphasis.content(), new Style(style.bold, true, style.language, style.link));
      } else if (inline instanceof Inline.Link link) {
        links.add(link);
        int number = style.link == 0 ? links.size() : style.link;
        add(link.content(), new Style(style.bold, style.italic, style.language, number));
      } else if (inline instanceof Inline.Foreign foreign) {
        Style inside = new Style(style.bold, style.italic, foreign.language(), style.link);
        boolean rightToLeft = Document.isRightToLeft(foreign.language());
        append(String.valueOf(rightToLeft ? RIGHT_TO_LEFT_ISOLATE : LEFT_TO_RIGHT_ISOLATE), inside);
        add(foreign.content(), inside);
        append(String.valueOf(END_OF_ISOLATE), inside);
      }
    }
  }

  private void append(String more, Style style) {
    if (!more.isEmpty()) {
      text.append(more);
      styles.add(style);
      ends.add(text.length());
    }
  }
}
