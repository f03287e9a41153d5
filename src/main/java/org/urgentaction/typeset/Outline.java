package org.urgentaction.typeset;

import java.io.IOException;

/** Writes a list of bookmarks one by one (ISO 32000-1, 12.3.3). */
final class Outline {
  private final PdfFile file;
  private int root;
  private int first;
  private int previous;
  private int last;
  private int count;
  private ContentStream pending = new ContentStream(0);

  Outline(PdfFile file) {
    this.file = file;
  }

  /** Adds a bookmark that leads to a page. */
  void add(String title, int page) throws IOException {
    int item = file.reserve();
    if (count++ == 0) {
      root = file.reserve();
      first = item;
    } else {
      closeItem(item);
    }
    pending = new ContentStream(128).text("<</Title").string(title).text("/Parent").reference(root);
    pending.text("/Dest[").reference(page).text("/XYZ null null null]");
    previous = last;
    last = item;
  }

  /** Writes its root; returns the number, or 0 where it has no bookmarks. */
  int finish() throws IOException {
    if (count == 0) {
      return 0;
    }
    closeItem(0);
    ContentStream entries = new ContentStream(64).text("<</Type/Outlines/First").reference(first);
    entries.text("/Last").reference(last).text("/Count ").number(count).text(">>");
    file.put(root, entries);
    return root;
  }

  private void closeItem(int next) throws IOException {
    if (previous != 0) {
      pending.text("/Prev").reference(previous);
    }
    if (next != 0) {
      pending.text("/Next").reference(next);
    }
    file.put(last, pending.text(">>"));
  }
}
