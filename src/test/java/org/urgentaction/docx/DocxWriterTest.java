package org.urgentaction.docx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.urgentaction.document.Block;
import org.urgentaction.document.Paper;
import org.w3c.dom.Element;

/** A Word file as a package: its parts, its styles, and what it does not tell. */
class DocxWriterTest {
  @Test
  void everyPartIsWellFormedAndSaysWhatItIs() throws Exception {
    WordFile file = WordFile.of(Samples.rich("en"));
    String types = file.text("[Content_Types].xml");
    for (String part : file.parts.keySet()) {
      if (part.startsWith("word/media/")) {
        assertTrue(types.contains("\"" + part.replaceAll(".*\\.", "") + "\""), part);
      } else {
        file.xml(part);
        assertTrue(
            part.endsWith(".rels") || part.startsWith("[") || types.contains("\"/" + part + "\""),
            part);
      }
    }
    assertEquals("[Content_Types].xml", file.entries.get(0).getName());
    for (Element relation : file.all("word/_rels/document.xml.rels", "Relationship")) {
      String target = relation.getAttribute("Target");
      assertTrue(
          relation.getAttribute("TargetMode").equals("External")
              || file.parts.containsKey("word/" + target),
          target);
    }
  }

  @Test
  void everyStyleThatIsUsedIsThere() throws Exception {
    WordFile file = WordFile.of(Samples.rich("en"));
    Set<String> there = new TreeSet<>();
    for (Element style : file.all("word/styles.xml", "w:style")) {
      there.add(style.getAttribute("w:styleId"));
    }
    for (String kind : List.of("w:pStyle", "w:rStyle")) {
      for (Element used : file.body(kind)) {
        assertTrue(there.contains(used.getAttribute("w:val")), used.getAttribute("w:val"));
      }
    }
  }

  @Test
  void partsOfALetterHaveStylesUnderWordsOwnNames() throws Exception {
    WordFile file = WordFile.of(Samples.ENGLISH);
    List<String> names = new ArrayList<>();
    for (Element used : file.body("w:pStyle")) {
      names.add(WordFile.value(file.style(used.getAttribute("w:val")), "w:name"));
    }
    assertEquals(
        List.of(
            "envelope return",
            "envelope address",
            "Date",
            "heading 1",
            "Salutation",
            "Body Text",
            "Body Text",
            "Body Text",
            "List Bullet",
            "List Bullet",
            "Closing",
            "Signature",
            "Copy"),
        names);
  }

  @Test
  void theSameDocumentGivesTheSameBytesInAnyPlace() throws Exception {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    byte[] here = new DocxWriter().write(Samples.rich("ar"), Paper.A4);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertArrayEquals(here, new DocxWriter().write(Samples.rich("ar"), Paper.A4));
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void nothingTellsWhoWroteItWhenAndWithWhat() throws Exception {
    WordFile file = WordFile.of(Samples.rich("en"));
    file.entries.forEach(
        entry -> {
          assertEquals(LocalDateTime.of(1980, 2, 1, 0, 0), entry.getTimeLocal());
          assertTrue(entry.getExtra() == null && entry.getComment() == null);
        });
    List<String> traces =
        List.of(
            "creator",
            "Application",
            "dcterms",
            "rsid",
            "20" + LocalDateTime.now(java.time.ZoneOffset.UTC).getYear() % 100 + "-",
            InetAddress.getLocalHost().getHostName());
    for (String part : file.parts.keySet()) {
      String text = new String(file.parts.get(part), StandardCharsets.ISO_8859_1);
      for (String trace : traces) {
        assertFalse(text.contains(trace), trace + " in " + part);
      }
    }
    List<Element> said = WordFile.children(file.xml("docProps/core.xml"));
    assertEquals(
        List.of("dc:title", "dc:language"), said.stream().map(Element::getTagName).toList());
    assertEquals("Title", said.get(0).getTextContent());
  }

  @Test
  void nothingIsStillAFile() throws Exception {
    WordFile file = WordFile.of(Samples.of("en"));
    assertEquals(List.of(), file.body("w:p"));
    WordFile word =
        WordFile.of(Samples.of("en", Samples.paragraph(Block.Role.BODY, "x".repeat(10_000))));
    assertEquals(10_000, word.body("w:t").get(0).getTextContent().length());
  }
}
