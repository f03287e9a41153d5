package org.urgentaction.typeset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Writes the logical structure of a document and ties it to its pages (ISO 32000-1, 14.7). */
final class StructureTree {
  private final List<COSDictionary> pages;
  private final List<List<COSDictionary>> annotations;
  private final Map<StructureNode, COSDictionary> elements = new HashMap<>();
  private final Map<COSDictionary, COSDictionary> ownersOfAnnotations = new HashMap<>();

  /**
   * @param annotations of each page
   */
  StructureTree(List<COSDictionary> pages, List<List<COSDictionary>> annotations) {
    this.pages = pages;
    this.annotations = annotations;
  }

  COSDictionary root(StructureNode document, List<PageContent> contents) {
    COSDictionary root = Cos.dictionary(COSName.STRUCT_TREE_ROOT);
    root.setItem(COSName.K, element(document, root));
    COSArray numbers = new COSArray();
    int key = 0;
    for (PageContent content : contents) {
      pages.get(key).setInt(COSName.STRUCT_PARENTS, key);
      COSArray owners = new COSArray();
      for (StructureNode node : content.marked()) {
        owners.add(Objects.requireNonNull(elements.get(node)));
      }
      numbers.add(COSInteger.get(key++));
      numbers.add(owners);
    }
    for (List<COSDictionary> onPage : annotations) {
      for (COSDictionary annotation : onPage) {
        annotation.setInt(COSName.STRUCT_PARENT, key);
        numbers.add(COSInteger.get(key++));
        numbers.add(Objects.requireNonNull(ownersOfAnnotations.get(annotation)));
      }
    }
    COSDictionary parents = new COSDictionary();
    parents.setItem(COSName.NUMS, numbers);
    root.setItem(COSName.PARENT_TREE, parents);
    root.setInt(COSName.PARENT_TREE_NEXT_KEY, key);
    return root;
  }

  private COSDictionary element(StructureNode node, COSDictionary parent) {
    COSDictionary element = new COSDictionary();
    elements.put(node, element);
    element.setItem(COSName.S, Cos.name(node.type()));
    element.setItem(COSName.P, parent);
    if (node.language() != null) {
      element.setString(COSName.LANG, Cos.tag(node.language()));
    }
    if (node.alternative() != null) {
      element.setString(COSName.ALT, node.alternative());
    }
    COSDictionary attributes = attributes(node);
    if (attributes != null) {
      element.setItem(COSName.A, attributes);
    }
    int page = firstPage(node);
    if (page >= 0) {
      element.setItem(COSName.PG, pages.get(page));
    }
    COSArray kids = new COSArray();
    for (StructureNode.Kid kid : node.kids()) {
      kids.add(kid(kid, element, page));
    }
    element.setItem(COSName.K, kids.size() == 1 ? kids.get(0) : kids);
    return element;
  }

  private COSBase kid(StructureNode.Kid kid, COSDictionary element, int page) {
    if (kid instanceof StructureNode.Child child) {
      return element(child.node(), element);
    }
    if (kid instanceof StructureNode.Content content) {
      if (content.page() == page) {
        return COSInteger.get(content.id());
      }
      COSDictionary reference = Cos.dictionary(Cos.name("MCR"));
      reference.setItem(COSName.PG, pages.get(content.page()));
      reference.setInt(COSName.MCID, content.id());
      return reference;
    }
    StructureNode.Annotation place = (StructureNode.Annotation) kid;
    COSDictionary annotation = annotations.get(place.page()).get(place.number());
    ownersOfAnnotations.put(annotation, element);
    COSDictionary reference = Cos.dictionary(Cos.name("OBJR"));
    reference.setItem(COSName.PG, pages.get(place.page()));
    reference.setItem(COSName.OBJ, annotation);
    return reference;
  }

  private static int firstPage(StructureNode node) {
    for (StructureNode.Kid kid : node.kids()) {
      if (kid instanceof StructureNode.Content content) {
        return content.page();
      }
    }
    return -1;
  }

  private static @Nullable COSDictionary attributes(StructureNode node) {
    COSDictionary attributes = new COSDictionary();
    if (node.numbering() != null) {
      attributes.setName(COSName.O, "List");
      attributes.setName(Cos.name("ListNumbering"), node.numbering());
    } else if (node.box() != null) {
      attributes.setName(COSName.O, "Layout");
      attributes.setName(Cos.name("Placement"), "Block");
      attributes.setItem(COSName.BBOX, Cos.points(node.box()));
    } else {
      return null;
    }
    return attributes;
  }
}
