package org.urgentaction.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ibm.icu.text.BreakIterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Paper;
import org.urgentaction.fax.Programs;

/**
 * The shapes of every language's words are those that Chromium, which shapes with a HarfBuzz of its
 * own, draws in the same fonts: both as PDF, made into pictures by the same program.
 */
class ChromiumTest {
  private static final FontLibrary FONTS = FontLibrary.bundled();
  private static final Path FONT_FOLDER = Path.of("src/main/resources/fonts").toAbsolutePath();
  private static final int LINES = 16;
  private static final int LEAST_LETTERS = 14;
  private static final int DPI = 150;
  private static final int GAP = 30;

  /** What a pixel's edge may come to; a missing or another mark is several times as much. */
  private static final double MOST_UNLIKE = 0.16;

  /** The same shapes a little to one side. */
  private static final double MOST_UNLIKE_THOUGH_KNOWN = 0.95;

  /** What lines are drawn differently on purpose or for a known reason, as languages.md tells. */
  private static final Map<String, Pattern> KNOWN =
      Map.of(
          "bn", Pattern.compile("[()]"),
          "bo", Pattern.compile("[()་]"),
          "hi", Pattern.compile("[()]"),
          "ja", Pattern.compile("[ァ-ヺ]"),
          "ko", Pattern.compile(" "),
          "my", Pattern.compile("့"),
          "zh-Hans", Pattern.compile("”。"),
          "zh-Hant", Pattern.compile("」。"));

  private static final Pattern NONE = Pattern.compile("(?!)");
  private static final Path KEPT = Path.of("target/chromium");

  private static final PictureSheet SHEET = new PictureSheet(List.of("ua", "Chromium"));

  private static Map<String, List<InkRow>> drawnByChromium;

  @TempDir static Path folder;

  static Stream<Specimen> specimens() {
    return Specimen.all().stream();
  }

  @BeforeAll
  static void chromiumDraws() throws Exception {
    assumeTrue(Programs.find("chromium").isPresent(), "chromium is not installed");
    assumeTrue(Programs.find("pdftoppm").isPresent(), "pdftoppm (poppler-utils) is not installed");
    StringBuilder page = new StringBuilder("<!DOCTYPE html><meta charset=utf-8><style>\n");
    page.append("@page{size:A4;margin:20mm}body{margin:0 10mm}\n");
    page.append("section{break-after:page}h1{font:8pt F0;margin:0 0 12mm}\n");
    page.append(
        "p{font-size:11pt;line-height:4;margin:0 0 4mm;break-inside:avoid;white-space:pre}\n");
    for (int i = 0; i < FONTS.families().size(); i++) {
      Family family = FONTS.families().get(i);
      Path file = FONT_FOLDER.resolve(family.folder()).resolve(family.file(false, false));
      page.append(
          "@font-face{font-family:F%d;src:url('%s');size-adjust:%d%%}%n"
              .formatted(i, file.toUri(), family.scale()));
    }
    page.append("</style>\n");
    for (Specimen specimen : Specimen.all()) {
      page.append(section(specimen));
    }
    Path html = Files.writeString(folder.resolve("page.html"), page);
    Path pdf = folder.resolve("page.pdf");
    Programs.Answer answer =
        Programs.run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--allow-file-access-from-files",
            "--user-data-dir=" + folder.resolve("profile"),
            "--no-pdf-header-footer",
            "--print-to-pdf=" + pdf,
            html.toUri().toString());
    assertTrue(Files.exists(pdf), answer.err());
    drawnByChromium = new LinkedHashMap<>();
    Files.createDirectories(KEPT);
    Files.copy(pdf, KEPT.resolve("page.pdf"), StandardCopyOption.REPLACE_EXISTING);
    try (PDDocument file = Loader.loadPDF(pdf.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      String language = "";
      int number = 0;
      for (PDPage ignored : file.getPages()) {
        number++;
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        String first = stripper.getText(file).strip().lines().findFirst().orElse("");
        boolean begins = first.startsWith("specimen ");
        language = begins ? first.substring(9) : language;
        List<InkRow> rows = rows(pdf, number);
        drawnByChromium
            .computeIfAbsent(language, key -> new ArrayList<>())
            .addAll(begins ? rows.subList(1, rows.size()) : rows);
      }
    }
  }

  private static String section(Specimen specimen) {
    Locale language = specimen.language();
    int own = FONTS.families().indexOf(FONTS.family(language));
    String direction = Document.isRightToLeft(language) ? "rtl" : "ltr";
    StringBuilder section = new StringBuilder();
    section.append(
        "<section lang=%s dir=%s style='font-family:F%d,F0'><h1 dir=ltr>specimen %1$s</h1>%n"
            .formatted(specimen, direction, own));
    for (String line : lines(specimen)) {
      section.append("<p>" + line.replace("&", "&amp;").replace("<", "&lt;") + "</p>\n");
    }
    return section.append("</section>\n").toString();
  }

  /** The letter's words in pieces that fit on a line wherever they are set. */
  private static List<String> lines(Specimen specimen) {
    List<String> lines = new ArrayList<>();
    for (Block block : specimen.letter().blocks()) {
      if (block instanceof Block.Paragraph paragraph && paragraph.role() == Block.Role.BODY) {
        String text = Inline.plain(paragraph.content());
        BreakIterator breaks = BreakIterator.getLineInstance(specimen.language());
        breaks.setText(text);
        int from = 0;
        for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
          if (at - from >= LEAST_LETTERS || at == text.length()) {
            lines.add(text.substring(from, at).strip());
            from = at;
          }
        }
      }
    }
    return lines.subList(0, Math.min(LINES, lines.size()));
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void theShapesAreThoseThatChromiumDraws(Specimen specimen) throws Exception {
    List<String> lines = lines(specimen);
    List<InkRow> ours = drawn(specimen.language(), lines);
    List<InkRow> its = drawnByChromium.get(specimen.toString());
    assertEquals(lines.size(), ours.size(), "lines that we set");
    assertEquals(lines.size(), its.size(), "lines that Chromium sets");
    List<String> unlike = new ArrayList<>();
    double most = 0;
    double sum = 0;
    for (int i = 0; i < lines.size(); i++) {
      double difference = ours.get(i).unlike(its.get(i));
      most = Math.max(most, difference);
      sum += difference;
      String name = "%s-%02d-".formatted(specimen, i);
      ImageIO.write(ours.get(i).picture(), "png", KEPT.resolve(name + "ua.png").toFile());
      ImageIO.write(its.get(i).picture(), "png", KEPT.resolve(name + "chromium.png").toFile());
      boolean known = KNOWN.getOrDefault(specimen.toString(), NONE).matcher(lines.get(i)).find();
      if (difference > (known ? MOST_UNLIKE_THOUGH_KNOWN : MOST_UNLIKE)) {
        unlike.add("%d: %.2f: %s".formatted(i, difference, lines.get(i)));
      }
    }
    String figures = "%s mean %.3f most %.3f%n".formatted(specimen, sum / lines.size(), most);
    Files.writeString(KEPT.resolve(specimen + ".txt"), figures, StandardCharsets.UTF_8);
    if (most > 0) {
      int shown = widest(ours);
      SHEET.add(specimen.toString(), ours.get(shown).picture(), its.get(shown).picture());
    }
    assertEquals(List.of(), unlike);
  }

  /** The longest line there is room for. */
  private static int widest(List<InkRow> rows) {
    int widest = 0;
    for (int i = 0; i < rows.size(); i++) {
      boolean fits = rows.get(i).width() < PictureSheet.COLUMN - 20;
      if (fits && rows.get(i).width() > rows.get(widest).width()) {
        widest = i;
      }
    }
    return widest;
  }

  @AfterAll
  static void theSheetIsWritten() throws IOException {
    if (drawnByChromium != null) {
      SHEET.write("chromium");
    }
  }

  private static List<InkRow> drawn(Locale language, List<String> lines) throws Exception {
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      blocks.add(new Block.Paragraph(Block.Role.BODY, List.of(new Inline.Text(line))));
      blocks.add(new Block.Signature(null));
    }
    SetDocument set =
        new PdfPress(FONTS, new PageStyle(Paper.A4, false), List.of())
            .set(new Document(language, "Specimen", blocks));
    Path pdf = Files.write(folder.resolve("ua.pdf"), set.pdf());
    List<InkRow> rows = new ArrayList<>();
    for (int page = 1; page <= set.pages(); page++) {
      rows.addAll(rows(pdf, page));
    }
    return rows;
  }

  /** Of a page without its foot, where its number stands. */
  private static List<InkRow> rows(Path pdf, int page) throws IOException, InterruptedException {
    Path picture = folder.resolve("page");
    String number = Integer.toString(page);
    Programs.Answer answer =
        Programs.run(
            "pdftoppm",
            "-gray",
            "-png",
            "-singlefile",
            "-r",
            Integer.toString(DPI),
            "-f",
            number,
            "-l",
            number,
            pdf.toString(),
            picture.toString());
    assertEquals(0, answer.status(), answer.err());
    var image = ImageIO.read(folder.resolve("page.png").toFile());
    return InkRow.of(image, 0, image.getHeight() - 18 * DPI / 25, GAP);
  }
}
