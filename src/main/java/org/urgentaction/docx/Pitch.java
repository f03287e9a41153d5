package org.urgentaction.docx;

/**
 * From line to line, in twentieths of a point.
 *
 * @param twips as the PDF has it
 * @param exact whether the lines are never further apart; not where a script's faces differ much
 * @param likely how far apart they will be with the face that is named
 */
record Pitch(int twips, boolean exact, int likely) {
  private static final int GUESTS = 85;

  /** Of a paragraph in one face. */
  static Pitch of(int size, int leading, ScriptFont face) {
    return of(size, leading, face, 100);
  }

  /** A little less than the face asks for in paragraphs of its own. */
  static Pitch ofGuest(int size, int leading, ScriptFont face) {
    return of(size, leading, face, GUESTS);
  }

  /**
   * @param size of Noto Serif beside it, in half points
   * @param leading per cent of the size
   * @param share per cent of what the face asks for
   */
  private static Pitch of(int size, int leading, ScriptFont face, int share) {
    int asked = face.leading() * share / 100;
    int twips = (int) ((long) size * 10 * leading * asked / 10_000);
    int natural = face.size(size) * 10 * face.natural() / 100;
    return new Pitch(twips, face.natural() == 0, Math.max(twips, natural));
  }

  Pitch or(Pitch other) {
    return new Pitch(
        Math.max(twips, other.twips), exact && other.exact, Math.max(likely, other.likely));
  }
}
