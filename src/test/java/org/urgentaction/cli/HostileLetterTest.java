package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.SAXParserFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.typeset.Qpdf;
import org.xml.sax.helpers.DefaultHandler;

/** Whatever a letter is made of, in every format: a sound file, or one clear refusal. */
class HostileLetterTest {
  private static final String CAMPAIGN =
      """
      ua: 1/26
      issue: 1
      country: KZ
      language: en
      people: [{name: Jane Doe}]
      title: A title
      asks: [free Jane Doe]
      letter: |
        Please free Jane Doe.

        LETTER
      targets:
        - id: minister
          role: Minister
          address: [1 Main Street, Astana]
          email: minister@example.org
          fax: "+7 7172 74-56-31"
      """;
  private static final String FORMATS = "pdf,fax,tiff,docx,html,txt,eml";
  private static final List<String> ALL = List.of("--format", FORMATS);
  private static final List<String> MERGED = List.of("--merge");
  private static final String SENTENCE = "She has done nothing but speak, and is not alone in it. ";

  @TempDir Path folder;
  private Session user;
  private Path campaigns;
  private Path out;

  static Stream<List<String>> formats() {
    return Stream.concat(
        Stream.of(FORMATS.split(",")).map(format -> List.of("--format", format)),
        Stream.of(MERGED));
  }

  @BeforeEach
  void arrive() throws IOException {
    user = new Session(folder.resolve("home"));
    campaigns = Files.createDirectories(folder.resolve("campaigns"));
    out = folder.resolve("out");
    campaign("Let her go home.");
  }

  private void campaign(String letter) throws IOException {
    Files.writeString(campaigns.resolve("good.yaml"), CAMPAIGN.replace("LETTER", letter));
  }

  private int letter(List<String> format, String... options) {
    List<String> command = new ArrayList<>(List.of("letter", "good", "-o", out.toString()));
    command.addAll(List.of("--campaigns", campaigns.toString()));
    command.addAll(format);
    return user.run(command, options);
  }

  private int letterByAnn(List<String> format, String... options) {
    List<String> all = new ArrayList<>(format);
    all.addAll(List.of("--name", "Ann Lee", "--email", "ann@example.org", "--country", "CA"));
    return letter(all, options);
  }

  private void assertRefused(int status, String... words) {
    String said = user.err + user.out;
    assertEquals(2, status, said);
    assertQuiet();
    for (String word : words) {
      assertTrue(said.contains(word), word + " in " + said);
    }
    assertEquals(List.of(), Session.files(out));
  }

  private void assertQuiet() {
    String said = user.err + user.out;
    assertFalse(said.contains("Exception") || said.contains("\tat "), said);
    assertFalse(said.contains("went wrong inside"), said);
    assertTrue(said.chars().noneMatch(c -> c == 0x1B || c == 0x202E || c == 7), said);
  }

  /** Every file is what its name says. */
  private void assertSound(int status, int pages) throws Exception {
    assertEquals(0, status, user.err);
    assertQuiet();
    List<String> files = Session.files(out);
    assertEquals(1, files.size());
    byte[] bytes = Files.readAllBytes(out.resolve(files.get(0)));
    switch (files.get(0).replaceAll(".*\\.", "")) {
      case "pdf" -> {
        assertEquals("", Qpdf.complaints(bytes));
        try (PDDocument file = Loader.loadPDF(bytes)) {
          assertTrue(file.getNumberOfPages() >= pages, file.getNumberOfPages() + " pages");
        }
      }
      case "tiff" -> {
        try (ImageInputStream in =
            ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
          var reader = ImageIO.getImageReadersByFormatName("tiff").next();
          reader.setInput(in);
          assertTrue(reader.getNumImages(true) >= pages);
          reader.read(reader.getNumImages(true) - 1);
          reader.dispose();
        }
      }
      case "docx" -> assertPartsAreXml(bytes);
      case "html", "txt" -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      case "eml" ->
          assertTrue(
              new String(bytes, StandardCharsets.US_ASCII)
                  .lines()
                  .allMatch(line -> line.length() <= 998),
              "lines of a message (RFC 5322 section 2.1.1)");
      default -> throw new AssertionError(files);
    }
  }

  private static void assertPartsAreXml(byte[] bytes) throws Exception {
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        if (part.getName().matches(".*\\.(xml|rels)")) {
          SAXParserFactory.newInstance()
              .newSAXParser()
              .parse(new ByteArrayInputStream(parts.readAllBytes()), new DefaultHandler());
        }
      }
    }
  }

  private static Map<String, byte[]> pictures() throws IOException {
    byte[] bomb = png(50_000, 50_000);
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    pictures.put("nothing", new byte[0]);
    pictures.put("a text", "not a picture at all".getBytes(StandardCharsets.UTF_8));
    pictures.put("a drawing", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes());
    pictures.put("another format", "GIF89a\u0001\u0000\u0001\u0000".getBytes());
    pictures.put("a PNG's first bytes", Arrays.copyOf(bomb, 8));
    pictures.put("a PNG without its pixels", Arrays.copyOf(bomb, 33));
    pictures.put("a PNG cut off", Arrays.copyOf(png(300, 100), 60));
    pictures.put("a JPEG's first bytes and noise", noise());
    pictures.put("2,500,000,000 pixels", bomb);
    pictures.put("50,000 pixels wide", png(50_000, 4));
    pictures.put("no width", png(0, 10));
    pictures.put("less than no width", png(-5, 10));
    return pictures;
  }

  private static byte[] noise() {
    byte[] bytes = new byte[5000];
    new java.util.Random(1).nextBytes(bytes);
    bytes[0] = (byte) 0xFF;
    bytes[1] = (byte) 0xD8;
    bytes[2] = (byte) 0xFF;
    return bytes;
  }

  /** A black and white picture of this size, or what claims to be one. */
  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream png = new DataOutputStream(out);
    png.writeLong(0x89504E470D0A1A0AL);
    byte[] head = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).array();
    chunk(png, "IHDR", head);
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated =
        new DeflaterOutputStream(pixels, new Deflater(Deflater.BEST_SPEED))) {
      byte[] row = new byte[1 + Math.max(0, (width + 7) / 8)];
      for (int y = 0; y < height; y++) {
        deflated.write(row);
      }
    }
    chunk(png, "IDAT", pixels.toByteArray());
    chunk(png, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    png.writeInt(data.length);
    png.write(name);
    png.write(data);
    png.writeInt((int) sum.getValue());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void aSignatureThatIsNoPictureOrTooLargeIsRefused(List<String> format) throws IOException {
    for (Map.Entry<String, byte[]> picture : pictures().entrySet()) {
      Path file = folder.resolve("signature.png");
      Files.write(file, picture.getValue());
      int status = letterByAnn(format, "--signature", file.toString());
      assertEquals(2, status, picture.getKey() + ": " + user.err);
      assertRefused(status, "picture");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void aLetterOfTwentyPagesIsOne(List<String> format) throws Exception {
    campaign((SENTENCE.repeat(14) + "\n\n  ").repeat(110));
    assertSound(letterByAnn(format), 20);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void aWordOfTenThousandLettersIsBrokenSomewhere(List<String> format) throws Exception {
    campaign("Ah" + "a".repeat(10_000) + "!");
    assertSound(letterByAnn(format), 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void aPersonalWordOfTenThousandLettersOfAnyScriptIsOne(List<String> format) throws Exception {
    Path words = folder.resolve("words.md");
    for (String letter : List.of("ب", "क्ष", "ក្ត", "한", "👍")) {
      Files.writeString(words, letter.repeat(10_000 / letter.length()));
      int status = letterByAnn(format, "--words", words.toString());
      if (letter.equals("👍") && status == 2) {
        assertRefused(status);
      } else {
        assertSound(status, 1);
        Files.delete(out.resolve(Session.files(out).get(0)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uD800",
        "\uDC00x",
        "\u0000",
        "\u0007",
        "\u001B[2J",
        "\u202E",
        "\u2066",
        "\u0085"
      })
  void aCharacterThatNoWriterMayBringInIsRefusedWherever(String unsafe) throws IOException {
    for (List<String> format : List.of(ALL, MERGED)) {
      assertRefused(letter(format, "--name", "Ann" + unsafe + "Lee", "--email", "a@example.org"));
      assertRefused(letterByAnn(format, "--city", "Tor" + unsafe + "onto"));
      assertRefused(letterByAnn(format, "--address", "1 " + unsafe + "Street"));

      Path words = folder.resolve("words.md");
      Files.write(words, encoded("I care. " + unsafe));
      assertRefused(letterByAnn(format, "--words", words.toString()), "words.md");

      // A list may be in any encoding, and surrogates in UTF-8 look like another one.
      if (!Character.isSurrogate(unsafe.charAt(0))) {
        Path list = folder.resolve("list.csv");
        Files.write(list, encoded("name,email\nAnn " + unsafe + ",a@example.org\n"));
        assertRefused(letter(format, "--supporters", list.toString()), "list.csv");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void surrogatesInAListAreLettersOfAnotherEncoding(List<String> format) throws Exception {
    Path list = folder.resolve("list.csv");
    Files.write(list, encoded("name,email\nAnn \uD800,a@example.org\n"));
    assertSound(letter(format, "--supporters", list.toString()), 1);
  }

  /** Running text may be of two directions: such characters are warned of, and do no harm. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void charactersThatTurnTheDirectionInACampaignDoNoHarm(List<String> format) throws Exception {
    campaign("Free \u202Eher\u202C and \u2067him\u2069 and \u202E");
    assertSound(letterByAnn(format), 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "\u0000", "\u0007", "\u001B[2J"})
  void aControlCharacterInACampaignIsRefused(String unsafe) throws IOException {
    Files.write(campaigns.resolve("good.yaml"), encoded(CAMPAIGN.replace("LETTER", "I" + unsafe)));
    assertRefused(letterByAnn(ALL), "good.yaml");
  }

  /** UTF-8, with the three bytes of an unpaired surrogate that no reader of UTF-8 may take. */
  private static byte[] encoded(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            c -> {
              if (c >= 0xD800 && c <= 0xDFFF) {
                out.write(0xE0 | c >> 12);
                out.write(0x80 | c >> 6 & 0x3F);
                out.write(0x80 | c & 0x3F);
              } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
              }
            });
    return out.toByteArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void aListWithoutAWriterIsNamed(List<String> format) throws IOException {
    Path list = folder.resolve("list.csv");
    for (String text :
        List.of("name,email\n", "name,email\r\n\r\n , \r\n", "\uFEFFname,email", "")) {
      Files.writeString(list, text);
      assertRefused(letter(format, "--supporters", list.toString()), "list.csv");
    }
  }
}
