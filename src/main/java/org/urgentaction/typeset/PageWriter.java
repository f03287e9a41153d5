package org.urgentaction.typeset;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.urgentaction.document.Paper;

/** Writes pages with what they show: content, pictures, links (ISO 32000-1, 7.7.3.3). */
final class PageWriter {
  private static final String PRINTED = "/F 4";

  private final PdfFile file;
  private final ColourProfiles profiles;
  private final PageTree tree;
  private final int fonts;
  private final Map<DrawnPicture, Integer> images = new HashMap<>();
  private int rgb;

  /**
   * @param fonts the number of the dictionary in which pages find their fonts
   */
  PageWriter(PdfFile file, ColourProfiles profiles, PageTree tree, int fonts) {
    this.file = file;
    this.profiles = profiles;
    this.tree = tree;
    this.fonts = fonts;
  }

  /**
   * @param key of its content's owners in the parent tree
   * @param links the numbers of its link annotations
   */
  void write(int number, PageContent content, Paper paper, int key, int[] links)
      throws IOException {
    int drawn = file.addStream(new ContentStream(32), content.stream(), content.turns());
    ContentStream page = page(number, paper).text("/StructParents ").number(key);
    page.text("/Contents").reference(drawn).text("/Resources<</Font").reference(fonts);
    if (!content.pictures().isEmpty()) {
      page.text("/XObject<<");
      for (Map.Entry<DrawnPicture, String> picture : content.pictures().entrySet()) {
        page.text("/").text(picture.getValue()).reference(image(picture.getKey()));
      }
      page.text(">>");
    }
    page.text(">>");
    if (links.length > 0) {
      page.text("/Annots[");
      for (int link : links) {
        page.reference(link);
      }
      page.text("]");
    }
    file.put(number, page.text(">>"));
  }

  /** Writes the back of a sheet on which nothing stands. */
  void writeEmpty(Paper paper) throws IOException {
    int number = file.reserve();
    file.put(number, page(number, paper).text("/Resources<<>>>>"));
  }

  /**
   * Writes a link's annotation (ISO 32000-1, 12.5.6.5); returns its number.
   *
   * @param key of its owner in the parent tree
   */
  int writeLink(PageContent.LinkArea link, int key) throws IOException {
    ContentStream annotation = new ContentStream(256);
    annotation.text("<</Type/Annot/Subtype/Link/Rect").rectangle(link.area());
    annotation.text("/Border[0 0 0]").text(PRINTED).text("/Contents").string(link.words());
    annotation.text("/A<</Type/Action/S/URI/URI").string(link.target());
    return file.add(annotation.text(">>/StructParent ").number(key).text(">>"));
  }

  private ContentStream page(int number, Paper paper) throws IOException {
    ContentStream page = new ContentStream(256).text("<</Type/Page/Parent");
    page.reference(tree.add(number)).text("/MediaBox");
    return page.rectangle(new Area(0, 0, paper.width(), paper.height())).text("/Tabs/S");
  }

  /** The number of a picture, which is written when it is first asked for. */
  private int image(DrawnPicture picture) throws IOException {
    Integer known = images.get(picture);
    if (known != null) {
      return known;
    }
    ContentStream entries = new ContentStream(128).text("/Type/XObject/Subtype/Image/Width ");
    entries.number(picture.columns()).text("/Height ").number(picture.rows());
    entries.text("/BitsPerComponent 8/ColorSpace");
    if (picture.grey()) {
      entries.text("/DeviceGray");
    } else {
      if (rgb == 0) {
        rgb = file.addDeflated(new ContentStream(32).text("/N 3"), profiles.colours());
      }
      entries.text("[/ICCBased").reference(rgb).text("]");
    }
    int number = file.addDeflated(entries, picture.samples());
    images.put(picture, number);
    return number;
  }
}
