package org.urgentaction.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Paper;
import org.urgentaction.letter.BulletinComposer;
import org.urgentaction.letter.BulletinOrder;
import org.urgentaction.letter.TemplateFolder;
import org.urgentaction.letter.Templates;

/** Bulletins on their pages. */
class BulletinPagesTest {
  private static Document bulletin(String id, String language) {
    Campaign campaign = Catalogue.load(Path.of("campaigns")).find(id).campaign();
    return new BulletinComposer(new Templates(TemplateFolder.builtIn()))
        .compose(new BulletinOrder(campaign, Locale.forLanguageTag(language), List.of(), null));
  }

  private static SetDocument set(Document document) {
    return new PdfPress(FontLibrary.bundled(), new PageStyle(Paper.A4, false), List.of())
        .set(document);
  }

  private static List<String> headings(Document document) {
    return document.blocks().stream()
        .filter(Block.Heading.class::isInstance)
        .map(block -> Inline.plain(((Block.Heading) block).content()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"ua-31-22-1, en", "ua-31-22-2, ar", "ua-31-22-3, kk"})
  void aBulletinIsAccessibleAndArchival(String id, String language) throws Exception {
    assertEquals(List.of(), Standards.offences(set(bulletin(id, language)).pdf()));
  }

  @ParameterizedTest
  @CsvSource({
    "ua-31-22-1, en",
    "ua-31-22-2, en",
    "ua-31-22-3, en",
    "ua-31-22-3, fr",
    "ua-31-22-3, ru",
    "ua-31-22-3, kk"
  })
  void noPageEndsWithAHeading(String id, String language) throws Exception {
    Document bulletin = bulletin(id, language);
    try (PDDocument pdf = Loader.loadPDF(set(bulletin).pdf())) {
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        List<String> lines = stripper.getText(pdf).strip().lines().toList();
        String last = lines.get(lines.size() - 2); // before the number of the page
        assertFalse(headings(bulletin).contains(last), "page " + page + " ends with " + last);
        assertEquals(page + "/" + pdf.getNumberOfPages(), lines.get(lines.size() - 1));
      }
    }
  }

  @Test
  void addressesAreLinks() throws Exception {
    List<String> words = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(set(bulletin("ua-31-22-3", "en")).pdf())) {
      for (PDAnnotation annotation : pdf.getPage(0).getAnnotations()) {
        assertTrue(annotation instanceof PDAnnotationLink, annotation.getSubtype());
        words.add(annotation.getContents());
      }
    }
    assertEquals(
        List.of("udp@udp-rk.kz", "ottawa@mfa.kz", "washington@mfa.kz", "London@mfa.kz"), words);
  }

  @Test
  void boxesThatAreTallerThanAPageFlowOverPages() {
    List<Inline> line = List.of(new Inline.Text("A line of an address that is far too long"));
    List<List<Inline>> lines = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      lines.add(line);
    }
    Block address = new Block.Address(Block.Party.RECIPIENT, lines, null);
    Document document =
        new Document(
            Locale.ENGLISH,
            "Title",
            List.of(
                new Block.Paragraph(Block.Role.MASTHEAD, List.of(new Inline.Text("Title"))),
                new Block.Boxes(true, List.of(List.of(address), List.of(address)))));
    assertTrue(set(document).pages() > 3);
  }

  @Test
  void boxesStandBesideEachOther() {
    Block one = new Block.Paragraph(Block.Role.BODY, List.of(new Inline.Text("one")));
    PageStyle style = new PageStyle(Paper.A4, false);
    Document document =
        new Document(
            Locale.ENGLISH,
            "Title",
            List.of(
                new Block.Paragraph(Block.Role.MASTHEAD, List.of(new Inline.Text("Title"))),
                new Block.Boxes(true, List.of(List.of(one), List.of(one), List.of(one)))));
    DocumentParagraphs paragraphs =
        new DocumentParagraphs(
            document,
            new ParagraphSetter(FontLibrary.bundled(), new WordCache()),
            new java.util.HashMap<>(),
            false,
            new MissingCharacters());
    Layout layout = LetterLayout.fitting(document, paragraphs, new PictureReader(false), style);
    Item.Row row = (Item.Row) layout.placed().get(1).item();
    assertEquals(3, row.frames().size());
    for (int i = 1; i < 3; i++) {
      Item.Frame left = row.frames().get(i - 1);
      Item.Frame right = row.frames().get(i);
      assertTrue(left.x() + left.width() < right.x(), "box " + i);
      assertEquals(left.height(), right.height());
    }
  }
}
