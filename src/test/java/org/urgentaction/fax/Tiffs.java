package org.urgentaction.fax;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads the pages of a TIFF file. */
final class Tiffs {
  private Tiffs() {}

  static List<BufferedImage> pages(byte[] tiff) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(tiff))) {
      reader.setInput(in);
      List<BufferedImage> pages = new ArrayList<>();
      for (int page = 0; page < reader.getNumImages(true); page++) {
        pages.add(reader.read(page));
      }
      return pages;
    } finally {
      reader.dispose();
    }
  }
}
