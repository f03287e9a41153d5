package org.urgentaction.typeset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.Picture;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Reads pictures that strangers sent: its size before its content, on white, never too large. */
public final class PictureReader {
  private static final int MOST = 4000;
  private static final int KEPT = 1200;
  private static final int MOST_CACHED = 16;
  private static final List<String> FORMATS = List.of("png", "jpeg");

  private final Map<Picture, DrawnPicture> read = new ConcurrentHashMap<>();
  private final boolean inkOnly;

  /**
   * @param inkOnly whether pictures become black strokes on white, as a fax needs them
   */
  PictureReader(boolean inkOnly) {
    this.inkOnly = inkOnly;
  }

  /**
   * @throws InvalidInputException where it is no PNG or JPEG picture, or larger than 4000 pixels
   */
  DrawnPicture read(Picture picture) {
    DrawnPicture known = read.get(picture);
    if (known == null) {
      known = drawn(decode(picture.bytes(), null));
      if (read.size() < MOST_CACHED) {
        read.put(picture, known);
      }
    }
    return known;
  }

  /**
   * Refuses what could not be drawn.
   *
   * @param source as its user named it
   * @throws InvalidInputException where it is no PNG or JPEG picture, or larger than 4000 pixels
   */
  public static void check(Picture picture, String source) {
    decode(picture.bytes(), source);
  }

  private static BufferedImage decode(byte[] bytes, @Nullable String source) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        try {
          if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            return decode(reader, in, source);
          }
        } finally {
          reader.dispose();
        }
      }
    } catch (IOException | RuntimeException broken) {
      if (broken instanceof InvalidInputException said) {
        throw said;
      }
      throw refusal(
          source, "a picture cannot be read: it is damaged", "save it again as PNG or JPEG");
    }
    throw refusal(source, "a picture is neither PNG nor JPEG", "save it as PNG or JPEG");
  }

  private static BufferedImage decode(
      ImageReader reader, ImageInputStream in, @Nullable String source) throws IOException {
    reader.setInput(in, true, true);
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width > MOST || height > MOST) {
      throw refusal(
          source,
          "a picture has " + width + " by " + height + " pixels",
          "make it no larger than " + MOST + " by " + MOST);
    }
    return reader.read(0);
  }

  private static InvalidInputException refusal(
      @Nullable String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
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
