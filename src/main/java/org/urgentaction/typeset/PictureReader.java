package org.urgentaction.typeset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.urgentaction.document.DecodedPicture;
import org.urgentaction.document.Picture;

/** Puts pictures that strangers sent on white, never larger than a page needs them. */
final class PictureReader {
  private static final int KEPT = 1200;
  private static final int MOST_CACHED = 16;

  private final Map<Picture, DrawnPicture> read = new ConcurrentHashMap<>();
  private final boolean inkOnly;

  /**
   * @param inkOnly whether pictures become black strokes on white, as a fax needs them
   */
  PictureReader(boolean inkOnly) {
    this.inkOnly = inkOnly;
  }

  /**
   * @throws org.urgentaction.problem.InvalidInputException where it is no PNG or JPEG picture, or
   *     larger than 4000 pixels
   */
  DrawnPicture read(Picture picture) {
    DrawnPicture known = read.get(picture);
    if (known == null) {
      known = drawn(DecodedPicture.of(picture).image());
      if (read.size() < MOST_CACHED) {
        read.put(picture, known);
      }
    }
    return known;
  }

  private DrawnPicture drawn(BufferedImage image) {
    double factor = Math.min(1.0, (double) KEPT / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = paper.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    int[] pixels = paper.getRGB(0, 0, width, height, null, 0, width);
    if (inkOnly) {
      pixels = LineArt.of(pixels, width);
    }
    boolean grey = true;
    for (int pixel : pixels) {
      int red = (pixel >> 16) & 0xff;
      grey &= red == ((pixel >> 8) & 0xff) && red == (pixel & 0xff);
    }
    return new DrawnPicture(width, height, grey, Flate.compress(samples(pixels, grey)));
  }

  private static byte[] samples(int[] pixels, boolean grey) {
    byte[] samples = new byte[pixels.length * (grey ? 1 : 3)];
    int at = 0;
    for (int pixel : pixels) {
      if (!grey) {
        samples[at++] = (byte) (pixel >> 16);
        samples[at++] = (byte) (pixel >> 8);
      }
      samples[at++] = (byte) pixel;
    }
    return samples;
  }
}
