package org.urgentaction.docx;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.urgentaction.document.Picture;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Reads pictures that strangers sent and writes their pixels anew: a photograph's file may tell who
 * took it, where, and with what.
 */
final class PictureReader {
  private static final int MOST = 4000;
  private static final int KEPT = 1600;
  private static final List<String> FORMATS = List.of("png", "jpeg");

  private final Map<Picture, EmbeddedPicture> read = new HashMap<>();

  /**
   * @throws InvalidInputException where it is no PNG or JPEG picture, or larger than 4000 pixels
   */
  EmbeddedPicture read(Picture picture) {
    return read.computeIfAbsent(picture, PictureReader::embedded);
  }

  private static EmbeddedPicture embedded(Picture picture) {
    byte[] bytes = picture.bytes();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        try {
          String format = reader.getFormatName().toLowerCase(Locale.ROOT);
          if (FORMATS.contains(format)) {
            return embedded(scaled(decoded(reader, in)), format);
          }
        } finally {
          reader.dispose();
        }
      }
    } catch (InvalidInputException said) {
      throw said;
    } catch (IOException | RuntimeException broken) {
      throw refusal("a picture cannot be read: it is damaged", "save it again as PNG or JPEG");
    }
    throw refusal("a picture is neither PNG nor JPEG", "save it as PNG or JPEG");
  }

  /** Its size before its content: a small file may claim to be a huge picture. */
  private static BufferedImage decoded(ImageReader reader, ImageInputStream in) throws IOException {
    reader.setInput(in, true, true);
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width > MOST || height > MOST) {
      throw refusal(
          "a picture has " + width + " by " + height + " pixels",
          "make it no larger than " + MOST + " by " + MOST);
    }
    return reader.read(0);
  }

  private static BufferedImage scaled(BufferedImage image) {
    int larger = Math.max(image.getWidth(), image.getHeight());
    if (larger <= KEPT) {
      return image;
    }
    int width = Math.max(1, image.getWidth() * KEPT / larger);
    int height = Math.max(1, image.getHeight() * KEPT / larger);
    boolean clear = image.getColorModel().hasAlpha();
    BufferedImage smaller =
        new BufferedImage(
            width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = smaller.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return smaller;
  }

  private static EmbeddedPicture embedded(BufferedImage image, String format) {
    String ending = image.getColorModel().hasAlpha() ? "png" : format;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, ending, out)) {
        throw refusal("a picture has colours that cannot be kept", "save it as PNG in RGB colours");
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new EmbeddedPicture(out.toByteArray(), ending, image.getWidth(), image.getHeight());
  }

  private static InvalidInputException refusal(String message, String advice) {
    return new InvalidInputException(Problem.error(null, message).advise(advice));
  }
}
