package org.urgentaction.typeset;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Says where the words of one paragraph may be divided, and with what sign. */
final class WordDivider {
  private final Hyphenator hyphenator;
  private final Locale language;
  private final boolean heading;

  /**
   * @param language of the paragraph
   * @param heading whether it is one, whose words stay whole wherever they fit a line
   */
  WordDivider(Hyphenator hyphenator, Locale language, boolean heading) {
    this.hyphenator = hyphenator;
    this.language = language;
    this.heading = heading;
  }

  /**
   * Before which of a word's clusters it may be divided: where soft hyphens say, else where the
   * patterns of its language do. What begins with a capital is taken for a name and stays whole,
   * but in German.
   *
   * @param tooWide whether no line has room for it
   */
  BitSet places(Piece piece, boolean tooWide) {
    BitSet places = new BitSet();
    if (piece.space() || (piece.level() & 1) == 1) {
      return places;
    }
    ShapedWord word = piece.word();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < word.size(); i++) {
      text.append(word.cluster(i).text());
    }
    BitSet offsets = offsets(text.toString(), piece, tooWide);
    int at = 0;
    for (int i = 0; i < word.size(); i++) {
      places.set(i, i > 0 && offsets.get(at));
      at += word.cluster(i).text().length();
    }
    return places;
  }

  private BitSet offsets(String text, Piece piece, boolean tooWide) {
    if (!piece.softHyphens().isEmpty()) {
      BitSet soft = new BitSet();
      piece.softHyphens().forEach(soft::set);
      return soft;
    }
    Locale own = Objects.requireNonNullElse(piece.style().language(), language);
    boolean name = !own.getLanguage().equals("de") && firstLetterIsCapital(text);
    return !tooWide && (heading || name) ? new BitSet() : hyphenator.places(text, own);
  }

  private static boolean firstLetterIsCapital(String text) {
    int first = text.codePoints().filter(Character::isLetter).findFirst().orElse(0);
    return Character.isUpperCase(first) || Character.isTitleCase(first);
  }

  /** Whether lines of a paragraph may end with a sign that its text does not have. */
  boolean mayDivide(List<Piece> line) {
    return Hyphenator.knows(language)
        || line.stream()
            .anyMatch(
                piece ->
                    !piece.softHyphens().isEmpty()
                        || (piece.style().language() != null
                            && Hyphenator.knows(piece.style().language())));
  }

  /** The sign that shows that a word goes on, after a part of it. */
  Piece hyphen(Piece part) {
    return new Piece(part.word().face().hyphen(), part.style(), part.level(), false, false);
  }
}
