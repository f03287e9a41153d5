package org.urgentaction.dispatch;

import java.nio.charset.StandardCharsets;
import org.urgentaction.typeset.SetDocument;

/** A file's bytes, and what is known of its pages. */
public final class Rendered {
  private final byte[] bytes;
  private final int pages;
  private final boolean tightened;

  private Rendered(byte[] bytes, int pages, boolean tightened) {
    this.bytes = bytes;
    this.pages = pages;
    this.tightened = tightened;
  }

  static Rendered of(SetDocument set) {
    return new Rendered(set.pdf(), set.pages(), set.tightened());
  }

  static Rendered of(byte[] bytes, int pages) {
    return new Rendered(bytes, pages, false);
  }

  /** Of a format without pages. */
  static Rendered of(byte[] bytes) {
    return of(bytes, 0);
  }

  static Rendered of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** 0 where the format has none. */
  public int pages() {
    return pages;
  }

  /** Whether the text was set tighter to keep to one page. */
  public boolean tightened() {
    return tightened;
  }
}
