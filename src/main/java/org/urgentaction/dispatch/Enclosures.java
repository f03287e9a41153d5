package org.urgentaction.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.mail.Attachment;

/**
 * The letters that travel with a message as PDF: with a covering letter the copy that it speaks of,
 * and with any letter itself where that is asked for.
 */
public final class Enclosures {
  private final LetterComposer composer;
  private final PressRoom pressRoom;
  private final LetterPlanner planner;
  private final boolean attach;

  /**
   * @param attach whether each message carries its own letter too
   */
  public Enclosures(
      LetterComposer composer, PressRoom pressRoom, LetterPlanner planner, boolean attach) {
    this.composer = composer;
    this.pressRoom = pressRoom;
    this.planner = planner;
    this.attach = attach;
  }

  /** What goes with this letter; often nothing. */
  public List<Attachment> of(Letter letter) {
    List<Attachment> enclosed = new ArrayList<>();
    if (attach) {
      enclosed.add(pdf(letter));
    }
    if (letter.order().covering()) {
      for (LetterOrder copied : planner.copiedIn(letter.order())) {
        enclosed.add(pdf(composer.compose(copied)));
      }
    }
    return enclosed;
  }

  private Attachment pdf(Letter letter) {
    return new Attachment(
        "letter-%s.pdf".formatted(letter.order().recipient().id()),
        "application/pdf",
        pressRoom.set(letter).pdf());
  }
}
