package org.urgentaction.docx;

/**
 * From line to line.
 *
 * @param twips twentieths of a point
 * @param exact whether the lines are never further apart; not where a script's faces differ much
 */
record Pitch(int twips, boolean exact) {
  private static final int OPEN = 130;

  /**
   * @param size of Noto Serif beside it, in half points
   * @param leading per cent of the size
   * @param script per cent of that for the script, or 0 where the face itself must say
   */
  static Pitch of(int size, int leading, int script) {
    int known = script == 0 ? OPEN : script;
    return new Pitch(size * 10 * leading * known / 10_000, script != 0);
  }

  Pitch or(Pitch other) {
    return new Pitch(Math.max(twips, other.twips), exact && other.exact);
  }
}
