package org.urgentaction.dispatch;

import java.time.Clock;
import org.urgentaction.document.HtmlWriter;
import org.urgentaction.document.Paper;
import org.urgentaction.document.TextWriter;
import org.urgentaction.docx.DocxWriter;
import org.urgentaction.fax.FaxDocument;
import org.urgentaction.fax.FaxResolution;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;

/** A letter as a file of any format: the one place where letters become bytes, by name and kind. */
public final class LetterFormats {
  private final PressRoom pressRoom;
  private final Enclosures enclosures;
  private final FaxRoom faxRoom;
  private final LetterMail mail;

  public LetterFormats(
      PressRoom pressRoom,
      LetterComposer composer,
      LetterPlanner planner,
      FaxResolution faxResolution,
      Clock clock) {
    this.pressRoom = pressRoom;
    this.enclosures = new Enclosures(composer, pressRoom, planner, false);
    this.faxRoom = new FaxRoom(pressRoom, composer, planner, faxResolution);
    this.mail = new LetterMail(clock);
  }

  /**
   * The letter in a format.
   *
   * @throws org.urgentaction.problem.InvalidInputException where it cannot be made: a number that
   *     cannot be dialled, an address that is missing, a character that no font has
   */
  public Rendered render(Letter letter, Format format) {
    return switch (format) {
      case PDF -> Rendered.of(pressRoom.set(letter));
      case DOCX -> Rendered.of(new DocxWriter().write(letter.document(), paper(letter)));
      case TXT -> Rendered.of(new TextWriter().write(letter.document()));
      case HTML -> Rendered.of(new HtmlWriter().write(letter.document()));
      case EML -> Rendered.of(mail.draft(letter, enclosures.of(letter)));
      case FAX, TIFF -> {
        FaxDocument fax = faxRoom.set(letter);
        yield Rendered.of(format == Format.FAX ? fax.pdf() : fax.tiff(), fax.pages());
      }
    };
  }

  /** Such as ua-31-22-3-president-en: what a letter's files are called, without an ending. */
  public static String name(LetterOrder order) {
    return "%s-%s-%s"
        .formatted(order.campaign().id(), order.recipient().id(), order.language().toLanguageTag());
  }

  private static Paper paper(Letter letter) {
    return Paper.forCountry(letter.order().writer().country());
  }
}
