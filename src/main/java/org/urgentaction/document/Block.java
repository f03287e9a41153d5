package org.urgentaction.document;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A piece of a {@link Document} that stands by itself, in reading order. */
public sealed interface Block {

  /**
   * A heading; a letter's subject line is its only one.
   *
   * @param level 1 to 6
   */
  record Heading(int level, List<Inline> content) implements Block {
    public Heading {
      content = List.copyOf(content);
    }
  }

  /** What a paragraph is in a letter or a bulletin; renderings place it by this. */
  enum Role {
    BODY,
    /** Place and date. */
    DATE,
    SALUTATION,
    CLOSING,
    /** Name and place below the room for a signature. */
    SIGNER,
    /** What stands at the foot: what is enclosed, who else gets a copy. */
    COPY,
    /** What kind of document it is, across the top of a bulletin. */
    MASTHEAD,
    /** Number, country and date of a bulletin, which its further pages repeat. */
    ISSUE,
    /** What must be known before anything else: that it is closed. */
    NOTICE,
    /** The case in short, before all else that is said. */
    LEAD,
    /** What a picture shows, and who took it. */
    CAPTION
  }

  /** A paragraph; may hold {@link Inline.LineBreak}s. */
  record Paragraph(Role role, List<Inline> content) implements Block {
    public Paragraph {
      content = List.copyOf(content);
    }
  }

  /** A list of items, each of one or more blocks. */
  record Listing(boolean ordered, List<List<Block>> items) implements Block {
    public Listing {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /** Whose address an {@link Address} is. */
  enum Party {
    SENDER,
    RECIPIENT
  }

  /**
   * An address block, a line an element, as an envelope's window shows it.
   *
   * @param language where it is not the document's
   */
  record Address(Party party, List<List<Inline>> lines, @Nullable Locale language)
      implements Block {
    public Address {
      lines = lines.stream().map(List::copyOf).toList();
    }
  }

  /** Room to sign by hand, or the picture of a signature in it. */
  record Signature(@Nullable Picture picture) implements Block {}

  /** The picture at the top of a letter's first page: an organisation's name and sign. */
  record Letterhead(Picture picture) implements Block {}

  /** A picture that stands by itself. */
  record Figure(Picture picture) implements Block {}

  /**
   * Blocks in boxes, side by side where there is room, in reading order.
   *
   * @param framed whether each box is seen as one; else they are columns only
   */
  record Boxes(boolean framed, List<List<Block>> boxes) implements Block {
    public Boxes {
      boxes = boxes.stream().map(List::copyOf).toList();
    }
  }
}
