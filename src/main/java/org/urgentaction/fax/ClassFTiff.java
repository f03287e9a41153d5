package org.urgentaction.fax;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.FaxTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.plugins.tiff.TIFFTagSet;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes fax pages as TIFF class F (RFC 2306), which fax programs and gateways take as it is: Group
 * 4 (ITU-T T.6), one strip a page, no date and no name of a program.
 */
final class ClassFTiff {
  private static final char ONE_BIT = 1;
  private static final char WHITE_IS_ZERO = 0;
  private static final char LEFTMOST_DOT_FIRST = 1;
  private static final char TOP_LEFT = 1;
  private static final char INCH = 2;
  private static final long ONE_PAGE_OF_SEVERAL = 2;
  private static final char NO_BAD_LINES = 0;

  private final FaxResolution resolution;

  /** A page that gives its dots away as they are, where the writer would copy them one by one. */
  private static final class WholePage extends BufferedImage {
    WholePage(BufferedImage page) {
      super(page.getColorModel(), page.getRaster(), page.isAlphaPremultiplied(), null);
    }

    @Override
    public Raster getData(Rectangle wanted) {
      return wanted.equals(getRaster().getBounds()) ? getRaster() : super.getData(wanted);
    }
  }

  ClassFTiff(FaxResolution resolution) {
    this.resolution = resolution;
  }

  byte[] write(List<BufferedImage> pages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      ImageWriteParam group4 = writer.getDefaultWriteParam();
      group4.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      group4.setCompressionType("CCITT T.6");
      for (int page = 0; page < pages.size(); page++) {
        BufferedImage image = pages.get(page);
        IIOMetadata usual = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), group4);
        IIOMetadata tags = classF(usual, image.getHeight(), page, pages.size());
        writer.writeToSequence(new IIOImage(new WholePage(image), null, tags), group4);
      }
      writer.endWriteSequence();
    } catch (IOException impossible) {
      throw new IllegalStateException("memory cannot be written to", impossible);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private IIOMetadata classF(IIOMetadata usual, int rows, int page, int pages) throws IOException {
    TIFFDirectory directory = TIFFDirectory.createFromMetadata(usual);
    longs(directory, BaselineTIFFTagSet.TAG_NEW_SUBFILE_TYPE, ONE_PAGE_OF_SEVERAL);
    shorts(directory, BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE, ONE_BIT);
    shorts(directory, BaselineTIFFTagSet.TAG_PHOTOMETRIC_INTERPRETATION, WHITE_IS_ZERO);
    shorts(directory, BaselineTIFFTagSet.TAG_FILL_ORDER, LEFTMOST_DOT_FIRST);
    shorts(directory, BaselineTIFFTagSet.TAG_ORIENTATION, TOP_LEFT);
    longs(directory, BaselineTIFFTagSet.TAG_ROWS_PER_STRIP, rows);
    ratio(directory, BaselineTIFFTagSet.TAG_X_RESOLUTION, resolution.across());
    ratio(directory, BaselineTIFFTagSet.TAG_Y_RESOLUTION, resolution.down());
    shorts(directory, BaselineTIFFTagSet.TAG_RESOLUTION_UNIT, INCH);
    shorts(directory, BaselineTIFFTagSet.TAG_PAGE_NUMBER, (char) page, (char) pages);
    longs(directory, BaselineTIFFTagSet.TAG_T6_OPTIONS, 0);
    add(
        directory,
        FaxTIFFTagSet.getInstance(),
        FaxTIFFTagSet.TAG_CLEAN_FAX_DATA,
        TIFFTag.TIFF_SHORT,
        1,
        new char[] {NO_BAD_LINES});
    return directory.getAsMetadata();
  }

  private static void shorts(TIFFDirectory directory, int tag, char... values) {
    add(
        directory,
        BaselineTIFFTagSet.getInstance(),
        tag,
        TIFFTag.TIFF_SHORT,
        values.length,
        values);
  }

  private static void longs(TIFFDirectory directory, int tag, long... values) {
    add(directory, BaselineTIFFTagSet.getInstance(), tag, TIFFTag.TIFF_LONG, values.length, values);
  }

  private static void ratio(TIFFDirectory directory, int tag, long value) {
    add(
        directory,
        BaselineTIFFTagSet.getInstance(),
        tag,
        TIFFTag.TIFF_RATIONAL,
        1,
        new long[][] {{value, 1}});
  }

  private static void add(
      TIFFDirectory directory, TIFFTagSet tags, int tag, int type, int count, Object values) {
    directory.addTIFFField(new TIFFField(tags.getTag(tag), type, count, values));
  }
}
