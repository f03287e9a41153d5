package org.urgentaction.docx;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a part refers to, each under an identifier (ISO/IEC 29500-2, 9.3). */
final class Relations {
  private static final String NAMESPACE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private final Map<Relation, String> identifiers = new LinkedHashMap<>();

  private record Relation(String type, String target, boolean external) {}

  /** A part of the package; the identifier to refer to it by. */
  String part(String type, String target) {
    return identifier(new Relation(type, target, false));
  }

  /** A link that leads out of the package. */
  String link(String target) {
    return identifier(new Relation(Xml.RELATIONS + "/hyperlink", target, true));
  }

  private String identifier(Relation relation) {
    return identifiers.computeIfAbsent(relation, its -> "rId" + (identifiers.size() + 1));
  }

  byte[] bytes() {
    Xml xml = Xml.plain("Relationships", NAMESPACE);
    identifiers.forEach(
        (relation, identifier) -> {
          xml.start("Relationship")
              .attribute("Id", identifier)
              .attribute("Type", relation.type)
              .attribute("Target", relation.target);
          if (relation.external) {
            xml.attribute("TargetMode", "External");
          }
          xml.end();
        });
    return xml.bytes();
  }
}
