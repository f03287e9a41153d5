package org.urgentaction.typeset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.Document;

/**
 * Writes drawn letters as a file that keeps PDF/UA-1 and PDF/A-2a and says nothing of where, when
 * and by what it was made. Nothing of a letter is kept once it is written.
 */
final class PdfWriter implements AutoCloseable {
  private final PdfFile file;
  private final ColourProfiles profiles;
  private final PageTree tree;
  private final StructureTree structure;
  private final Outline outline;
  private final PageWriter pages;
  private final int fontResources;
  private final ContentStream sections = new ContentStream(1 << 8);
  private int element;
  private boolean duplex;
  private @Nullable Document first;

  PdfWriter(OutputStream out, ColourProfiles profiles, SharedParts shared) throws IOException {
    this.profiles = profiles;
    file = new PdfFile(out, shared);
    tree = new PageTree(file);
    structure = new StructureTree(file);
    outline = new Outline(file);
    fontResources = file.reserve();
    pages = new PageWriter(file, profiles, tree, fontResources);
  }

  /** Writes the letter that is the whole file. */
  void addOnly(DrawnLetter letter) throws IOException {
    first = letter.document();
    element = write(letter, letter.structure(), structure.root(), reserved(letter));
  }

  /**
   * Writes one of several letters, as a section with its own title and language.
   *
   * @param bookmark that leads to it
   * @param sheets whether each begins on a fresh sheet when both sides are printed
   */
  void add(DrawnLetter letter, String bookmark, boolean sheets) throws IOException {
    Document document = letter.document();
    if (first == null) {
      first = document;
      element = file.reserve();
      duplex = sheets;
    }
    StructureNode section =
        letter.structure().as("Sect").language(document.language()).title(document.title());
    int[] numbers = reserved(letter);
    sections.reference(write(letter, section, element, numbers));
    outline.add(bookmark, numbers[0]);
    if (sheets && numbers.length % 2 == 1) {
      pages.writeEmpty(letter.paper());
    }
  }

  /**
   * Ends the file.
   *
   * @param fonts that its letters use, by the slot of their typefaces
   */
  void finish(Map<Integer, EmbeddedFont> fonts) throws IOException {
    Document document = first;
    if (document == null) {
      throw new IllegalStateException("a file needs a letter");
    }
    writeFonts(fonts);
    if (sections.length() > 0) {
      ContentStream root = new ContentStream(sections.length() + 64);
      root.text("<</S/Document/P").reference(structure.root());
      file.put(element, root.text("/K[").append(sections).text("]>>"));
    }
    structure.finish(element);
    int bookmarks = outline.finish();
    ContentStream catalog = new ContentStream(512).text("<</Type/Catalog/Pages");
    catalog.reference(tree.finish()).text("/StructTreeRoot").reference(structure.root());
    if (bookmarks != 0) {
      catalog.text("/Outlines").reference(bookmarks).text("/PageMode/UseOutlines");
    }
    catalog.text("/Lang").string(document.language().toLanguageTag());
    catalog.text("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true");
    catalog.text(duplex ? "/Duplex/DuplexFlipLongEdge" : "").text(">>/Metadata");
    byte[] metadata = new XmpMetadata(document.title(), document.language()).bytes();
    ContentStream kind = new ContentStream(64).text("/Type/Metadata/Subtype/XML");
    catalog.reference(file.addPlain(kind, metadata));
    int grey = file.addDeflated(new ContentStream(32).text("/N 1"), profiles.grey());
    catalog.text("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(Gray)");
    catalog.text("/Info(Gray)/DestOutputProfile").reference(grey).text(">>]>>");
    file.finish(file.add(catalog));
  }

  @Override
  public void close() {
    file.close();
  }

  private int[] reserved(DrawnLetter letter) {
    return letter.pages().stream().mapToInt(page -> file.reserve()).toArray();
  }

  private int write(DrawnLetter letter, StructureNode root, int parent, int[] numbers)
      throws IOException {
    int key = structure.next();
    int linkKey = key + numbers.length;
    List<int[]> links = new ArrayList<>();
    for (PageContent content : letter.pages()) {
      int[] onPage = new int[content.links().size()];
      for (int i = 0; i < onPage.length; i++) {
        onPage[i] = pages.writeLink(content.links().get(i), linkKey++);
      }
      links.add(onPage);
    }
    for (int i = 0; i < numbers.length; i++) {
      pages.write(numbers[i], letter.pages().get(i), letter.paper(), key + i, links.get(i));
    }
    return structure.add(root, parent, letter.pages(), numbers, links);
  }

  private void writeFonts(Map<Integer, EmbeddedFont> fonts) throws IOException {
    FontEmbedder embedder = new FontEmbedder(file);
    ContentStream resources = new ContentStream(64).text("<<");
    for (Map.Entry<Integer, EmbeddedFont> font : new TreeMap<>(fonts).entrySet()) {
      int number = embedder.embed(font.getValue());
      resources.text("/F").number(font.getKey()).reference(number);
    }
    file.put(fontResources, resources.text(">>"));
  }
}
