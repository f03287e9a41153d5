package org.urgentaction.typeset;

import java.io.IOException;
import java.io.OutputStream;

/** A document on its pages, as a PDF file in memory. */
public final class SetDocument {
  private final byte[] pdf;
  private final int pages;
  private final boolean tightened;

  SetDocument(byte[] pdf, int pages, boolean tightened) {
    this.pdf = pdf;
    this.pages = pages;
    this.tightened = tightened;
  }

  public int pages() {
    return pages;
  }

  /** Whether it was set tighter than usual to fit one page. */
  public boolean tightened() {
    return tightened;
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(pdf);
  }

  public byte[] pdf() {
    return pdf.clone();
  }
}
