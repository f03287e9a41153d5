package org.urgentaction.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.LetterContent;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.TextWriter;

/** What a friend would say on reading a letter before it goes out; advice, never a block. */
public final class LetterAdvice {
  private LetterAdvice() {}

  /** One thing that a friend would say. */
  public sealed interface Remark {}

  /**
   * The letter names nobody at risk.
   *
   * @param person whose full name belongs into it, in the letter's language
   */
  public record NeverNames(String person) implements Remark {}

  /**
   * The letter does not ask for something that the action asks for.
   *
   * @param request in the letter's language
   */
  public record LeavesOut(String request) implements Remark {}

  /** Every word of the letter is the sample's. */
  public record NothingPersonal() implements Remark {}

  /** On a letter to an official: in this order, none where nothing is to be said. */
  public static List<Remark> on(Letter letter) {
    LetterOrder order = letter.order();
    List<Remark> advice = new ArrayList<>();
    if (order.covering()) {
      return advice;
    }
    Campaign campaign = order.campaign();
    Locale language = order.language();
    String text = new TextWriter().write(body(letter.document()));
    LetterContent content = new LetterContent(campaign);
    if (!content.namesAnyone(text)) {
      advice.add(new NeverNames(campaign.people().get(0).nameIn(language)));
    }
    List<String> asks = campaign.asks().in(language);
    for (int missing : content.missingRequests(language, text)) {
      if (asks != null) {
        advice.add(new LeavesOut(asks.get(missing)));
      }
    }
    if (order.draft() == null && order.writer().words() == null) {
      advice.add(new NothingPersonal());
    }
    return advice;
  }

  /** What the letter itself says: the subject line and the addresses do not count. */
  private static Document body(Document letter) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : letter.blocks()) {
      if (block instanceof Block.Listing
          || (block instanceof Block.Paragraph paragraph && paragraph.role() == Block.Role.BODY)) {
        blocks.add(block);
      }
    }
    return new Document(letter.language(), letter.title(), blocks);
  }
}
