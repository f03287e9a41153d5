package org.urgentaction.typeset;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
  private static final Set<String> WITH_DOTLESS_I = Set.of("az", "crh", "gag", "tr", "tt");
  private static final int GUESTS = 85;
  private static final String LEFT_TO_RIGHT_MARK = "\u200E";
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final String HYPHENS = "-\u2010" + SOFT_HYPHEN;

  private final FontLibrary library;
  private final WordCache words;
  private final Hyphenator hyphenator = new Hyphenator();
  private final Map<Locale, BreakIterator> breakers = new ConcurrentHashMap<>();

  ParagraphSetter(FontLibrary library, WordCache words) {
    this.library = library;
    this.words = words;
  }

  Paragraph paragraph(
      List<Inline> content,
      Surroundings surroundings,
      boolean bold,
      boolean shared,
      MissingCharacters missing) {
    StyledText styled = new StyledText(content, bold);
    String text = PrintableText.clean(styled.text(), missing::noText);
    StyledText.Style[] styles = styled.styles();
    Locale language = surroundings.language();
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
              surroundings,
              rightToLeft,
              chooser,
              missing));
      from = to + 1;
    }
    int leading = leading(home, hardLines);
    WordDivider divider = new WordDivider(hyphenator, language, bold);
    return new Paragraph(hardLines, rightToLeft, leading, styled.links(), divider, shared);
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
      Surroundings surroundings,
      boolean rightToLeft,
      TypefaceChooser chooser,
      MissingCharacters missing) {
    int length = text.length();
    Locale language = surroundings.language();
    BitSet whole = surroundings.insideNames(text);
    Directions directions = new Directions(text, rightToLeft);
    Typeface[] faces = chooser.choose(text, styles, missing);
    BreakIterator breaks = breaker(language);
    breaks.setText(text);
    int opportunity = next(breaks, text, whole);
    List<Piece> pieces = new ArrayList<>();
    boolean mayBreak = false;
    for (int from = 0; from < length; ) {
      if (from == opportunity) {
        mayBreak = !(directions.dialled(from) && from > 0 && directions.dialled(from - 1));
        opportunity = next(breaks, text, whole);
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
      ShapedWord word = shaped(faces[from], shown, (level & 1) == 1, styles[from], language);
      if (word.size() > 0) {
        List<Integer> soft = softHyphens(text, from, to);
        pieces.add(new Piece(word, styles[from], level, space, mayBreak, soft));
        mayBreak = false;
      }
      from = to;
    }
    return pieces;
  }

  /**
   * The next place to break a line, but not after a hyphen: extractors of text take one at a line's
   * end for their own to remove, and a ragged line does not need the place. A soft hyphen is no end
   * of a word either, but a place to divide it. A name stays whole, and a Burmese syllable.
   */
  private static int next(BreakIterator breaks, String text, BitSet whole) {
    int place = breaks.next();
    while (place > 0
        && place < text.length()
        && (HYPHENS.indexOf(text.charAt(place - 1)) >= 0
            || whole.get(place)
            || BurmeseSyllables.inside(text, place))) {
      place = breaks.next();
    }
    return place;
  }

  /** Where ı is a letter of its own, a ligature must not hide the dot of i. */
  private ShapedWord shaped(
      Typeface face, String shown, boolean rightToLeft, StyledText.Style style, Locale language) {
    Locale own = style.language() == null ? language : style.language();
    boolean apart = WITH_DOTLESS_I.contains(own.getLanguage()) && shown.indexOf('f') >= 0;
    return words.shaped(face, shown, rightToLeft, !apart);
  }

  /** Before which of a word's visible characters it has soft hyphens. */
  private static List<Integer> softHyphens(String text, int from, int to) {
    int at = text.indexOf(SOFT_HYPHEN, from);
    if (at < 0 || at >= to) {
      return List.of();
    }
    List<Integer> places = new ArrayList<>();
    for (; at >= 0 && at < to; at = text.indexOf(SOFT_HYPHEN, at + 1)) {
      places.add(TextFilter.visible(text.substring(from, at)).length());
    }
    return places;
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
