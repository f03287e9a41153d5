package org.urgentaction.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * The pixels of a picture that a stranger sent, and nothing else of its file: it may tell who took
 * it, where, and with what.
 *
 * @param format png or jpeg, as its bytes say
 */
public record DecodedPicture(BufferedImage image, String format) {
  private static final int MOST = 4000;
  private static final List<String> FORMATS = List.of("png", "jpeg");

  /**
   * Reads a picture, its size before its content: a small file may claim to be a huge one.
   *
   * @throws InvalidInputException where it is no PNG or JPEG picture, or larger than 4000 pixels
   */
  public static DecodedPicture of(Picture picture) {
    return of(picture, null);
  }

  /**
   * As {@link #of(Picture)}.
   *
   * @param source the file, as its user named it
   */
  public static DecodedPicture of(Picture picture, @Nullable String source) {
    byte[] bytes = picture.bytes();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        try {
          String format = reader.getFormatName().toLowerCase(Locale.ROOT);
          if (FORMATS.contains(format)) {
            return new DecodedPicture(decoded(reader, in, source), format);
          }
        } finally {
          reader.dispose();
        }
      }
    } catch (InvalidInputException said) {
      throw said;
    } catch (IOException | RuntimeException broken) {
      throw refusal(
          source, "a picture cannot be read: it is damaged", "save it again as PNG or JPEG");
    }
    throw refusal(source, "a picture is neither PNG nor JPEG", "save it as PNG or JPEG");
  }

  private static BufferedImage decoded(
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
}
