package org.urgentaction.typeset;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures in rows with a label each, in 16 greys; written to docs/ where that is asked for. */
final class PictureSheet {
  static final int COLUMN = 460;
  private static final int LABEL = 80;
  private static final int PADDING = 8;

  private record Row(String label, List<BufferedImage> pictures) {
    int height() {
      return 2 * PADDING
          + Math.max(16, pictures.stream().mapToInt(BufferedImage::getHeight).max().orElse(0));
    }
  }

  private final List<String> titles;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param titles one for each picture of a row
   */
  PictureSheet(List<String> titles) {
    this.titles = titles;
  }

  void add(String label, BufferedImage... pictures) {
    rows.add(new Row(label, List.of(pictures)));
  }

  /** Into target/pictures, and with {@code -Dupdate=true} into docs. */
  void write(String name) throws IOException {
    Path folder =
        System.getProperty("update", "").isEmpty() ? Path.of("target/pictures") : Path.of("docs");
    Files.createDirectories(folder);
    ImageIO.write(inGreys(drawn()), "png", folder.resolve(name + ".png").toFile());
  }

  private BufferedImage drawn() {
    int height = 30 + rows.stream().mapToInt(Row::height).sum();
    BufferedImage sheet =
        new BufferedImage(LABEL + COLUMN * titles.size(), height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, sheet.getWidth(), height);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    for (int i = 0; i < titles.size(); i++) {
      pen.drawString(titles.get(i), LABEL + i * COLUMN, 20);
    }
    int top = 30;
    for (Row row : rows) {
      pen.drawString(row.label(), PADDING, top + row.height() / 2 + 5);
      for (int i = 0; i < row.pictures().size(); i++) {
        pen.drawImage(row.pictures().get(i), LABEL + i * COLUMN, top + PADDING, null);
      }
      top += row.height();
    }
    pen.dispose();
    return sheet;
  }

  /** Four bits a pixel: a quarter of the bytes, and no eye sees it. */
  static BufferedImage inGreys(BufferedImage picture) {
    byte[] greys = new byte[16];
    for (int i = 0; i < 16; i++) {
      greys[i] = (byte) (i * 17);
    }
    BufferedImage few =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            BufferedImage.TYPE_BYTE_BINARY,
            new java.awt.image.IndexColorModel(4, 16, greys, greys, greys));
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int grey = picture.getRaster().getSample(x, y, 0);
        few.getRaster().setSample(x, y, 0, (grey + 8) / 17);
      }
    }
    return few;
  }
}
