package org.urgentaction.importing.read;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.urgentaction.input.XmlPart;

/** The parts of a Word file and how they hang together (Open Packaging Conventions). */
final class WordParts {
  private static final XmlPart.Limits LIMITS = new XmlPart.Limits(16L << 20, 4 << 20);
  private static final String RELS = "_rels/";

  private record Relation(String type, String target, boolean external) {}

  private final ZipFile zip;
  private final String main;
  private final Map<String, Relation> relations;

  WordParts(ZipFile zip) throws IOException, XMLStreamException {
    this.zip = zip;
    if (zip.getEntry("[Content_Types].xml") == null) {
      throw noWord();
    }
    main = main(relations(""));
    relations = relations(main);
  }

  private String main(Map<String, Relation> all) throws UnreadableException {
    for (Relation each : all.values()) {
      if (each.type.endsWith("/officeDocument")) {
        String name = resolved("", each.target);
        if (zip.getEntry(name) == null) {
          throw UnreadableException.damaged("Word file");
        } else if (name.startsWith("word/") || name.endsWith("document.xml")) {
          return name;
        }
      }
    }
    throw noWord();
  }

  private static UnreadableException noWord() {
    return new UnreadableException(
        "this is a packed file, but no Word document", FileFormat.ADVICE);
  }

  private Map<String, Relation> relations(String part) throws IOException, XMLStreamException {
    int slash = part.lastIndexOf('/') + 1;
    String name = part.substring(0, slash) + RELS + part.substring(slash) + ".rels";
    Map<String, Relation> found = new LinkedHashMap<>();
    if (zip.getEntry(name) == null) {
      return found;
    }
    try (XmlPart rels = XmlPart.open(zip, name, LIMITS)) {
      while (rels.xml().hasNext()) {
        if (rels.xml().next() == XMLStreamConstants.START_ELEMENT) {
          String id = rels.attribute("Id");
          String type = rels.attribute("Type");
          String target = rels.attribute("Target");
          if (id != null && type != null && target != null) {
            found.put(
                id, new Relation(type, target, "External".equals(rels.attribute("TargetMode"))));
          }
        }
      }
    }
    return found;
  }

  /** A target within the package; one that leads out of it is simply not found there. */
  private static String resolved(String from, String target) {
    try {
      String path = URI.create("/" + from).resolve(target.replace(" ", "%20")).getPath();
      return path == null ? "" : path.replaceFirst("^/+", "");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  String main() {
    return main;
  }

  XmlPart open(String name) throws IOException, XMLStreamException {
    return XmlPart.open(zip, name, LIMITS);
  }

  /** Names of the parts that the document refers to by a type that ends so, as far as they are. */
  List<String> related(String type) {
    List<String> names = new ArrayList<>();
    for (Relation each : relations.values()) {
      String name = resolved(main, each.target);
      if (each.type.endsWith(type) && !each.external && zip.getEntry(name) != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** The links of a part by their ids. */
  Map<String, String> links(String part) throws IOException, XMLStreamException {
    Map<String, String> links = new LinkedHashMap<>();
    relations(part)
        .forEach(
            (id, each) -> {
              if (each.external && each.type.endsWith("/hyperlink")) {
                links.put(id, each.target);
              }
            });
    return links;
  }

  /** The title among the document's properties, empty where there is none. */
  String title() throws IOException, XMLStreamException {
    if (zip.getEntry("docProps/core.xml") == null) {
      return "";
    }
    try (XmlPart core = open("docProps/core.xml")) {
      @Nullable String element = null;
      StringBuilder title = new StringBuilder();
      while (core.xml().hasNext()) {
        int event = core.xml().next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          element = core.xml().getLocalName();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          element = null;
        } else if (event == XMLStreamConstants.CHARACTERS && "title".equals(element)) {
          title.append(core.xml().getText());
        }
      }
      return CleanText.of(title.toString());
    } catch (ZipException e) {
      throw UnreadableException.damaged("Word file");
    }
  }
}
