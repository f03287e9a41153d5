package org.urgentaction.typeset;

import java.io.IOException;

/** Writes a number tree leaf by leaf, its keys counted up from 0 (ISO 32000-1, 7.9.7). */
final class NumberTree {
  private static final int MOST = 64;

  private final PdfFile file;
  private final ContentStream leaf = new ContentStream(1 << 12);
  private final ContentStream leaves = new ContentStream(1 << 8);
  private int first;
  private int next;

  NumberTree(PdfFile file) {
    this.file = file;
  }

  /** The key that the next value will have. */
  int next() {
    return next;
  }

  void add(ContentStream value) throws IOException {
    if (next - first == MOST) {
      closeLeaf();
    }
    leaf.number(next++).append(value);
  }

  /** Writes the root; returns its number. */
  int finish() throws IOException {
    if (leaves.length() == 0) {
      return file.add(
          new ContentStream(leaf.length() + 16).text("<</Nums[").append(leaf).text("]>>"));
    }
    closeLeaf();
    return file.add(
        new ContentStream(leaves.length() + 16).text("<</Kids[").append(leaves).text("]>>"));
  }

  private void closeLeaf() throws IOException {
    ContentStream node = new ContentStream(leaf.length() + 64);
    node.text("<</Limits[").number(first).text(" ").number(next - 1).text("]/Nums[");
    leaves.reference(file.add(node.append(leaf).text("]>>")));
    leaf.clear();
    first = next;
  }
}
