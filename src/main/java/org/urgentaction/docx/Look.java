package org.urgentaction.docx;

import java.util.List;
import java.util.Locale;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;

/**
 * What a document's language, kind and setting decide: faces, direction, sizes in half points, room
 * between lines and paragraphs. The same figures as on the pages of the PDF.
 *
 * @param letter whether it has an address; the heading of what has none is larger
 * @param bulletin whether its first heading is its title
 */
record Look(
    Locale language,
    ScriptFont font,
    boolean rightToLeft,
    boolean letter,
    boolean bulletin,
    Setting setting) {
  /** The size of what stands at the head and foot of pages. */
  static final int RUNNING = Setting.STEPS.get(0).small();

  private static final int[] HEADINGS = {150, 125, 110};
  private static final int[] BULLETIN_HEADINGS = {190, 112, 102};

  static Look of(Document document, Setting setting) {
    return new Look(
        document.language(),
        ScriptFont.of(document.language()),
        document.rightToLeft(),
        document.blocks().stream().anyMatch(Block.Address.class::isInstance),
        document.bulletin(),
        setting);
  }

  int size() {
    return setting.size();
  }

  /** The size of a paragraph by what it is in a letter. */
  int size(Block.Role role) {
    return switch (role) {
      case COPY, CAPTION -> setting.small();
      case MASTHEAD -> setting.size() * 17 / 10;
      case LEAD -> setting.size() + 1;
      default -> setting.size();
    };
  }

  /** The size of what stands in a box. */
  int boxSize() {
    return Math.max(16, setting.size() - 2);
  }

  /**
   * @param level from 1
   */
  int headingSize(int level) {
    int[] headings = bulletin ? BULLETIN_HEADINGS : HEADINGS;
    return letter ? size() : size() * headings[Math.min(level, headings.length) - 1] / 100;
  }

  Pitch pitch(int size) {
    return pitch(size, font);
  }

  Pitch pitch(int size, ScriptFont face) {
    return Pitch.of(size, setting.leading(), face);
  }

  /** From line to line of a paragraph, by its own language and the guests in it. */
  Pitch pitch(int size, Locale paragraph, List<TextRun> runs) {
    Pitch own = pitch(size, ScriptFont.of(paragraph));
    return runs.stream()
        .filter(run -> !run.isBreak() && run.font() != ScriptFont.of(paragraph))
        .map(run -> Pitch.ofGuest(size, setting.leading(), run.font()))
        .reduce(own, Pitch::or);
  }

  /** Between paragraphs. */
  int gap() {
    return pitch(size()).twips() * setting.gap() / 100;
  }

  /** Above a paragraph by what it is in a letter. */
  int before(Block.Role role) {
    return switch (role) {
      case BODY, DATE, MASTHEAD, ISSUE, NOTICE, LEAD -> gap();
      case CAPTION -> gap() / 2;
      case SALUTATION, CLOSING -> gap() * 3 / 2;
      case SIGNER -> 0;
      case COPY -> pitch(size()).twips() * 4 / 5;
    };
  }

  int beforeHeading(int level) {
    int room = pitch(headingSize(level)).twips() * 2 / 3;
    return bulletin ? room * setting.gap() / Setting.BULLETIN_STEPS.get(0).gap() : room;
  }

  /** Above an item of a list; the first stands a little further off. */
  int beforeItem(boolean first) {
    return first ? gap() * 3 / 4 : gap() / 3;
  }

  /** From the margin to the text of a list's item. */
  int indent(boolean ordered, int depth) {
    return size() * (ordered ? 17 : 12) * (depth + 1);
  }

  int signature() {
    return Length.twips(setting.signature());
  }

  /** The face that a slot has where a run says nothing else. */
  ScriptFont usual(ScriptFont.Slot slot) {
    return font.slot() == slot ? font : ScriptFont.EUROPEAN;
  }

  /** The size of complex scripts beside a size of European ones. */
  int complexSize(int size) {
    return usual(ScriptFont.Slot.COMPLEX).size(size);
  }

  /** The size that all but complex scripts have where a run says nothing else. */
  int westernSize(int size) {
    return usual(ScriptFont.Slot.WESTERN).size(size);
  }
}
