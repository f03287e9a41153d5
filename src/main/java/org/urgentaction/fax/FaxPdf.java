package org.urgentaction.fax;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Writes fax pages as a PDF that keeps PDF/A-2b: each page one picture in Group 4, as the TIFF has
 * it; title and language, and nothing of where, when and by what it was made.
 */
final class FaxPdf {
  private static final float POINTS_PER_INCH = 72;

  private static final String METADATA =
      """
      <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about=""
       xmlns:dc="http://purl.org/dc/elements/1.1/"
       xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
      <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
      <pdfaid:part>2</pdfaid:part>
      <pdfaid:conformance>B</pdfaid:conformance>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """;

  private final FaxResolution resolution;

  FaxPdf(FaxResolution resolution) {
    this.resolution = resolution;
  }

  /**
   * @param tiff the pages as {@link ClassFTiff} writes them
   */
  byte[] write(byte[] tiff, int pages, String title, Locale language) {
    try (PDDocument file = new PDDocument()) {
      file.getDocument().setVersion(1.7f);
      for (int page = 0; page < pages; page++) {
        add(file, CCITTFactory.createFromByteArray(file, tiff, page));
      }
      byte[] metadata = metadata(title, language);
      describe(file, metadata, language);
      MessageDigest digest = digest();
      digest.update(metadata);
      COSString id = new COSString(Arrays.copyOf(digest.digest(tiff), 16));
      COSArray ids = new COSArray();
      ids.add(id);
      ids.add(id);
      file.getDocument().getTrailer().setItem(COSName.ID, ids);
      ByteArrayOutputStream out = new ByteArrayOutputStream(tiff.length + 4096);
      file.save(out, CompressParameters.DEFAULT_COMPRESSION);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new IllegalStateException("memory cannot be written to", impossible);
    }
  }

  private void add(PDDocument file, PDImageXObject picture) throws IOException {
    float width = picture.getWidth() * POINTS_PER_INCH / resolution.across();
    float height = picture.getHeight() * POINTS_PER_INCH / resolution.down();
    PDPage page = new PDPage(new PDRectangle(width, height));
    file.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(file, page)) {
      content.drawImage(picture, 0, 0, width, height);
    }
  }

  private static byte[] metadata(String title, Locale language) {
    String escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").strip();
    return METADATA
        .replace("{language}", language.toLanguageTag())
        .replace("{title}", escaped)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void describe(PDDocument file, byte[] metadata, Locale language)
      throws IOException {
    PDDocumentCatalog catalog = file.getDocumentCatalog();
    catalog.setLanguage(language.toLanguageTag());
    PDViewerPreferences viewer = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
    viewer.setDisplayDocTitle(true);
    catalog.setViewerPreferences(viewer);
    PDMetadata packet = new PDMetadata(file);
    packet.importXMPMetadata(metadata);
    catalog.setMetadata(packet);
    byte[] grey = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    PDOutputIntent intent = new PDOutputIntent(file, new ByteArrayInputStream(grey));
    intent.setInfo("Gray");
    intent.setOutputConditionIdentifier("Gray");
    catalog.addOutputIntent(intent);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
