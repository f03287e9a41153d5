package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The content of one page as it is being drawn, with what is to be known about it outside. */
final class PageContent {
  /** A link's place, in hundredths of a point. */
  record LinkArea(StructureNode node, String target, String words, Area area) {}

  private final int number;
  private final ContentStream stream = new ContentStream(1 << 14);
  private final List<Integer> turns = new ArrayList<>();
  private final List<StructureNode> marked = new ArrayList<>();
  private final List<LinkArea> links = new ArrayList<>();
  private final Map<DrawnPicture, String> pictures = new LinkedHashMap<>();

  /**
   * @param number from 0
   */
  PageContent(int number) {
    this.number = number;
  }

  ContentStream stream() {
    return stream;
  }

  /** Says whether what comes now is what other letters have too. */
  void common(boolean now) {
    if (now == (turns.size() % 2 == 0)) {
      turns.add(stream.length());
    }
  }

  /** Where in the stream its own and what other letters have too take turns, its own first. */
  List<Integer> turns() {
    return turns;
  }

  /** Begins content that belongs to an element of the structure. */
  void begin(StructureNode node, String tag) {
    stream.text("/").text(tag).text("<</MCID ").number(marked.size()).text(">>BDC\n");
    node.add(new StructureNode.Content(number, marked.size()));
    marked.add(node);
  }

  /** Begins content that is no part of the document: a page number, a fold mark. */
  void beginArtifact(String type) {
    stream.text("/Artifact<</Type/").text(type).text(">>BDC\n");
  }

  void end() {
    stream.text("EMC\n");
  }

  void link(LinkArea area) {
    area.node().add(new StructureNode.Annotation(number, links.size()));
    links.add(area);
  }

  /** The name by which the page's resources know a picture. */
  String name(DrawnPicture picture) {
    return pictures.computeIfAbsent(picture, its -> "P" + pictures.size());
  }

  /** The elements that hold the marked contents, by their ids. */
  List<StructureNode> marked() {
    return marked;
  }

  List<LinkArea> links() {
    return links;
  }

  Map<DrawnPicture, String> pictures() {
    return pictures;
  }
}
