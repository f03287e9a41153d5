package org.urgentaction.typeset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a reader finds in a file. */
final class ReadBack {
  /** A line of text and where it begins, in millimetres from the left and the top of its page. */
  record Line(String text, int page, double left, double right, double baseline) {}

  private ReadBack() {}

  /** The text, with every stretch of white space as one space, without direction marks. */
  static String text(SetDocument set) throws IOException {
    try (PDDocument file = Loader.loadPDF(set.pdf())) {
      return folded(new PDFTextStripper().getText(file));
    }
  }

  /** The characters as they stand on the page, those of each line from left to right. */
  static String visual(SetDocument set) throws IOException {
    StringBuilder text = new StringBuilder();
    try (PDDocument file = Loader.loadPDF(set.pdf())) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition position) {
          text.append(position.getUnicode());
        }
      }.getText(file);
    }
    return text.toString().replaceAll("\\p{Cf}", "");
  }

  static String folded(String text) {
    return text.replaceAll("[\\u200E\\u200F]", "").replaceAll("[\\s\\u00A0\\u202F]+", " ").strip();
  }

  static List<Line> lines(SetDocument set) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (PDDocument file = Loader.loadPDF(set.pdf())) {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
              double left = Double.MAX_VALUE;
              double right = 0;
              for (TextPosition position : positions) {
                if (!position.getUnicode().isBlank()) {
                  left = Math.min(left, position.getXDirAdj());
                  right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
                }
              }
              if (!text.isBlank()) {
                double down = positions.get(0).getYDirAdj();
                lines.add(
                    new Line(
                        text.strip(),
                        getCurrentPageNo(),
                        millimetres(left),
                        millimetres(right),
                        millimetres(down)));
              }
            }
          };
      stripper.getText(file);
    }
    return lines;
  }

  static Line line(SetDocument set, String beginning) throws IOException {
    return lines(set).stream()
        .filter(line -> line.text().startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line begins with " + beginning));
  }

  /** The names of the fonts of a file, each of which is embedded as a subset. */
  static List<String> embeddedFonts(SetDocument set) throws IOException {
    List<String> names = new ArrayList<>();
    try (PDDocument file = Loader.loadPDF(set.pdf())) {
      for (PDPage page : file.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          if (font.isEmbedded() && font.getName().matches("[A-Z]{6}\\+.*")) {
            names.add(font.getName().substring(7));
          } else {
            names.add("not embedded: " + font.getName());
          }
        }
      }
    }
    return names;
  }

  private static double millimetres(double points) {
    return points * 25.4 / 72;
  }
}
