package org.urgentaction.document;

import com.ibm.icu.text.Bidi;
import java.util.Arrays;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which way each character of a line runs, by UAX 9, but for telephone numbers: these are kept
 * together, whose groups of digits would otherwise stand in reverse among Arabic letters.
 */
public final class Directions {
  private static final Pattern TELEPHONE_NUMBER = Pattern.compile("\\+\\d[\\d ()./-]*\\d");

  private final byte @Nullable [] levels;
  private final BitSet dialled = new BitSet();

  /** Of one paragraph, whose direction is known. */
  public Directions(String text, boolean rightToLeft) {
    if (!rightToLeft && !Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
      levels = null;
      return;
    }
    Bidi bidi = new Bidi();
    bidi.setPara(text, rightToLeft ? Bidi.RTL : Bidi.LTR, null);
    levels = bidi.getLevels();
    Matcher number = TELEPHONE_NUMBER.matcher(text);
    while (number.find()) {
      byte lowest = Byte.MAX_VALUE;
      for (int i = number.start(); i < number.end(); i++) {
        lowest = (byte) Math.min(lowest, levels[i]);
      }
      Arrays.fill(levels, number.start(), number.end(), (byte) ((lowest + 1) & ~1));
      dialled.set(number.start(), number.end());
    }
  }

  /** The embedding level of a character, odd where it runs from right to left. */
  public byte level(int index) {
    return levels == null ? 0 : levels[index];
  }

  /** Whether a character is of a telephone number among letters that run from right to left. */
  public boolean dialled(int index) {
    return dialled.get(index);
  }
}
