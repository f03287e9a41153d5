package org.urgentaction.document;

import com.ibm.icu.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Renders a {@link Document} as plain text, wrapped at 72 characters as mail is (RFC 5322). */
public final class TextWriter {
  private static final int WIDTH = 72;

  /** Lines end with LF; blocks are parted by an empty line. */
  public String write(Document document) {
    BreakIterator breaks = BreakIterator.getLineInstance(document.language());
    return blocks(document.blocks(), breaks, WIDTH) + "\n";
  }

  private static String blocks(List<Block> blocks, BreakIterator breaks, int width) {
    return blocks.stream()
        .map(block -> block(block, breaks, width))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static String block(Block block, BreakIterator breaks, int width) {
    if (block instanceof Block.Heading heading) {
      return wrapped(text(heading.content()), breaks, width);
    }
    if (block instanceof Block.Paragraph paragraph) {
      return wrapped(text(paragraph.content()), breaks, width);
    }
    if (block instanceof Block.Address address) {
      return address.lines().stream().map(TextWriter::text).collect(Collectors.joining("\n"));
    }
    if (block instanceof Block.Listing listing) {
      return listing(listing, breaks, width);
    }
    if (block instanceof Block.Figure figure) {
      return "[" + figure.picture().alternative() + "]";
    }
    return "";
  }

  private static String listing(Block.Listing listing, BreakIterator breaks, int width) {
    List<String> items = new ArrayList<>();
    for (List<Block> item : listing.items()) {
      String label = listing.ordered() ? (items.size() + 1) + ". " : "- ";
      String indent = " ".repeat(label.length());
      String text = blocks(item, breaks, width - label.length());
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
        String shown = link.target().replaceFirst("(?i)^(mailto|tel):", "");
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

  private static String wrapped(String text, BreakIterator breaks, int width) {
    return text.lines()
        .map(line -> wrappedLine(line, breaks, width))
        .collect(Collectors.joining("\n"));
  }

  private static String wrappedLine(String line, BreakIterator breaks, int width) {
    StringBuilder wrapped = new StringBuilder();
    StringBuilder current = new StringBuilder();
    breaks.setText(line);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String word = line.substring(start, end);
      if (current.length() > 0 && columns(current + word.stripTrailing()) > width) {
        wrapped.append(current.toString().stripTrailing()).append('\n');
        current.setLength(0);
      }
      current.append(word);
    }
    return wrapped.append(current.toString().stripTrailing()).toString();
  }

  /** Characters as a reader counts them: combining marks take no room. */
  private static long columns(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .count();
  }
}
