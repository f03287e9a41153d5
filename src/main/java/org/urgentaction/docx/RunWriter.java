package org.urgentaction.docx;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes runs with the properties they need beyond their paragraph's, and links around them. */
final class RunWriter {
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char NO_BREAK_HYPHEN = '\u2011';

  private final Xml xml;
  private final Look look;
  private final Relations relations;
  private final Set<ScriptFont> fonts;

  RunWriter(Xml xml, Look look, Relations relations) {
    this(xml, look, relations, EnumSet.noneOf(ScriptFont.class));
  }

  private RunWriter(Xml xml, Look look, Relations relations, Set<ScriptFont> fonts) {
    this.xml = xml;
    this.look = look;
    this.relations = relations;
    this.fonts = fonts;
  }

  /** Writes into another part, its faces with these; no links, which each part has its own of. */
  RunWriter into(Xml part) {
    return new RunWriter(part, look, relations, fonts);
  }

  /** The faces of all runs so far. */
  Set<ScriptFont> fonts() {
    return fonts;
  }

  /**
   * @param size that their paragraph's style has, in half points
   * @param bold whether that style is bold already
   */
  void write(List<TextRun> runs, int size, boolean bold) {
    String open = null;
    for (TextRun run : runs) {
      String link = reachable(run.style().link());
      if (!Objects.equals(link, open)) {
        if (open != null) {
          xml.end();
        }
        if (link != null) {
          xml.start("w:hyperlink").attribute("r:id", relations.link(link));
        }
        open = link;
      }
      write(run, size, bold, link != null);
    }
    if (open != null) {
      xml.end();
    }
  }

  /** A link as Word takes it, or null: what is no URI would make Word refuse the whole file. */
  private static @Nullable String reachable(@Nullable String link) {
    if (link == null) {
      return null;
    }
    try {
      return new URI(link).toASCIIString();
    } catch (URISyntaxException noLink) {
      return null;
    }
  }

  private void write(TextRun run, int size, boolean bold, boolean link) {
    fonts.add(run.font());
    xml.start("w:r");
    properties(run, size, bold, link).write(xml);
    if (run.isBreak()) {
      xml.empty("w:br");
    } else {
      writeText(run.text());
    }
    xml.end();
  }

  private RunProperties properties(TextRun run, int size, boolean bold, boolean link) {
    RunProperties properties = new RunProperties();
    boolean strong = run.style().strong() && !bold;
    boolean emphasis = run.style().emphasis();
    if (link) {
      properties.style(StylesPart.HYPERLINK);
    } else if (strong) {
      properties.style(StylesPart.STRONG);
    } else if (emphasis) {
      properties.style(StylesPart.EMPHASIS);
    }
    if (strong && link) {
      properties.bold();
    }
    if (emphasis && (link || strong)) {
      properties.italic();
    }
    if (run.isBreak()) {
      return properties;
    }
    ScriptFont font = run.font();
    ScriptFont.Slot slot = font.slot();
    if (font != look.usual(slot) || slot == ScriptFont.Slot.EAST_ASIAN) {
      properties.font(font);
    }
    int its = font.size(size);
    if (slot == ScriptFont.Slot.COMPLEX && its != look.complexSize(size)) {
      properties.size(0, its);
    } else if (slot != ScriptFont.Slot.COMPLEX && its != look.westernSize(size)) {
      properties.size(its, 0);
    }
    if (run.rightToLeft()) {
      properties.rightToLeft();
    } else if (slot == ScriptFont.Slot.COMPLEX) {
      properties.complex();
    }
    if (!run.style().language().equals(look.language())) {
      properties.language(slot, WordLanguage.tag(run.style().language()));
    }
    return properties;
  }

  /** Word has elements, not characters, for two kinds of hyphen. */
  private void writeText(String text) {
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char next = i < text.length() ? text.charAt(i) : 0;
      boolean hyphen = next == SOFT_HYPHEN || next == NO_BREAK_HYPHEN;
      if (hyphen || i == text.length()) {
        if (i > from) {
          xml.start("w:t").attribute("xml:space", "preserve").text(text.substring(from, i)).end();
        }
        if (hyphen) {
          xml.empty(next == SOFT_HYPHEN ? "w:softHyphen" : "w:noBreakHyphen");
        }
        from = i + 1;
      }
    }
  }
}
