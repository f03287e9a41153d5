package org.urgentaction.importing.read;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** PDF files that nobody would make who means well, and some that people do make. */
final class HostilePdfs {
  private static final String HEAD = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n";
  private static final String TAIL = "trailer\n<</Root 1 0 R/Size 10>>\n%%EOF\n";
  private static final String PAGE =
      "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
          + "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>\nendobj\n";
  private static final String PAGES = "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n";

  private final Path folder;

  HostilePdfs(Path folder) {
    this.folder = folder;
  }

  private void write(String name, String objects) throws IOException {
    Files.writeString(folder.resolve(name), HEAD + objects + TAIL, StandardCharsets.ISO_8859_1);
  }

  private static String stream(String dictionary, byte[] data) {
    return "4 0 obj\n<<"
        + dictionary
        + "/Length "
        + data.length
        + ">>\nstream\n"
        + new String(data, StandardCharsets.ISO_8859_1)
        + "\nendstream\nendobj\n";
  }

  private static byte[] deflated(byte[] data) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(data);
    }
    return packed.toByteArray();
  }

  void write() throws IOException {
    StringBuilder million = new StringBuilder(PAGES + PAGE);
    for (int i = 10; i < 1_000_010; i++) {
      million.append(i).append(" 0 obj\nnull\nendobj\n");
    }
    write("million.pdf", million.toString());
    String packedObjects = "/Type/ObjStm/N 1000000/First 8000000/Filter/FlateDecode";
    write("packed-objects.pdf", PAGES + PAGE + stream(packedObjects, deflated(new byte[1000])));
    write("circle.pdf", "2 0 obj\n<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000>>\nendobj\n");
    write(
        "pages.pdf",
        "2 0 obj\n<</Type/Pages/Count 500000/Kids["
            + "3 0 R ".repeat(500_000)
            + "]>>\nendobj\n"
            + PAGE);
    write("arrays.pdf", PAGES + PAGE + "4 0 obj\n" + "[".repeat(2_000_000) + "\nendobj\n");
    write("dictionaries.pdf", PAGES + PAGE + "4 0 obj\n" + "<</A ".repeat(500_000) + "\nendobj\n");
    byte[] spaces = " ".repeat(100 << 20).getBytes(StandardCharsets.US_ASCII);
    byte[] once = deflated(spaces);
    write("unpacks.pdf", PAGES + PAGE + stream("/Filter/FlateDecode", once));
    write("twice.pdf", PAGES + PAGE + stream("/Filter[/FlateDecode/FlateDecode]", deflated(once)));
    byte[] runs = new byte[8 << 20];
    for (int i = 0; i + 1 < runs.length; i += 2) {
      runs[i] = (byte) 129;
      runs[i + 1] = ' ';
    }
    write(
        "runs.pdf", PAGES + PAGE + stream("/Filter[/FlateDecode/RunLengthDecode]", deflated(runs)));
    String shown = "BT /F 10 Tf " + "(Letters without end) Tj ".repeat(500_000) + "ET";
    write(
        "glyphs.pdf",
        PAGES
            + PAGE
            + stream("/Filter/FlateDecode", deflated(shown.getBytes(StandardCharsets.US_ASCII))));
    made();
  }

  private void made() throws IOException {
    try (PDDocument scan = new PDDocument()) {
      PDPage page = new PDPage();
      scan.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
        BufferedImage picture = new BufferedImage(200, 300, BufferedImage.TYPE_BYTE_GRAY);
        content.drawImage(LosslessFactory.createFromImage(scan, picture), 0, 0, 600, 800);
      }
      scan.save(folder.resolve("scan.pdf").toFile());
    }
    try (PDDocument letter = letter()) {
      letter.save(folder.resolve("letter.pdf").toFile());
      letter
          .getPage(0)
          .getResources()
          .getFontNames()
          .forEach(
              name -> {
                try {
                  letter
                      .getPage(0)
                      .getResources()
                      .getFont(name)
                      .getCOSObject()
                      .removeItem(COSName.TO_UNICODE);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      letter.save(folder.resolve("nameless.pdf").toFile());
    }
    byte[] whole = Files.readAllBytes(folder.resolve("letter.pdf"));
    Files.write(folder.resolve("cut.pdf"), java.util.Arrays.copyOf(whole, whole.length / 3));
    locked("locked.pdf", "secret");
    locked("unlocked.pdf", "");
  }

  private void locked(String name, String password) throws IOException {
    try (PDDocument letter = letter()) {
      letter.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      letter.save(folder.resolve(name).toFile());
    }
  }

  private static PDDocument letter() throws IOException {
    PDDocument letter = new PDDocument();
    PDPage page = new PDPage();
    letter.addPage(page);
    try (InputStream font =
            HostilePdfs.class.getResourceAsStream("/fonts/noto-serif/NotoSerif-Regular.ttf");
        PDPageContentStream content = new PDPageContentStream(letter, page)) {
      content.beginText();
      content.setFont(PDType0Font.load(letter, font), 11);
      content.newLineAtOffset(72, 700);
      content.showText("Please set the librarian of Harbour Town free at once.");
      content.endText();
    }
    return letter;
  }
}
