package org.urgentaction.importing.read;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Takes the glyphs of a PDF's pages, as far as the fonts tell what they stand for. */
final class PdfGlyphs extends PDFTextStripper {
  private static final int MOST = 150_000;
  private static final Pattern BOLD =
      Pattern.compile(".*(?:bold|black|heavy|demi|[-,]bd\\b).*", Pattern.CASE_INSENSITIVE);

  /** Ligatures and the shapes that Arabic letters take. */
  private static final Pattern SHAPES =
      Pattern.compile(".*[\uFB00-\uFB4F\uFB50-\uFDFF\uFE70-\uFEFC].*", Pattern.DOTALL);

  private final Map<PDFont, Boolean> bold = new HashMap<>();
  private List<PdfGlyph> glyphs = new ArrayList<>();
  private List<PdfGlyph> marks = new ArrayList<>();
  private int shown;
  private int unknown;

  PdfGlyphs() throws IOException {
    setSuppressDuplicateOverlappingText(true);
    setShouldSeparateByBeads(false);
  }

  /** The glyphs of a page, counted from 1, in the order in which they are painted. */
  List<PdfGlyph> page(PDDocument document, int number) throws IOException {
    glyphs = new ArrayList<>();
    marks = new ArrayList<>();
    setStartPage(number);
    setEndPage(number);
    getText(document);
    return glyphs;
  }

  /** How many glyphs there were on all pages so far. */
  int shown() {
    return shown;
  }

  /** Whether the fonts do not tell what a good part of the glyphs stands for. */
  boolean isUnreadable() {
    return shown > 0 && unknown * 4 > shown;
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    shown++;
    if (shown > MOST) {
      throw UnreadableException.tooLarge();
    }
    String text = font.toUnicode(code);
    if (text == null || isNothing(text)) {
      unknown++;
    }
    super.showGlyph(matrix, font, code, displacement);
  }

  private static boolean isNothing(String text) {
    return !text.isEmpty()
        && text.codePoints()
            .allMatch(
                c ->
                    c == 0xFFFD
                        || (Character.getType(c) == Character.CONTROL && !Character.isWhitespace(c))
                        || (c >= 0xE000 && c <= 0xEFFF));
  }

  @Override
  protected void writePage() {
    for (List<TextPosition> article : charactersByArticle) {
      article.forEach(this::add);
    }
    marks.forEach(this::attach);
  }

  private void add(TextPosition at) {
    String text = at.getUnicode();
    float size = Math.abs(at.getFontSizeInPt());
    float x = at.getXDirAdj();
    float y = at.getYDirAdj();
    if (text == null
        || text.isEmpty()
        || !(size > 0)
        || !Float.isFinite(x + y + at.getWidthDirAdj())) {
      return;
    }
    if (SHAPES.matcher(text).matches()) {
      text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
    float space = at.getWidthOfSpace();
    (isMark(text) ? marks : glyphs)
        .add(
            new PdfGlyph(
                text,
                x,
                y,
                Math.max(0, at.getWidthDirAdj()),
                size,
                Float.isFinite(space) ? space : 0,
                bold.computeIfAbsent(at.getFont(), PdfGlyphs::isBold),
                Math.round(at.getDir())));
  }

  /** A mark above or below a letter belongs to the letter that it stands at. */
  private void attach(PdfGlyph mark) {
    float middle = mark.x() + mark.width() / 2;
    int nearest = -1;
    float distance = mark.size();
    for (int i = 0; i < glyphs.size(); i++) {
      PdfGlyph base = glyphs.get(i);
      if (Math.abs(base.y() - mark.y()) < mark.size() && !base.text().isBlank()) {
        float away = Math.max(0, Math.max(base.x() - middle, middle - base.right()));
        if (away + Math.abs(base.y() - mark.y()) / 4 < distance) {
          distance = away + Math.abs(base.y() - mark.y()) / 4;
          nearest = i;
        }
      }
    }
    if (nearest >= 0) {
      glyphs.set(nearest, glyphs.get(nearest).with(mark.text()));
    }
  }

  private static boolean isMark(String text) {
    int type = Character.getType(text.codePointAt(0));
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isBold(PDFont font) {
    String name = font.getName();
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return (name != null && BOLD.matcher(name.toLowerCase(Locale.ROOT)).matches())
        || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600));
  }
}
