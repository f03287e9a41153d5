package org.urgentaction.cli;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.urgentaction.document.Picture;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * A picture of a signature as its writer gave it. Only its pixels go on: a photograph's file may
 * tell where it was taken, and a letter in HTML would carry that along.
 */
final class SignatureFile {
  private static final long MOST_BYTES = 10 << 20;
  private static final int MOST_PIXELS = 4000;
  private static final int KEPT_PIXELS = 1600;
  private static final List<String> FORMATS = List.of("png", "jpeg");

  private final Path file;

  SignatureFile(Path file) {
    this.file = file;
  }

  /**
   * The picture, as PNG, at most 1600 pixels wide and high.
   *
   * @throws InvalidInputException where the file is no PNG or JPEG picture, larger than 10 MB or
   *     larger than 4000 pixels either way
   */
  Picture read() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw invalid("the picture is larger than 10 MB", "make it smaller");
      }
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(scaled(decoded()), "png", png);
      return new Picture(png.toByteArray(), "image/png", "");
    } catch (IOException e) {
      throw invalid("the picture cannot be read", "look at its path and permissions");
    }
  }

  private BufferedImage decoded() throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      if (in == null) {
        throw new IOException("no stream for " + file);
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        try {
          if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            return decoded(reader, in);
          }
        } finally {
          reader.dispose();
        }
      }
    }
    throw invalid("this is neither a PNG nor a JPEG picture", "save it as one of them");
  }

  /** Its size before its content: a small file may claim to be a huge picture. */
  private BufferedImage decoded(ImageReader reader, ImageInputStream in) {
    try {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width > MOST_PIXELS || height > MOST_PIXELS) {
        throw invalid(
            "the picture has " + width + " by " + height + " pixels",
            "make it no larger than " + MOST_PIXELS + " by " + MOST_PIXELS);
      }
      return reader.read(0);
    } catch (InvalidInputException said) {
      throw said;
    } catch (IOException | RuntimeException damaged) {
      throw invalid("the picture is damaged", "save it again as PNG or JPEG");
    }
  }

  private static BufferedImage scaled(BufferedImage image) {
    double factor =
        Math.min(1.0, (double) KEPT_PIXELS / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = plain.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return plain;
  }

  private InvalidInputException invalid(String message, String advice) {
    return new InvalidInputException(Problem.error(file.toString(), message).advise(advice));
  }
}
