package org.urgentaction.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Fax;
import org.urgentaction.document.Document;
import org.urgentaction.fax.DialledNumber;
import org.urgentaction.fax.FaxDocument;
import org.urgentaction.fax.FaxResolution;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;

/**
 * Makes letters into faxes: a cover sheet with the number as the writer dials it, the letter, and
 * with a covering letter the copies that it speaks of. Not safe for several threads.
 */
public final class FaxRoom {
  private final LetterComposer composer;
  private final LetterPlanner planner;
  private final FaxResolution resolution;
  private final PressRoom pressRoom;
  private @Nullable Letter lastLetter;
  private @Nullable FaxDocument lastFax;

  public FaxRoom(
      PressRoom pressRoom,
      LetterComposer composer,
      LetterPlanner planner,
      FaxResolution resolution) {
    this.pressRoom = pressRoom;
    this.composer = composer;
    this.planner = planner;
    this.resolution = resolution;
  }

  /** Whether the letter's official has a fax number at all. */
  public static boolean reaches(LetterOrder order) {
    return !order.recipient().faxes().isEmpty();
  }

  /**
   * The letter as fax pages, ready to be dialled.
   *
   * @throws org.urgentaction.problem.InvalidInputException where the number cannot be dialled, or
   *     characters have no font
   */
  public FaxDocument set(Letter letter) {
    if (letter.equals(lastLetter) && lastFax != null) {
      return lastFax; // asked for as PDF and as TIFF
    }
    LetterOrder order = letter.order();
    String number = dialled(order, order.recipient().faxes().get(0), order.writer().country());
    List<Document> documents = new ArrayList<>();
    documents.add(letter.document());
    if (order.covering()) {
      for (LetterOrder copied : planner.copiedIn(order)) {
        documents.add(composer.compose(copied).document());
      }
    }
    FaxDocument fax =
        pressRoom
            .fax(order, resolution)
            .set(
                pages -> composer.faxCover(order, number, pages),
                documents,
                (page, pages) -> composer.pageNumber(order, page, pages));
    lastLetter = letter;
    lastFax = fax;
    return fax;
  }

  /**
   * A number of the letter's official as it is dialled.
   *
   * @param from ISO 3166-1 country; null for the international form
   */
  public static String dialled(LetterOrder order, Fax fax, @Nullable String from) {
    return new DialledNumber().from(order.campaign().id(), fax.number(), country(order), from);
  }

  /** Where the official sits, for numbers without a country's code. */
  private static @Nullable String country(LetterOrder order) {
    Campaign campaign = order.campaign();
    return order.covering()
        ? campaign.copies().stream()
            .filter(copy -> copy.office().equals(order.recipient()))
            .flatMap(copy -> copy.countries().stream())
            .findFirst()
            .orElse(null)
        : campaign.country();
  }
}
