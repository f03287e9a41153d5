package org.urgentaction.typeset;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes the logical structure of letter after letter and ties each to its pages (ISO 32000-1,
 * 14.7).
 */
final class StructureTree {
  private final PdfFile file;
  private final NumberTree parents;
  private final int root;

  StructureTree(PdfFile file) {
    this.file = file;
    parents = new NumberTree(file);
    root = file.reserve();
  }

  int root() {
    return root;
  }

  /** The key by which a page that is about to be written will find the owners of its content. */
  int next() {
    return parents.next();
  }

  /**
   * Adds a letter whose pages have the keys from {@link #next()}, and after them its links.
   *
   * @param parent the number of the element above it
   * @param pages the numbers of its pages
   * @param links the numbers of each page's link annotations
   * @return the number of the letter's element
   */
  int add(
      StructureNode letter, int parent, List<PageContent> contents, int[] pages, List<int[]> links)
      throws IOException {
    Subtree subtree = new Subtree(pages, links);
    subtree.reserve(letter);
    subtree.write(letter, parent);
    for (PageContent content : contents) {
      ContentStream owners = new ContentStream(512).text("[");
      for (StructureNode node : content.marked()) {
        owners.reference(subtree.number(node));
      }
      parents.add(owners.text("]"));
    }
    for (PageContent content : contents) {
      for (PageContent.LinkArea link : content.links()) {
        parents.add(new ContentStream(16).reference(subtree.number(link.node())).text(" "));
      }
    }
    return subtree.number(letter);
  }

  /** Writes the root, of which an element is all there is. */
  void finish(int element) throws IOException {
    ContentStream entries = new ContentStream(128);
    entries.text("<</Type/StructTreeRoot/K").reference(element);
    entries.text("/ParentTreeNextKey ").number(parents.next());
    file.put(root, entries.text("/ParentTree").reference(parents.finish()).text(">>"));
  }

  /** The elements of one letter. */
  private final class Subtree {
    private final int[] pages;
    private final List<int[]> links;
    private final Map<StructureNode, Integer> numbers = new HashMap<>();

    Subtree(int[] pages, List<int[]> links) {
      this.pages = pages;
      this.links = links;
    }

    int number(StructureNode node) {
      return Objects.requireNonNull(numbers.get(node));
    }

    void reserve(StructureNode node) {
      numbers.put(node, file.reserve());
      for (StructureNode.Kid kid : node.kids()) {
        if (kid instanceof StructureNode.Child child) {
          reserve(child.node());
        }
      }
    }

    void write(StructureNode node, int parent) throws IOException {
      int page = firstPage(node);
      ContentStream element = new ContentStream(128);
      element.text("<</S/").text(node.type()).text("/P").reference(parent);
      describe(element, node);
      if (page >= 0) {
        element.text("/Pg").reference(pages[page]);
      }
      element.text("/K[");
      for (StructureNode.Kid kid : node.kids()) {
        writeKid(element, kid, page);
      }
      file.put(number(node), element.text("]>>"));
      for (StructureNode.Kid kid : node.kids()) {
        if (kid instanceof StructureNode.Child child) {
          write(child.node(), number(node));
        }
      }
    }

    private void writeKid(ContentStream element, StructureNode.Kid kid, int page) {
      if (kid instanceof StructureNode.Child child) {
        element.reference(number(child.node()));
      } else if (kid instanceof StructureNode.Content content && content.page() == page) {
        element.text(" ").number(content.id());
      } else if (kid instanceof StructureNode.Content content) {
        element.text("<</Type/MCR/Pg").reference(pages[content.page()]);
        element.text("/MCID ").number(content.id()).text(">>");
      } else if (kid instanceof StructureNode.Annotation place) {
        element.text("<</Type/OBJR/Pg").reference(pages[place.page()]);
        element.text("/Obj").reference(links.get(place.page())[place.number()]).text(">>");
      }
    }
  }

  private static void describe(ContentStream element, StructureNode node) {
    if (node.language() != null) {
      element.text("/Lang").string(node.language().toLanguageTag());
    }
    if (node.title() != null) {
      element.text("/T").string(node.title());
    }
    if (node.alternative() != null) {
      element.text("/Alt").string(node.alternative());
    }
    if (node.numbering() != null) {
      element.text("/A<</O/List/ListNumbering/").text(node.numbering()).text(">>");
    } else if (node.box() != null) {
      element.text("/A<</O/Layout/Placement/Block/BBox").rectangle(node.box()).text(">>");
    }
  }

  private static int firstPage(StructureNode node) {
    for (StructureNode.Kid kid : node.kids()) {
      if (kid instanceof StructureNode.Content content) {
        return content.page();
      }
    }
    return -1;
  }
}
