package org.urgentaction.importing.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.importing.IssuedDocument;
import org.urgentaction.importing.IssuedLine;
import org.urgentaction.importing.IssuedLine.Kind;

/** What of a Word file is text, and in which order. */
class WordFileTest {
  @TempDir Path folder;

  private IssuedDocument read(WordPackage word) throws IOException {
    return new DocumentReader().read(word.save(folder.resolve("action.docx")));
  }

  private List<String> texts(String body) throws IOException {
    return read(new WordPackage().body(body)).lines().stream().map(IssuedLine::text).toList();
  }

  private static String p(String text) {
    return "<w:p>" + r(text) + "</w:p>";
  }

  private static String r(String text) {
    return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
  }

  @Test
  void paragraphsAndLineBreaksEndLines() throws IOException {
    assertEquals(
        List.of("Minister of Justice", "14 Lighthouse Parade", "Harbour Town"),
        texts(
            p("Minister of Justice")
                + "<w:p><w:r><w:t>14 Lighthouse Parade</w:t><w:br/>"
                + "<w:t>Harbour Town</w:t></w:r></w:p>"));
  }

  @Test
  void whatWasDeletedHiddenOrMovedAwayIsLeftOut() throws IOException {
    assertEquals(
        List.of("Set her free today"),
        texts(
            "<w:p>"
                + r("Set ")
                + "<w:del><w:r><w:delText>him</w:delText></w:r></w:del>"
                + "<w:ins>"
                + r("her free")
                + "</w:ins>"
                + "<w:moveFrom>"
                + r(" tomorrow")
                + "</w:moveFrom>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> in secret</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
                + "<w:r><w:instrText> DATE </w:instrText><w:t>old result</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
                + r(" today")
                + "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"));
  }

  @Test
  void aTextBoxIsReadOnceAndBehindItsParagraph() throws IOException {
    String box = "<w:txbxContent>" + p("WRITE TO") + p("Minister of Justice") + "</w:txbxContent>";
    assertEquals(
        List.of("The story.", "WRITE TO", "Minister of Justice", "More of it."),
        texts(
            "<w:p>"
                + r("The ")
                + "<w:r><mc:AlternateContent><mc:Choice>"
                + box
                + "</mc:Choice><mc:Fallback>"
                + box
                + "</mc:Fallback></mc:AlternateContent></w:r>"
                + r("story.")
                + "</w:p>"
                + p("More of it.")));
  }

  @Test
  void stylesTellHeadingsListsAndBold() throws IOException {
    List<IssuedLine> lines =
        read(new WordPackage()
                .related("s", "styles", "styles.xml")
                .part(
                    "word/styles.xml",
                    "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                        + "<w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 1'/>"
                        + "<w:rPr><w:b/></w:rPr></w:style>"
                        + "<w:style w:type='paragraph' w:styleId='L'><w:basedOn w:val='M'/></w:style>"
                        + "<w:style w:type='paragraph' w:styleId='M'><w:pPr><w:numPr>"
                        + "<w:numId w:val='3'/></w:numPr></w:pPr></w:style></w:styles>")
                .body(
                    styled("H", "Background")
                        + styled("L", "first")
                        + styled("N", "plain")
                        + "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
                        + "<w:r><w:rPr><w:b/></w:rPr><w:t>second</w:t></w:r></w:p>"))
            .lines();
    assertEquals(
        List.of(Kind.HEADING, Kind.ITEM, Kind.TEXT, Kind.ITEM),
        lines.stream().map(IssuedLine::kind).toList());
    assertEquals(
        List.of(true, false, false, true), lines.stream().map(IssuedLine::strong).toList());
  }

  private static String styled(String style, String text) {
    return "<w:p><w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>" + r(text) + "</w:p>";
  }

  @Test
  void linksAreKeptWhetherByRelationOrByField() throws IOException {
    List<IssuedLine> lines =
        read(new WordPackage()
                .related("r7", "hyperlink", "https://report.example/44-26")
                .body(
                    "<w:p><w:hyperlink r:id='r7'>"
                        + r("Click here")
                        + "</w:hyperlink></w:p>"
                        + "<w:p><w:fldSimple w:instr='HYPERLINK \"https://form.example\"'>"
                        + r("form")
                        + "</w:fldSimple></w:p>"))
            .lines();
    assertEquals(List.of("https://report.example/44-26"), lines.get(0).links());
    assertEquals(List.of("https://form.example"), lines.get(1).links());
  }

  @Test
  void headsComeFirstAndFeetLastEachOnce() throws IOException {
    String space = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    List<String> texts =
        read(
                new WordPackage()
                    .related(
                        "h1",
                        "header",
                        "header1.xml",
                        "h2",
                        "header",
                        "header2.xml",
                        "f1",
                        "footer",
                        "footer1.xml")
                    .part("word/header1.xml", "<w:hdr " + space + ">" + p("UA: 44/26") + "</w:hdr>")
                    .part("word/header2.xml", "<w:hdr " + space + ">" + p("UA: 44/26") + "</w:hdr>")
                    .part(
                        "word/footer1.xml",
                        "<w:ftr " + space + ">" + p("Page 1 of 2") + p("Far Section") + "</w:ftr>")
                    .body(p("Free the librarian")))
            .lines()
            .stream()
            .map(IssuedLine::text)
            .toList();
    assertEquals(List.of("UA: 44/26", "Free the librarian", "Far Section"), texts);
  }

  @Test
  void aLabelInATableStandsBeforeItsValue() throws IOException {
    String rows =
        "<w:tr><w:tc>"
            + p("Fax:")
            + "</w:tc><w:tc>"
            + p("+999 55 123")
            + "</w:tc></w:tr>"
            + "<w:tr><w:tc>"
            + p("Minister")
            + p("Street 1")
            + "</w:tc><w:tc>"
            + p("Ambassador")
            + p("Street 2")
            + "</w:tc></w:tr>";
    assertEquals(
        List.of("Fax: +999 55 123", "Minister", "Street 1", "Ambassador", "Street 2"),
        texts("<w:tbl>" + rows + "</w:tbl>"));
  }

  @Test
  void anEmptyParagraphOrASpaceIsAGap() throws IOException {
    List<IssuedLine> lines =
        read(new WordPackage()
                .body(
                    p("one")
                        + "<w:p/>"
                        + p("two")
                        + p("three")
                        + "<w:p><w:pPr><w:spacing w:before='240'/></w:pPr>"
                        + r("four")
                        + "</w:p>"))
            .lines();
    assertEquals(
        List.of(false, true, false, true), lines.stream().map(IssuedLine::gapBefore).toList());
  }

  @Test
  void readingsAboveCharactersAreNotInTheText() throws IOException {
    assertTrue(
        texts(
                "<w:p><w:r><w:ruby><w:rt>"
                    + r("とうだい")
                    + "</w:rt><w:rubyBase>"
                    + r("灯台")
                    + "</w:rubyBase></w:ruby></w:r>"
                    + r("通り")
                    + "</w:p>")
            .contains("灯台通り"));
  }
}
