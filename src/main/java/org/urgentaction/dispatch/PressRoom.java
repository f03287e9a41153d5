package org.urgentaction.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.Writer;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.PageStyle;
import org.urgentaction.typeset.Paper;
import org.urgentaction.typeset.PdfPress;
import org.urgentaction.typeset.Press;
import org.urgentaction.typeset.SetDocument;

/**
 * Keeps one press for all letters that share their words, so that fonts are cut and words are
 * shaped once; the paper is that of the writer's country.
 */
public final class PressRoom {
  private final FontLibrary fonts;
  private final LetterComposer composer;
  private final boolean foldMarks;
  private final Map<Run, Press> presses = new HashMap<>();

  /** What letters share: everything ordered but the writer, and the page. */
  private record Run(LetterOrder order, PageStyle style) {}

  public PressRoom(FontLibrary fonts, LetterComposer composer, boolean foldMarks) {
    this.fonts = fonts;
    this.composer = composer;
    this.foldMarks = foldMarks;
  }

  /** The letter as pages. */
  public SetDocument set(Letter letter) {
    return press(letter.order()).set(letter.document());
  }

  private synchronized Press press(LetterOrder order) {
    PageStyle style = new PageStyle(Paper.forCountry(order.writer().country()), foldMarks);
    LetterOrder shared = order.from(Writer.anonymous(order.writer().country()));
    return presses.computeIfAbsent(
        new Run(shared, style),
        run -> new PdfPress(fonts, style, List.of(composer.compose(shared).document())));
  }
}
