package org.urgentaction.importing.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.urgentaction.importing.IssuedDocument;

/**
 * A PDF (ISO 32000), read by where its glyphs stand: producers seldom say what belongs together,
 * and what they say is seldom right.
 */
final class PdfFile {
  private static final int MOST_PAGES = 60;
  private static final int MOST_LINKS = 500;
  private static final int FEWEST_GLYPHS = 20;
  private static final long MEMORY = 24L << 20;
  private static final long SCRATCH = 256L << 20;

  private final String source;

  PdfFile(String source) {
    this.source = source;
  }

  IssuedDocument read(Path file) throws IOException {
    PdfSurvey.check(file);
    FontMappers.set(new PdfSubstituteFont());
    MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(MEMORY, SCRATCH);
    try (RandomAccessRead bytes = new RandomAccessReadBufferedFile(file);
        PDDocument document = Loader.loadPDF(bytes, "", memory.streamCache)) {
      return document(document);
    } catch (InvalidPasswordException e) {
      throw new UnreadableException(
          "the PDF is locked with a password", "open it with the password and save it without one");
    } catch (UnreadableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw UnreadableException.damaged("PDF");
    }
  }

  private IssuedDocument document(PDDocument document) throws IOException {
    int count = document.getNumberOfPages();
    if (count > MOST_PAGES) {
      throw new UnreadableException(
          "the PDF has " + count + " pages, which no Urgent Action has",
          "save the pages of the Urgent Action alone");
    }
    if (count == 0) {
      throw UnreadableException.damaged("PDF");
    }
    PdfGlyphs glyphs = new PdfGlyphs();
    List<PdfPage> pages = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      List<PdfGlyph> on = glyphs.page(document, i);
      PDPage page = document.getPage(i - 1);
      pages.add(PdfPage.of(i, height(page), on, links(page)));
    }
    if (glyphs.isUnreadable()) {
      throw new UnreadableException(
          "the PDF's fonts do not tell which characters they draw",
          "get it as a Word file, or recognise its text (OCR) first");
    } else if (glyphs.shown() < FEWEST_GLYPHS) {
      throw new UnreadableException(
          "the PDF holds no text: its pages are pictures, or empty",
          "recognise its text (OCR) first and import what comes of that");
    }
    Set<PdfLine> leftOut = PdfFurniture.of(pages);
    LineCollector lines = new LineCollector();
    PdfParagraphs paragraphs = new PdfParagraphs(lines, pages);
    for (PdfPage page : pages) {
      for (PdfColumns.Region region : page.regions()) {
        paragraphs.add(page, region, leftOut);
      }
    }
    paragraphs.end();
    return new IssuedDocument(source, title(document), language(document), lines.lines());
  }

  private static float height(PDPage page) {
    PDRectangle box = page.getCropBox();
    return page.getRotation() % 180 == 0 ? box.getHeight() : box.getWidth();
  }

  private static List<PdfPage.Link> links(PDPage page) throws IOException {
    List<PdfPage.Link> links = new ArrayList<>();
    PDRectangle box = page.getCropBox();
    for (PDAnnotation annotation : page.getAnnotations()) {
      PDRectangle place = annotation.getRectangle();
      if (place != null
          && annotation instanceof PDAnnotationLink link
          && link.getAction() instanceof PDActionURI action
          && action.getURI() != null
          && links.size() < MOST_LINKS) {
        links.add(
            new PdfPage.Link(
                place.getLowerLeftX() - box.getLowerLeftX(),
                box.getUpperRightY() - place.getUpperRightY(),
                place.getUpperRightX() - box.getLowerLeftX(),
                box.getUpperRightY() - place.getLowerLeftY(),
                CleanText.of(action.getURI())));
      }
    }
    return links;
  }

  private static String title(PDDocument document) {
    String title = document.getDocumentInformation().getTitle();
    boolean fileName =
        title == null || title.matches("(?i)microsoft word.*|.*\\.(?:docx?|indd|pdf)");
    return fileName ? "" : CleanText.of(title);
  }

  private static String language(PDDocument document) {
    String language = document.getDocumentCatalog().getLanguage();
    return language == null ? "" : CleanText.of(language);
  }
}
