package org.urgentaction.typeset;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.urgentaction.document.Directions;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.PrintableText;

/**
 * Cuts a paragraph into pieces that are each of one word, typeface, style and direction: direction
 * by UAX 9, places to break lines by UAX 14 and the language.
 */
final class ParagraphSetter {
  private static final int GUESTS = 85;
  private static final String LEFT_TO_RIGHT_MARK = "\u200E";
  private static final String HYPHENS = "-\u2010";

  private final FontLibrary library;
  private final WordCache words;
  private final Map<Locale, BreakIterator> breakers = new ConcurrentHashMap<>();

  ParagraphSetter(FontLibrary library, WordCache words) {
    this.library = library;
    this.words = words;
  }

  Paragraph paragraph(
      List<Inline> content,
      Locale language,
      boolean bold,
      boolean shared,
      MissingCharacters missing) {
    StyledText styled = new StyledText(content, bold);
    String text = PrintableText.clean(styled.text(), missing::noText);
    StyledText.Style[] styles = styled.styles();
    boolean rightToLeft = Document.isRightToLeft(language);
    Family home = library.family(language);
    TypefaceChooser chooser = new TypefaceChooser(library, home);
    List<List<Piece>> hardLines = new ArrayList<>();
    for (int from = 0; from <= text.length(); ) {
      int separator = text.indexOf(StyledText.LINE_SEPARATOR, from);
      int to = separator < 0 ? text.length() : separator;
      hardLines.add(
          pieces(
              text.substring(from, to),
              Arrays.copyOfRange(styles, from, to),
              language,
              rightToLeft,
              chooser,
              missing));
      from = to + 1;
    }
    int leading = leading(home, hardLines);
    return new Paragraph(hardLines, rightToLeft, leading, styled.links(), shared);
  }

  /** What the paragraph's own family asks for, or a little less than others in it do. */
  private static int leading(Family home, List<List<Piece>> hardLines) {
    int leading = home.leading();
    for (List<Piece> line : hardLines) {
      for (Piece piece : line) {
        leading = Math.max(leading, piece.word().face().leading() * GUESTS / 100);
      }
    }
    return leading;
  }

  private List<Piece> pieces(
      String text,
      StyledText.Style[] styles,
      Locale language,
      boolean rightToLeft,
      TypefaceChooser chooser,
      MissingCharacters missing) {
    int length = text.length();
    Directions directions = new Directions(text, rightToLeft);
    Typeface[] faces = chooser.choose(text, styles, missing);
    BreakIterator breaks = breaker(language);
    breaks.setText(text);
    int opportunity = next(breaks, text);
    List<Piece> pieces = new ArrayList<>();
    boolean mayBreak = false;
    for (int from = 0; from < length; ) {
      if (from == opportunity) {
        mayBreak = !(directions.dialled(from) && from > 0 && directions.dialled(from - 1));
        opportunity = next(breaks, text);
      }
      boolean space = text.charAt(from) == ' ';
      int to = from + 1;
      while (to < length
          && to != opportunity
          && (text.charAt(to) == ' ') == space
          && directions.level(to) == directions.level(from)
          && faces[to] == faces[from]
          && styles[to].equals(styles[from])) {
        to++;
      }
      byte level = directions.level(from);
      String shown = shown(text.substring(from, to), directions.dialled(from), space);
      ShapedWord word = words.shaped(faces[from], shown, (level & 1) == 1);
      if (word.size() > 0) {
        pieces.add(new Piece(word, styles[from], level, space, mayBreak));
        mayBreak = false;
      }
      from = to;
    }
    return pieces;
  }

  /**
   * The next place to break a line, but not after a hyphen: extractors of text take one at a line's
   * end for their own to remove, and a ragged line does not need the place.
   */
  private static int next(BreakIterator breaks, String text) {
    int place = breaks.next();
    while (place > 0 && place < text.length() && HYPHENS.indexOf(text.charAt(place - 1)) >= 0) {
      place = breaks.next();
    }
    return place;
  }

  /** The word as it is shaped: a number is told by a mark which way it is to be read. */
  private static String shown(String word, boolean dialled, boolean space) {
    String visible = TextFilter.visible(word);
    return dialled && !space ? LEFT_TO_RIGHT_MARK + visible : visible;
  }

  private BreakIterator breaker(Locale language) {
    return breakers
        .computeIfAbsent(
            language, locale -> BreakIterator.getLineInstance(ULocale.forLocale(locale)))
        .clone();
  }
}
