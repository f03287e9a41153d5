package org.urgentaction.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.ScreenText;

/** Draws a drawing as PNG, in the program's own fonts: a server may have none. */
final class PngWriter {
  private static final int SCALE = 2;

  private final ScreenText texts = new ScreenText(FontLibrary.bundled());

  /** The file. */
  byte[] write(Drawing drawing) {
    BufferedImage image =
        new BufferedImage(
            drawing.width() * SCALE, drawing.height() * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D page = image.createGraphics();
    page.setColor(Color.WHITE);
    page.fillRect(0, 0, image.getWidth(), image.getHeight());
    page.scale(SCALE, SCALE);
    page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    page.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    page.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    drawing.marks().forEach(mark -> draw(page, mark));
    page.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private void draw(Graphics2D page, Mark mark) {
    if (mark instanceof Mark.Bar bar) {
      page.setColor(Ink.BAR.colour());
      page.fill(new Rectangle2D.Double(bar.x(), bar.y(), bar.width(), bar.height()));
    } else if (mark instanceof Mark.Rule rule) {
      page.setColor(Ink.RULE.colour());
      page.fill(new Rectangle2D.Double(rule.x(), rule.y(), rule.width(), 1));
    } else if (mark instanceof Mark.Words words && !words.text().isEmpty()) {
      page.setColor(Ink.TEXT.colour());
      TextLayout line =
          new TextLayout(
              texts.styled(words.text(), (float) words.size(), words.bold()).getIterator(),
              page.getFontRenderContext());
      double before =
          switch (words.anchor()) {
            case START -> 0;
            case MIDDLE -> line.getAdvance() / 2;
            case END -> line.getAdvance();
          };
      line.draw(page, (float) (words.x() - before), (float) words.y());
    }
  }
}
