package org.urgentaction.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Target;
import org.urgentaction.document.Picture;

/**
 * What one letter is to be made of.
 *
 * @param recipient a target of the campaign, or the office that gets a copy
 * @param covering whether it is the covering letter that goes with a copy
 * @param copies the offices that get one, named in the letter to the target
 * @param draft the whole text in Markdown, in place of the campaign's; null for the campaign's
 * @param letterhead a picture for the top of the first page, or null
 * @param signature a picture of the writer's signature, or null for room to sign by hand
 * @param date printed on the letter
 */
public record LetterOrder(
    Campaign campaign,
    Target recipient,
    boolean covering,
    List<Target> copies,
    Writer writer,
    Locale language,
    @Nullable String draft,
    @Nullable Picture letterhead,
    @Nullable Picture signature,
    LocalDate date) {

  /** An order without a letterhead. */
  public LetterOrder(
      Campaign campaign,
      Target recipient,
      boolean covering,
      List<Target> copies,
      Writer writer,
      Locale language,
      @Nullable String draft,
      @Nullable Picture signature,
      LocalDate date) {
    this(campaign, recipient, covering, copies, writer, language, draft, null, signature, date);
  }

  public LetterOrder {
    copies = List.copyOf(copies);
  }

  /** Whether it is addressed to nobody in particular: the campaign names no official. */
  boolean isOpen() {
    return !covering && campaign.targets().isEmpty();
  }

  /** The same letter from somebody else. */
  public LetterOrder from(Writer other) {
    return new LetterOrder(
        campaign, recipient, covering, copies, other, language, draft, letterhead, signature, date);
  }

  /** The same facts, told in another language. */
  LetterOrder in(Locale other) {
    return new LetterOrder(
        campaign, recipient, covering, copies, writer, other, draft, signature, date);
  }
}
