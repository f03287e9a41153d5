package org.urgentaction.docx;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.urgentaction.document.DecodedPicture;
import org.urgentaction.document.Picture;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Writes the pixels of pictures that strangers sent anew, never larger than a page needs them. */
final class PictureReader {
  private static final int KEPT = 1600;

  private final Map<Picture, EmbeddedPicture> read = new HashMap<>();

  /**
   * @throws InvalidInputException where it is no PNG or JPEG picture, or larger than 4000 pixels
   */
  EmbeddedPicture read(Picture picture) {
    return read.computeIfAbsent(picture, PictureReader::embedded);
  }

  private static EmbeddedPicture embedded(Picture picture) {
    DecodedPicture decoded = DecodedPicture.of(picture);
    return embedded(scaled(decoded.image()), decoded.format());
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
        throw new InvalidInputException(
            Problem.error(null, "a picture has colours that cannot be kept")
                .advise("save it as PNG in RGB colours"));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new EmbeddedPicture(out.toByteArray(), ending, image.getWidth(), image.getHeight());
  }
}
