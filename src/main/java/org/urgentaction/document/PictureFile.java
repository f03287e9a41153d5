package org.urgentaction.document;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * A picture that an option or a campaign names. Only its pixels go on: a photograph's file may tell
 * where it was taken, and a letter in HTML would carry that along.
 */
public final class PictureFile {
  private static final long LARGEST = 10 << 20;
  private static final int KEPT_PIXELS = 1600;

  private PictureFile() {}

  /**
   * The picture, as PNG, at most 1600 pixels wide and high.
   *
   * @throws InvalidInputException where there is none, or it is no PNG or JPEG picture, or larger
   *     than 10 MB, or larger than 4000 pixels either way
   */
  public static Picture read(Path file) {
    String source = file.toString();
    try {
      if (!Files.isRegularFile(file)) {
        throw invalid(source, "there is no such picture", "look at its path");
      }
      if (Files.size(file) > LARGEST) {
        throw invalid(source, "the picture is larger than 10 MB", "make it smaller");
      }
      Picture given = new Picture(Files.readAllBytes(file), "image/*", "");
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(scaled(DecodedPicture.of(given, source).image()), "png", png);
      return new Picture(png.toByteArray(), "image/png", "");
    } catch (IOException e) {
      throw invalid(source, "the picture cannot be read", "look at its path and permissions");
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

  private static InvalidInputException invalid(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
