package org.urgentaction.docx;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes pictures into a line of text (DrawingML), and keeps their files for the package. */
final class PictureWriter {
  private static final String DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";
  private static final String PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture";

  private final Xml xml;
  private final Relations relations;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<EmbeddedPicture, String> names = new LinkedHashMap<>();
  private int drawn;

  PictureWriter(Xml xml, Relations relations) {
    this.xml = xml;
    this.relations = relations;
  }

  /** The files of all pictures so far, by name below word/. */
  Map<String, byte[]> files() {
    return files;
  }

  /**
   * A run with the picture in it.
   *
   * @param alternative words that stand for it; none for what only decorates
   * @param width twentieths of a point
   */
  void write(EmbeddedPicture picture, String alternative, int width) {
    long across = Length.emu(width);
    long down = Length.emu(picture.height(width));
    drawn++;
    xml.start("w:r").start("w:drawing");
    xml.start("wp:inline")
        .attribute("distT", 0)
        .attribute("distB", 0)
        .attribute("distL", 0)
        .attribute("distR", 0);
    xml.empty("wp:extent", "cx", across, "cy", down);
    writeName(alternative);
    xml.start("wp:cNvGraphicFramePr").empty("a:graphicFrameLocks", "noChangeAspect", 1).end();
    xml.start("a:graphic").start("a:graphicData").attribute("uri", PICTURES).start("pic:pic");
    xml.start("pic:nvPicPr")
        .empty("pic:cNvPr", "id", drawn, "name", "Picture " + drawn)
        .empty("pic:cNvPicPr")
        .end();
    xml.start("pic:blipFill").empty("a:blip", "r:embed", identifier(picture));
    xml.start("a:stretch").empty("a:fillRect").end().end();
    xml.start("pic:spPr").start("a:xfrm").empty("a:off", "x", 0, "y", 0);
    xml.empty("a:ext", "cx", across, "cy", down).end();
    xml.start("a:prstGeom").attribute("prst", "rect").empty("a:avLst").end().end();
    xml.end().end().end().end().end().end();
  }

  private void writeName(String alternative) {
    String words = Printable.aside(alternative).strip();
    xml.start("wp:docPr")
        .attribute("id", drawn)
        .attribute("name", "Picture " + drawn)
        .attribute("descr", words);
    if (words.isEmpty()) {
      xml.start("a:extLst").start("a:ext").attribute("uri", DECORATIVE);
      xml.start("adec:decorative").namespace("adec").attribute("val", 1).end();
      xml.end().end();
    }
    xml.end();
  }

  private String identifier(EmbeddedPicture picture) {
    String name =
        names.computeIfAbsent(
            picture, its -> "media/image" + (names.size() + 1) + "." + its.ending());
    files.put(name, picture.bytes());
    return relations.part(Xml.RELATIONS + "/image", name);
  }
}
