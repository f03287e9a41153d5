package org.urgentaction.docx;

import java.util.Collection;
import java.util.Set;
import org.urgentaction.document.Document;

/** The parts that are a few lines each: settings, fonts, title, content types. */
final class SmallParts {
  private static final String WORDPROCESSING =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  private SmallParts() {}

  /** Word 2013's layout, which later ones keep; whoever saves the file stays unnamed. */
  static byte[] settings() {
    Xml xml = new Xml("w:settings");
    xml.empty("w:zoom", "w:percent", 100);
    xml.empty("w:removePersonalInformation").empty("w:removeDateAndTime");
    xml.value("w:defaultTabStop", Length.twips(12.5));
    xml.value("w:characterSpacingControl", "doNotCompress");
    xml.start("w:compat");
    xml.empty(
        "w:compatSetting",
        "w:name",
        "compatibilityMode",
        "w:uri",
        "http://schemas.microsoft.com/office/word",
        "w:val",
        15);
    return xml.end().end().bytes();
  }

  /** What may stand in for faces that are not installed. */
  static byte[] fonts(Set<ScriptFont> fonts) {
    Xml xml = new Xml("w:fonts");
    for (ScriptFont font : fonts) {
      xml.start("w:font").attribute("w:name", font.family());
      xml.value("w:altName", font.alternatives());
      if (font == ScriptFont.EUROPEAN) {
        xml.value("w:panose1", "02020502060505020204");
      }
      xml.value("w:family", "roman").value("w:pitch", "variable").end();
    }
    return xml.end().bytes();
  }

  /** Title and language, and nothing about who, when and with what. */
  static byte[] properties(Document document) {
    Xml xml = new Xml("cp:coreProperties", "dc");
    xml.start("dc:title").text(Printable.aside(document.title())).end();
    xml.start("dc:language").text(document.language().toLanguageTag()).end();
    return xml.end().bytes();
  }

  static byte[] contentTypes(Collection<String> parts) {
    Xml xml = Xml.plain("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
    ending(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
    ending(xml, "xml", "application/xml");
    ending(xml, "png", "image/png");
    ending(xml, "jpeg", "image/jpeg");
    for (String part : parts) {
      String type =
          switch (part) {
            case "word/document.xml" -> WORDPROCESSING + "document.main+xml";
            case "word/styles.xml" -> WORDPROCESSING + "styles+xml";
            case "word/numbering.xml" -> WORDPROCESSING + "numbering+xml";
            case "word/settings.xml" -> WORDPROCESSING + "settings+xml";
            case "word/fontTable.xml" -> WORDPROCESSING + "fontTable+xml";
            case "word/header1.xml" -> WORDPROCESSING + "header+xml";
            case "word/footer1.xml" -> WORDPROCESSING + "footer+xml";
            case "docProps/core.xml" ->
                "application/vnd.openxmlformats-package.core-properties+xml";
            default -> "";
          };
      if (!type.isEmpty()) {
        xml.empty("Override", "PartName", "/" + part, "ContentType", type);
      }
    }
    return xml.end().bytes();
  }

  private static void ending(Xml xml, String ending, String type) {
    xml.empty("Default", "Extension", ending, "ContentType", type);
  }
}
