package org.urgentaction.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Renders a {@link Document} as plain text, wrapped at 72 characters as mail is (RFC 5322). */
public final class TextWriter {
  private static final int WIDTH = 72;

  /** Lines end with LF; blocks are parted by an empty line. */
  public String write(Document document) {
    return blocks(document.blocks(), document.language(), WIDTH) + "\n";
  }

  private static String blocks(List<Block> blocks, Locale language, int width) {
    return blocks.stream()
        .map(block -> block(block, language, width))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /** Pictures of a letterhead and a signature are for paper, and leave nothing here. */
  private static String block(Block block, Locale language, int width) {
    if (block instanceof Block.Heading heading) {
      return wrapped(text(heading.content()), language, width);
    }
    if (block instanceof Block.Paragraph paragraph) {
      return wrapped(text(paragraph.content()), language, width);
    }
    if (block instanceof Block.Address address) {
      return address.lines().stream().map(TextWriter::text).collect(Collectors.joining("\n"));
    }
    if (block instanceof Block.Listing listing) {
      return listing(listing, language, width);
    }
    if (block instanceof Block.Boxes boxes) {
      return boxes.boxes().stream()
          .map(box -> blocks(box, language, width))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining("\n\n"));
    }
    if (block instanceof Block.Figure figure) {
      return "[" + figure.picture().alternative() + "]";
    }
    return "";
  }

  private static String listing(Block.Listing listing, Locale language, int width) {
    List<String> items = new ArrayList<>();
    for (List<Block> item : listing.items()) {
      String label = listing.ordered() ? (items.size() + 1) + ". " : "- ";
      String indent = " ".repeat(label.length());
      String text = blocks(item, language, width - label.length());
      items.add(label + text.replace("\n", "\n" + indent).replaceAll("(?m)^ +$", ""));
    }
    return String.join("\n", items);
  }

  /** A link whose words do not already show where it leads is followed by its address. */
  private static String text(List<Inline> content) {
    StringBuilder text = new StringBuilder();
    for (Inline inline : content) {
      if (inline instanceof Inline.Link link) {
        String words = Inline.plain(link.content());
        text.append(words);
        String shown = link.target().replaceFirst("(?i)^(mailto:([^?]*).*|tel:)", "$2");
        if (!words.contains(shown)) {
          text.append(" <").append(shown).append('>');
        }
      } else if (inline instanceof Inline.Strong strong) {
        text.append(text(strong.content()));
      } else if (inline instanceof Inline.Emphasis emphasis) {
        text.append(text(emphasis.content()));
      } else if (inline instanceof Inline.Foreign foreign) {
        text.append(text(foreign.content()));
      } else {
        text.append(Inline.plain(List.of(inline)));
      }
    }
    return text.toString();
  }

  private static String wrapped(String text, Locale language, int width) {
    return String.join("\n", new LineWrap(language, width).lines(text));
  }
}
