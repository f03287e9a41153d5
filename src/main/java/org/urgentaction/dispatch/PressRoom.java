package org.urgentaction.dispatch;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Target;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;
import org.urgentaction.document.Picture;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.Writer;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.PageStyle;
import org.urgentaction.typeset.PdfPress;
import org.urgentaction.typeset.Press;
import org.urgentaction.typeset.PrintRun;
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

  /** What letters share: everything ordered but the writer, of whom the country decides more. */
  private record Run(
      String campaign,
      String recipient,
      boolean covering,
      List<String> copies,
      Locale language,
      @Nullable String country,
      @Nullable String draft,
      @Nullable Picture letterhead,
      @Nullable Picture signature,
      LocalDate date) {
    static Run of(LetterOrder order) {
      return new Run(
          order.campaign().id(),
          order.recipient().id(),
          order.covering(),
          order.copies().stream().map(Target::id).toList(),
          order.language(),
          order.writer().country(),
          order.draft(),
          order.letterhead(),
          order.signature(),
          order.date());
    }
  }

  public PressRoom(FontLibrary fonts, LetterComposer composer, boolean foldMarks) {
    this.fonts = fonts;
    this.composer = composer;
    this.foldMarks = foldMarks;
  }

  /** The letter as pages. */
  public SetDocument set(Letter letter) {
    return press(letter.order()).set(letter.document());
  }

  /**
   * One file for letters to one official, in whatever languages and on whatever paper.
   *
   * @param orders of all letters that will be added, gone through once
   * @param duplex whether each begins on a fresh sheet when both sides are printed
   */
  public PrintRun run(Iterable<LetterOrder> orders, boolean duplex, OutputStream out)
      throws IOException {
    Map<Run, LetterOrder> kinds = new LinkedHashMap<>();
    orders.forEach(order -> kinds.putIfAbsent(Run.of(order), order));
    List<Document> shared = kinds.values().stream().map(this::shared).toList();
    return new PrintRun(fonts, shared, duplex, out);
  }

  /** The sheet that a letter is set on. */
  public PageStyle style(LetterOrder order) {
    return new PageStyle(Paper.forCountry(order.writer().country()), foldMarks);
  }

  private synchronized Press press(LetterOrder order) {
    return presses.computeIfAbsent(
        Run.of(order), run -> new PdfPress(fonts, style(order), List.of(shared(order))));
  }

  /** What the writers of a letter have in common. */
  private Document shared(LetterOrder order) {
    return composer.compose(order.from(Writer.anonymous(order.writer().country()))).document();
  }
}
