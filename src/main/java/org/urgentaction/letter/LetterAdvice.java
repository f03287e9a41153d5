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

  /** On a letter to an official: a sentence each, none where nothing is to be said. */
  public static List<String> on(Letter letter) {
    LetterOrder order = letter.order();
    List<String> advice = new ArrayList<>();
    if (order.covering()) {
      return advice;
    }
    Campaign campaign = order.campaign();
    Locale language = order.language();
    String text = new TextWriter().write(body(letter.document()));
    LetterContent content = new LetterContent(campaign);
    if (!content.namesAnyone(text)) {
      advice.add(
          "It never names %s: give the full name."
              .formatted(campaign.people().get(0).nameIn(language)));
    }
    List<String> asks = campaign.asks().in(language);
    for (int missing : content.missingRequests(language, text)) {
      if (asks != null) {
        advice.add("It seems to leave out a request: " + asks.get(missing));
      }
    }
    if (order.draft() == null && order.writer().words() == null) {
      advice.add("A personal word counts for more than a copied letter: --edit, or --words FILE.");
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
