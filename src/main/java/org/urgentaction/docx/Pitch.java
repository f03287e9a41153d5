package org.urgentaction.docx;

/**
 * From line to line.
 *
 * @param twips twentieths of a point
 * @param exact whether the lines are never further apart; not where a script's faces differ much
 */
record Pitch(int twips, boolean exact) {
  private static final int PER_CENT_OF_SIZE = 130;
  private static final int OPEN = 130;

  /**
   * @param size of Noto Serif beside it, in half points
   * @param leading of the script, per cent of Noto Serif's, or 0 where the face itself must say
   */
  static Pitch of(int size, int leading) {
    int known = leading == 0 ? OPEN : leading;
    return new Pitch(size * 10 * PER_CENT_OF_SIZE * known / 10_000, leading != 0);
  }

  Pitch or(Pitch other) {
    return new Pitch(Math.max(twips, other.twips), exact && other.exact);
  }
}
