package org.urgentaction.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter begins with and a page has places of its own for: a letterhead before all, and at
 * most one sender, one recipient and one date, in any order.
 *
 * @param blocks how many of the document's blocks these are
 */
public record LetterOpening(
    Block.@Nullable Letterhead letterhead,
    Block.@Nullable Address sender,
    Block.@Nullable Address recipient,
    Block.@Nullable Paragraph date,
    int blocks) {
  /** Of what has no such beginning. */
  public static final LetterOpening NOTHING = new LetterOpening(null, null, null, null, 0);

  /** What blocks begin with, up to the first that is none of these. */
  public static LetterOpening of(List<Block> blocks) {
    LetterOpening opening = NOTHING;
    for (Block block : blocks) {
      LetterOpening longer = opening.with(block);
      if (longer.blocks == opening.blocks) {
        break;
      }
      opening = longer;
    }
    return opening;
  }

  private LetterOpening with(Block block) {
    if (block instanceof Block.Letterhead its && blocks == 0) {
      return new LetterOpening(its, sender, recipient, date, 1);
    } else if (block instanceof Block.Address its
        && its.party() == Block.Party.SENDER
        && sender == null) {
      return new LetterOpening(letterhead, its, recipient, date, blocks + 1);
    } else if (block instanceof Block.Address its
        && its.party() == Block.Party.RECIPIENT
        && recipient == null) {
      return new LetterOpening(letterhead, sender, its, date, blocks + 1);
    } else if (block instanceof Block.Paragraph its
        && its.role() == Block.Role.DATE
        && date == null) {
      return new LetterOpening(letterhead, sender, recipient, its, blocks + 1);
    }
    return this;
  }
}
