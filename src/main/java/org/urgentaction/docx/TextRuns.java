package org.urgentaction.docx;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.urgentaction.document.Directions;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;

/**
 * Splits a paragraph into runs by what it is, by direction (UAX 9) and by script (UAX 24): Word
 * orders, measures and checks the spelling of each run by the properties it is given.
 */
final class TextRuns {
  private static final String LEFT_TO_RIGHT_ISOLATE = "\u2066";
  private static final String RIGHT_TO_LEFT_ISOLATE = "\u2067";
  private static final String END_OF_ISOLATE = "\u2069";

  private static final String LEFT_TO_RIGHT_MARK = "\u200E";
  private static final String RIGHT_TO_LEFT_MARK = "\u200F";
  private static final Pattern NUMBER = Pattern.compile("[\\p{Nd}.,:/]+");

  private final StringBuilder text = new StringBuilder();
  private final List<CharacterStyle> styles = new ArrayList<>();
  private final Locale language;

  private TextRuns(Locale language) {
    this.language = language;
  }

  /**
   * The runs in logical order.
   *
   * @throws org.urgentaction.problem.InvalidInputException where a character is no text
   */
  static List<TextRun> of(List<Inline> content, Locale language) {
    TextRuns paragraph = new TextRuns(language);
    paragraph.add(content, CharacterStyle.plain(language));
    return paragraph.split();
  }

  private void add(List<Inline> content, CharacterStyle style) {
    for (Inline inline : content) {
      if (inline instanceof Inline.Text plain) {
        append(Printable.of(plain.text()), style);
      } else if (inline instanceof Inline.LineBreak) {
        append(TextRun.BREAK, style);
      } else if (inline instanceof Inline.Strong strong) {
        add(strong.content(), style.asStrong());
      } else if (inline instanceof Inline.Emphasis emphasis) {
        add(emphasis.content(), style.asEmphasis());
      } else if (inline instanceof Inline.Link link) {
        add(link.content(), style.leading(link.target()));
      } else if (inline instanceof Inline.Foreign foreign) {
        CharacterStyle inside = style.in(foreign.language());
        boolean rightToLeft = Document.isRightToLeft(foreign.language());
        append(rightToLeft ? RIGHT_TO_LEFT_ISOLATE : LEFT_TO_RIGHT_ISOLATE, inside);
        add(foreign.content(), inside);
        append(END_OF_ISOLATE, inside);
      }
    }
  }

  private void append(String words, CharacterStyle style) {
    text.append(words);
    for (int i = 0; i < words.length(); i++) {
      styles.add(style);
    }
  }

  private List<TextRun> split() {
    boolean home = Document.isRightToLeft(language);
    Directions directions = new Directions(text.toString(), home);
    List<TextRun> runs = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    TextRun last = null;
    ScriptFont own = ScriptFont.of(language);
    ScriptFont around = own;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int script = UScript.getScript(point);
      if (script != UScript.COMMON && script != UScript.INHERITED) {
        around = ScriptFont.of(script, own);
      }
      if (!Printable.steers(point)) {
        boolean rightToLeft =
            (directions.level(i) & 1) == 1
                || (!directions.dialled(i) && isRightToLeftLetterOrDigit(point));
        TextRun next =
            new TextRun(
                Character.toString(point),
                styles.get(i),
                face(around, own, rightToLeft),
                rightToLeft);
        if (last != null && (next.isBreak() || !goesOn(last, next))) {
          runs.add(with(last, words));
          words.setLength(0);
        }
        words.appendCodePoint(point);
        last = next;
      }
      i += Character.charCount(point);
    }
    if (last != null) {
      runs.add(with(last, words));
    }
    return runs;
  }

  /**
   * Marks at its ends keep a run in its order, which word processors that know the paragraph's
   * direction alone would else take from what stands beside it: of a house number, a plus sign, or
   * a comma between two names.
   */
  private TextRun with(TextRun run, StringBuilder words) {
    String text = words.toString();
    boolean home = Document.isRightToLeft(language);
    boolean marked =
        run.rightToLeft() != home || (home && text.codePoints().noneMatch(TextRuns::isStrong));
    if (marked && !run.isBreak() && !NUMBER.matcher(text).matches()) {
      String mark = run.rightToLeft() ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
      text =
          (isStrong(text.codePointAt(0)) ? "" : mark)
              + text
              + (isStrong(text.codePointBefore(text.length())) ? "" : mark);
    }
    return new TextRun(text, run.style(), run.font(), run.rightToLeft());
  }

  private static boolean isStrong(int point) {
    return switch (UCharacter.getDirection(point)) {
      case UCharacter.LEFT_TO_RIGHT, UCharacter.RIGHT_TO_LEFT, UCharacter.RIGHT_TO_LEFT_ARABIC ->
          true;
      default -> false;
    };
  }

  private static boolean goesOn(TextRun run, TextRun next) {
    return !run.isBreak()
        && run.font() == next.font()
        && run.rightToLeft() == next.rightToLeft()
        && run.style().equals(next.style());
  }

  /** Spaces, digits and punctuation take the face around them, if that runs as they do. */
  private static ScriptFont face(ScriptFont around, ScriptFont own, boolean rightToLeft) {
    if (around.rightToLeft() == rightToLeft) {
      return around;
    }
    if (own.rightToLeft() == rightToLeft) {
      return own;
    }
    return rightToLeft ? ScriptFont.ARABIC : ScriptFont.EUROPEAN;
  }

  /** Among them Arabic-Indic digits, which are ordered to the right in their own script's runs. */
  private static boolean isRightToLeftLetterOrDigit(int point) {
    return switch (UCharacter.getDirection(point)) {
      case UCharacter.RIGHT_TO_LEFT, UCharacter.RIGHT_TO_LEFT_ARABIC, UCharacter.ARABIC_NUMBER ->
          true;
      default -> point >= 0x06F0 && point <= 0x06F9;
    };
  }
}
