package org.urgentaction.fax;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Draws pages as a fax machine scans them: in grey, then each dot black or white. A dot that is
 * half covered by a stroke becomes black, so that no stroke breaks.
 */
final class FaxRenderer {
  /** The dots of a line that every machine receives (ITU-T T.4). */
  static final int LINE = 1728;

  private static final float POINTS_PER_INCH = 72;

  /** What arithmetic may lose of a row; a page that is a row longer than its sheet is cut. */
  private static final float ROUNDING = 0.01f;

  /** The first of eight shades lowest. */
  private static final VarHandle EIGHT_SHADES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final FaxResolution resolution;

  FaxRenderer(FaxResolution resolution) {
    this.resolution = resolution;
  }

  /** The pages of a file, each in black and white, {@value #LINE} dots wide. */
  List<BufferedImage> pages(byte[] pdf) {
    try (PDDocument file = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(file);
      renderer.setRenderingHints(hints());
      List<BufferedImage> pages = new ArrayList<>();
      for (int page = 0; page < file.getNumberOfPages(); page++) {
        pages.add(
            blackAndWhite(drawn(renderer, page, file.getPage(page).getMediaBox(), resolution)));
      }
      return pages;
    } catch (IOException impossible) {
      throw new IllegalStateException("a page that we set cannot be drawn", impossible);
    }
  }

  /** A page in grey, centred on the line: US Letter loses 3 dots of its margin at either side. */
  private static BufferedImage drawn(
      PDFRenderer renderer, int page, PDRectangle sheet, FaxResolution resolution)
      throws IOException {
    float across = resolution.across() / POINTS_PER_INCH;
    float down = resolution.down() / POINTS_PER_INCH;
    int rows = (int) (sheet.getHeight() * down + ROUNDING);
    BufferedImage grey = new BufferedImage(LINE, rows, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = grey.createGraphics();
    try {
      graphics.setBackground(Color.WHITE);
      graphics.clearRect(0, 0, LINE, rows);
      graphics.translate((LINE - Math.round(sheet.getWidth() * across)) / 2, 0);
      renderer.renderPageToGraphics(page, graphics, across, down);
    } finally {
      graphics.dispose();
    }
    return grey;
  }

  private static RenderingHints hints() {
    RenderingHints hints =
        new RenderingHints(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    hints.put(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    hints.put(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    hints.put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return hints;
  }

  private static BufferedImage blackAndWhite(BufferedImage grey) {
    int rows = grey.getHeight();
    BufferedImage page = new BufferedImage(LINE, rows, BufferedImage.TYPE_BYTE_BINARY);
    byte[] shades = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    byte[] dots = ((DataBufferByte) page.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < dots.length; i++) { // LINE is a whole number of bytes
      dots[i] = eightDots((long) EIGHT_SHADES.get(shades, i << 3));
    }
    return page;
  }

  /**
   * White, which is 1, where a shade has its highest bit: 0 is black, 255 white, half is 128. The
   * multiplication moves the eight bits into one byte, the first highest.
   */
  private static byte eightDots(long shades) {
    return (byte) (((shades >>> 7 & 0x0101010101010101L) * 0x8040201008040201L) >>> 56);
  }
}
