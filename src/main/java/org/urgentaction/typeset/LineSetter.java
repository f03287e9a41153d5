package org.urgentaction.typeset;

import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the pieces of each line in the order in which they are seen and writes them down. */
final class LineSetter {
  /** What is drawn around letters that have no bold style, in thousandths of the size. */
  private static final int STROKE = 30;

  private final Paragraph paragraph;
  private final GlyphEncoder encoder;
  private final int size;

  /**
   * @param size of the type in hundredths of a point
   */
  LineSetter(Paragraph paragraph, GlyphEncoder encoder, int size) {
    this.paragraph = paragraph;
    this.encoder = encoder;
    this.size = size;
  }

  List<SetLine> lines(Paragraph.Shape shape) {
    List<SetLine> lines = new ArrayList<>();
    for (List<Piece> line : paragraph.lines(thousandths(shape.width(), size))) {
      lines.add(line(line, shape));
    }
    return lines;
  }

  /** A length as thousandths of a size, both in hundredths of a point. */
  static int thousandths(int length, int size) {
    return (int) ((long) length * 1000 / size);
  }

  /** The width of a line without the space at its end, in hundredths of a point. */
  static int width(List<Piece> line, int size) {
    int width = 0;
    int spaces = 0;
    for (Piece piece : line) {
      spaces = piece.space() ? spaces + piece.width() : 0;
      width += piece.width();
    }
    return (int) ((long) (width - spaces) * size / 1000);
  }

  private SetLine line(List<Piece> logical, Paragraph.Shape shape) {
    int all = 0;
    for (Piece piece : logical) {
      all += piece.width();
    }
    int visible = width(logical, size);
    int x = shape.flushRight() ? shape.width() - visible : 0;
    if (paragraph.rightToLeft()) { // the space at the end is at the left
      x -= (int) ((long) all * size / 1000) - visible;
    }
    List<SetLine.Chunk> chunks = new ArrayList<>();
    Set<Typeface> faces = new LinkedHashSet<>();
    List<Piece> pieces = visual(logical);
    for (int from = 0; from < pieces.size(); ) {
      int link = pieces.get(from).style().link();
      int to = from;
      int width = 0;
      while (to < pieces.size() && pieces.get(to).style().link() == link) {
        faces.add(pieces.get(to).word().face());
        width += pieces.get(to++).width();
      }
      int points = (int) ((long) width * size / 1000);
      chunks.add(new SetLine.Chunk(link, x, points, body(pieces.subList(from, to))));
      x += points;
      from = to;
    }
    return new SetLine(chunks, faces);
  }

  private List<Piece> visual(List<Piece> logical) {
    byte[] levels = new byte[logical.size()];
    byte own = (byte) (paragraph.rightToLeft() ? 1 : 0);
    boolean reorder = own != 0;
    boolean atEnd = true;
    for (int i = levels.length - 1; i >= 0; i--) { // UAX 9, L1
      atEnd &= logical.get(i).space();
      levels[i] = atEnd ? own : logical.get(i).level();
      reorder |= levels[i] != 0;
    }
    if (!reorder || levels.length == 0) {
      return logical;
    }
    List<Piece> pieces = new ArrayList<>(levels.length);
    for (int index : Bidi.reorderVisual(levels)) {
      pieces.add(logical.get(index));
    }
    int first = 0;
    while (first < pieces.size() - 1 && pieces.get(first).space()) {
      first++;
    }
    Piece leftmost = pieces.get(first);
    boolean mixed = logical.stream().anyMatch(piece -> !piece.space() && piece.level() == 1);
    if (mixed && leftmost.level() != 1) { // else the line is taken to run to the right
      ShapedWord mark = leftmost.word().face().rightToLeftMark();
      pieces.add(first, new Piece(mark, leftmost.style(), own, false, false));
    }
    return pieces;
  }

  private byte[] body(List<Piece> pieces) {
    ContentStream out = new ContentStream(512);
    Typeface face = null;
    Locale language = null;
    boolean open = false;
    boolean stroked = false;
    for (Piece piece : pieces) {
      Typeface next = piece.word().face();
      Locale nextLanguage = piece.style().language();
      boolean heavy = piece.style().bold() && !next.metrics().bold();
      if (open && (next != face || heavy != stroked || !Objects.equals(language, nextLanguage))) {
        out.text("]TJ\n");
        open = false;
      }
      if (!Objects.equals(language, nextLanguage)) {
        out.text(language == null ? "" : "EMC\n").text(span(nextLanguage));
        language = nextLanguage;
      }
      if (next != face) {
        out.text("/F").number(next.slot()).text(" ").points(size * next.scale() / 100).text("Tf\n");
        face = next;
      }
      if (heavy != stroked) {
        out.text(heavy ? "2 Tr 1 j " : "0 Tr\n");
        if (heavy) {
          out.points(size * STROKE / 1000).text("w\n");
        }
        stroked = heavy;
      }
      out.text(open ? "" : "[");
      open = true;
      encoder.show(out, piece.word());
    }
    out.text(open ? "]TJ\n" : "")
        .text(stroked ? "0 Tr\n" : "")
        .text(language == null ? "" : "EMC\n");
    return out.toByteArray();
  }

  private static String span(@Nullable Locale language) {
    return language == null ? "" : "/Span<</Lang(" + language.toLanguageTag() + ")>>BDC\n";
  }
}
