package org.urgentaction.typeset;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Words already shaped, up to a number. */
final class WordCache {
  /** A number that fits any machine's memory. */
  static final int MOST = 50_000;

  private static final int LONGEST = 60;

  private record Key(int face, boolean rightToLeft, boolean ligatures, String text) {}

  private final Shaper shaper = new Shaper();
  private final Map<Key, ShapedWord> words = new ConcurrentHashMap<>();
  private final int most;

  WordCache() {
    this(MOST);
  }

  WordCache(int most) {
    this.most = most;
  }

  ShapedWord shaped(Typeface face, String text, boolean rightToLeft) {
    return shaped(face, text, rightToLeft, true);
  }

  ShapedWord shaped(Typeface face, String text, boolean rightToLeft, boolean ligatures) {
    Key key = new Key(face.slot(), rightToLeft, ligatures, text);
    ShapedWord known = words.get(key);
    if (known == null) {
      known = shaper.shape(face, text, rightToLeft, ligatures);
      if (text.length() <= LONGEST && words.size() < most) {
        words.put(key, known);
      }
    }
    return known;
  }
}
