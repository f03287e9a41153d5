package org.urgentaction.typeset;

import java.io.IOException;

/** Writes the tree that leads to a file's pages, node by node (ISO 32000-1, 7.7.3). */
final class PageTree {
  private static final int MOST = 64;

  private final PdfFile file;
  private final ContentStream pages = new ContentStream(1 << 8);
  private final ContentStream nodes = new ContentStream(1 << 8);
  private int inNode;
  private int node;
  private int root;
  private int count;

  PageTree(PdfFile file) {
    this.file = file;
  }

  /**
   * Adds a page that will be written.
   *
   * @return the number of its parent
   */
  int add(int page) throws IOException {
    if (inNode == MOST) {
      root = root == 0 ? file.reserve() : root;
      closeNode();
    }
    if (inNode++ == 0) {
      node = file.reserve();
    }
    pages.reference(page);
    count++;
    return node;
  }

  /** Writes the root of a tree with at least one page; returns its number. */
  int finish() throws IOException {
    closeNode();
    if (root == 0) {
      return node;
    }
    ContentStream entries = new ContentStream(nodes.length() + 64);
    entries.text("<</Type/Pages/Count ").number(count).text("/Kids[").append(nodes);
    file.put(root, entries.text("]>>"));
    return root;
  }

  private void closeNode() throws IOException {
    ContentStream entries = new ContentStream(pages.length() + 64);
    entries.text("<</Type/Pages/Count ").number(inNode).text("/Kids[").append(pages).text("]");
    if (root != 0) {
      entries.text("/Parent").reference(root);
    }
    file.put(node, entries.text(">>"));
    nodes.reference(node);
    pages.clear();
    inNode = 0;
  }
}
