package org.urgentaction.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;

/**
 * Writes a document as a Word file (ISO/IEC 29500 transitional): styles, lists, language, direction
 * and addresses as a person would have set them. The same document gives the same bytes, and they
 * tell nothing of who wrote them, when and with what.
 */
public final class DocxWriter {
  /** Not the first month, for which the JDK adds a field that depends on the time zone. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final int BULLETIN_PAGES = 2;
  private static final int BULLETIN_TOP = Length.twips(14);

  private static final String CORE_PROPERTIES =
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

  private final PictureReader reader = new PictureReader();

  private record Plan(Look look, Margins margins, LetterHead head, int pages) {}

  /**
   * The file's bytes.
   *
   * @throws org.urgentaction.problem.InvalidInputException where a character is no text, or a
   *     picture is none
   */
  public byte[] write(Document document, Paper paper) {
    Plan plan = plan(document, paper);
    Look look = plan.look;
    Relations relations = new Relations();
    for (String part : List.of("styles", "numbering", "settings", "fontTable")) {
      relations.part(Xml.RELATIONS + "/" + part, part + ".xml");
    }
    Xml xml = new Xml("w:document", "r", "wp", "a", "pic");
    RunWriter runs = new RunWriter(xml, look, relations);
    PictureWriter pictures = new PictureWriter(xml, relations);
    NumberingPart numbering = new NumberingPart();
    xml.start("w:body");
    new BodyWriter(xml, document, look, plan.margins, runs, reader, pictures, numbering, false)
        .write(plan.head);
    Section section = new Section(document, look, plan.margins);
    int top = document.bulletin() ? BULLETIN_TOP : plan.head.top();
    section.write(xml, runs, relations, top, plan.pages > 1);

    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("_rels/.rels", packageRelations());
    parts.put("word/document.xml", xml.end().end().bytes());
    parts.put("word/_rels/document.xml.rels", relations.bytes());
    parts.put("word/styles.xml", new StylesPart(look).bytes());
    parts.put("word/numbering.xml", numbering.bytes(look));
    parts.put("word/settings.xml", SmallParts.settings());
    Set<ScriptFont> fonts = EnumSet.of(ScriptFont.EUROPEAN, look.font());
    fonts.addAll(runs.fonts());
    parts.put("word/fontTable.xml", SmallParts.fonts(fonts));
    section.parts().forEach((name, bytes) -> parts.put("word/" + name, bytes));
    pictures.files().forEach((name, bytes) -> parts.put("word/" + name, bytes));
    parts.put("docProps/core.xml", SmallParts.properties(document));
    return zipped(parts);
  }

  /** The first setting in which the document seems to fit a page, or the usual one. */
  private Plan plan(Document document, Paper paper) {
    if (document.bulletin()) {
      return planBulletin(document, paper);
    }
    Plan usual = null;
    for (Setting setting : Setting.STEPS) {
      Plan plan = plan(document, paper, setting);
      if (plan.pages == 1) {
        return plan;
      }
      usual = usual == null ? plan : usual;
    }
    return Objects.requireNonNull(usual);
  }

  /** The first setting in which it seems to take no more pages than it must, or two. */
  private Plan planBulletin(Document document, Paper paper) {
    List<Setting> settings = Setting.BULLETIN_STEPS;
    Plan plan = plan(document, paper, settings.get(settings.size() - 1));
    int fewest = Math.max(BULLETIN_PAGES, plan.pages);
    for (Setting setting : settings) {
      plan = plan(document, paper, setting);
      if (plan.pages <= fewest) {
        break;
      }
    }
    return plan;
  }

  private Plan plan(Document document, Paper paper, Setting setting) {
    Look look = Look.of(document, setting);
    Margins margins = Margins.of(paper, setting);
    LetterHead head = LetterHead.of(document, look, margins, paper, reader);
    int pages = new PageEstimate(look, margins, reader).pages(head, document.blocks());
    return new Plan(look, margins, head, pages);
  }

  private static byte[] packageRelations() {
    Relations relations = new Relations();
    relations.part(Xml.RELATIONS + "/officeDocument", "word/document.xml");
    relations.part(CORE_PROPERTIES, "docProps/core.xml");
    return relations.bytes();
  }

  private static byte[] zipped(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "[Content_Types].xml", SmallParts.contentTypes(new ArrayList<>(parts.keySet())));
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        put(zip, part.getKey(), part.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
