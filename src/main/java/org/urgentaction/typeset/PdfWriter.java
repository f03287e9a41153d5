package org.urgentaction.typeset;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.urgentaction.document.Document;

/**
 * Writes drawn pages as a file that keeps PDF/UA-1 and PDF/A-2a and says nothing of where, when and
 * by what it was made. Safe for use by several threads.
 */
final class PdfWriter {
  private static final int PRINTED = 4;

  private final Paper paper;
  private final byte[] grey;
  private final byte[] colours;

  PdfWriter(Paper paper) {
    this.paper = paper;
    grey = Flate.compress(ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData());
    colours = Flate.compress(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
  }

  byte[] write(
      Document document,
      StructureNode structure,
      List<PageContent> contents,
      Map<Integer, EmbeddedFont> fonts) {
    MessageDigest digest = digest();
    byte[] metadata = new XmpMetadata(document.title(), document.language()).bytes();
    digest.update(metadata);
    try (PDDocument file = new PDDocument()) {
      file.getDocument().setVersion(1.7f);
      COSDictionary fontResources = fonts(file, fonts);
      for (EmbeddedFont font : fonts.values()) {
        digest.update(font.name().getBytes(StandardCharsets.US_ASCII));
      }
      COSDictionary tree = Cos.dictionary(COSName.PAGES);
      List<COSDictionary> pages = new ArrayList<>();
      List<List<COSDictionary>> annotations = new ArrayList<>();
      Map<DrawnPicture, COSStream> images = new HashMap<>();
      COSArray colourSpace = new COSArray();
      for (PageContent content : contents) {
        COSDictionary page = page(tree, fontResources);
        byte[] drawn = content.stream().toByteArray();
        digest.update(drawn);
        page.setItem(COSName.CONTENTS, compressed(file, Flate.compress(drawn)));
        COSDictionary pictures = new COSDictionary();
        content
            .pictures()
            .forEach(
                (picture, name) -> {
                  digest.update(picture.samples());
                  pictures.setItem(
                      Cos.name(name),
                      images.computeIfAbsent(picture, its -> image(file, its, colourSpace)));
                });
        if (pictures.size() > 0) {
          page.getCOSDictionary(COSName.RESOURCES).setItem(COSName.XOBJECT, pictures);
        }
        List<COSDictionary> onPage = links(content, digest);
        if (!onPage.isEmpty()) {
          page.setItem(COSName.ANNOTS, Cos.array(onPage.toArray(COSDictionary[]::new)));
        }
        pages.add(page);
        annotations.add(onPage);
      }
      tree.setItem(COSName.KIDS, Cos.array(pages.toArray(COSDictionary[]::new)));
      tree.setInt(COSName.COUNT, pages.size());
      COSDictionary catalog = file.getDocument().getTrailer().getCOSDictionary(COSName.ROOT);
      catalog.setItem(COSName.PAGES, tree);
      describe(catalog, document, file, metadata);
      catalog.setItem(
          COSName.STRUCT_TREE_ROOT,
          new StructureTree(pages, annotations).root(structure, contents));
      COSString id = new COSString(Arrays.copyOf(digest.digest(), 16));
      file.getDocument().getTrailer().setItem(COSName.ID, Cos.array(id, id));
      ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 15);
      file.save(out, CompressParameters.DEFAULT_COMPRESSION);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new IllegalStateException("memory cannot be written to", impossible);
    }
  }

  private static COSDictionary fonts(PDDocument file, Map<Integer, EmbeddedFont> fonts) {
    FontEmbedder embedder = new FontEmbedder(file);
    COSDictionary resources = new COSDictionary();
    new TreeMap<>(fonts)
        .forEach((slot, font) -> resources.setItem(Cos.name("F" + slot), embedder.embed(font)));
    return resources;
  }

  private COSDictionary page(COSDictionary tree, COSDictionary fonts) {
    COSDictionary resources = new COSDictionary();
    resources.setItem(COSName.FONT, fonts);
    COSDictionary page = Cos.dictionary(COSName.PAGE);
    page.setItem(COSName.PARENT, tree);
    page.setItem(COSName.MEDIA_BOX, Cos.points(new Area(0, 0, paper.width(), paper.height())));
    page.setItem(COSName.RESOURCES, resources);
    page.setItem(Cos.name("Tabs"), COSName.S);
    return page;
  }

  private static List<COSDictionary> links(PageContent content, MessageDigest digest) {
    List<COSDictionary> links = new ArrayList<>();
    for (PageContent.LinkArea area : content.links()) {
      digest.update(area.target().getBytes(StandardCharsets.UTF_8));
      COSDictionary action = Cos.dictionary(Cos.name("Action"));
      action.setItem(COSName.S, COSName.URI);
      action.setString(COSName.URI, area.target());
      COSDictionary link = Cos.dictionary(COSName.ANNOT);
      link.setItem(COSName.SUBTYPE, COSName.LINK);
      link.setItem(COSName.RECT, Cos.points(area.area()));
      link.setItem(COSName.BORDER, Cos.integers(0, 0, 0));
      link.setInt(COSName.F, PRINTED);
      link.setString(COSName.CONTENTS, area.words());
      link.setItem(COSName.A, action);
      links.add(link);
    }
    return links;
  }

  private void describe(
      COSDictionary catalog, Document document, PDDocument file, byte[] metadata) {
    catalog.setString(COSName.LANG, Cos.tag(document.language()));
    COSDictionary marked = new COSDictionary();
    marked.setItem(Cos.name("Marked"), COSBoolean.TRUE);
    catalog.setItem(COSName.MARK_INFO, marked);
    COSDictionary viewer = new COSDictionary();
    viewer.setItem(Cos.name("DisplayDocTitle"), COSBoolean.TRUE);
    catalog.setItem(COSName.VIEWER_PREFERENCES, viewer);
    COSStream xmp = Cos.plain(file.getDocument().createCOSStream(), metadata);
    xmp.setItem(COSName.TYPE, COSName.METADATA);
    xmp.setName(COSName.SUBTYPE, "XML");
    catalog.setItem(COSName.METADATA, xmp);
    COSStream profile = compressed(file, grey);
    profile.setInt(COSName.N, 1);
    COSDictionary intent = Cos.dictionary(COSName.OUTPUT_INTENT);
    intent.setItem(COSName.S, COSName.GTS_PDFA1);
    intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, "Gray");
    intent.setString(COSName.INFO, "Gray");
    intent.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
    catalog.setItem(COSName.OUTPUT_INTENTS, Cos.array(intent));
  }

  /**
   * @param colourSpace filled when the first coloured picture asks for it
   */
  private COSStream image(PDDocument file, DrawnPicture picture, COSArray colourSpace) {
    COSStream image = compressed(file, picture.samples());
    image.setItem(COSName.TYPE, COSName.XOBJECT);
    image.setItem(COSName.SUBTYPE, COSName.IMAGE);
    image.setInt(COSName.WIDTH, picture.columns());
    image.setInt(COSName.HEIGHT, picture.rows());
    image.setInt(COSName.BITS_PER_COMPONENT, 8);
    if (picture.grey()) {
      image.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
    } else {
      if (colourSpace.size() == 0) {
        COSStream profile = compressed(file, colours);
        profile.setInt(COSName.N, 3);
        colourSpace.add(COSName.ICCBASED);
        colourSpace.add(profile);
      }
      image.setItem(COSName.COLORSPACE, colourSpace);
    }
    return image;
  }

  private static COSStream compressed(PDDocument file, byte[] bytes) {
    return Cos.compressed(file.getDocument().createCOSStream(), bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
