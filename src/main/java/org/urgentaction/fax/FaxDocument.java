package org.urgentaction.fax;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** All pages of one fax in black and white, ready to be dialled. */
public final class FaxDocument {
  private final int pages;
  private final String title;
  private final Locale language;
  private final FaxResolution resolution;
  private final byte[] tiff;

  FaxDocument(List<BufferedImage> pages, String title, Locale language, FaxResolution resolution) {
    this.pages = pages.size();
    this.title = title;
    this.language = language;
    this.resolution = resolution;
    tiff = new ClassFTiff(resolution).write(pages);
  }

  /** How many there are, the cover sheet included. */
  public int pages() {
    return pages;
  }

  /** As TIFF class F (RFC 2306), all pages in one file. */
  public byte[] tiff() {
    return tiff.clone();
  }

  /** As a PDF of one picture a page. */
  public byte[] pdf() {
    return new FaxPdf(resolution).write(tiff, pages, title, language);
  }
}
