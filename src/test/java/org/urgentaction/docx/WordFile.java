package org.urgentaction.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A Word file taken apart. */
final class WordFile {
  final Map<String, byte[]> parts = new LinkedHashMap<>();
  final List<ZipEntry> entries = new ArrayList<>();

  WordFile(byte[] bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.add(entry);
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
  }

  static WordFile of(Document document) throws IOException {
    return new WordFile(new DocxWriter().write(document, Paper.A4));
  }

  /** The part's root element; fails where the part is not well-formed. */
  Element xml(String part) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(parts.get(part)))
        .getDocumentElement();
  }

  String text(String part) {
    return new String(parts.get(part), StandardCharsets.UTF_8);
  }

  /** All elements of a name, as {@code w:p}, in document order. */
  List<Element> all(String part, String name) throws Exception {
    return all(xml(part), name);
  }

  List<Element> body(String name) throws Exception {
    return all("word/document.xml", name);
  }

  Element style(String id) throws Exception {
    return all("word/styles.xml", "w:style").stream()
        .filter(style -> style.getAttribute("w:styleId").equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The paragraphs after the head of a letter. */
  List<Element> flow() throws Exception {
    return children((Element) xml("word/document.xml").getFirstChild()).stream()
        .filter(child -> child.getTagName().equals("w:p"))
        .toList();
  }

  static List<Element> all(Element root, String name) {
    NodeList found = root.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  static List<Element> children(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** The attribute {@code w:val} of the only descendant of that name; empty where there is none. */
  static String value(Element parent, String name) {
    List<Element> found = all(parent, name);
    return found.isEmpty() ? "" : found.get(0).getAttribute("w:val");
  }

  /** Whether there is such a descendant. */
  static boolean has(Element parent, String name) {
    return !all(parent, name).isEmpty();
  }
}
