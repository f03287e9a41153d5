package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An element of the logical structure that assistive technology reads (ISO 32000-1, 14.7). */
final class StructureNode {
  /** What an element holds, in reading order. */
  sealed interface Kid {}

  /** Another element. */
  record Child(StructureNode node) implements Kid {}

  /** A marked part of a page's content. */
  record Content(int page, int id) implements Kid {}

  /** A link's annotation, by its number among those of the document. */
  record Annotation(int page, int number) implements Kid {}

  private final String type;
  private final List<Kid> kids = new ArrayList<>();
  private @Nullable Locale language;
  private @Nullable String title;
  private @Nullable String alternative;
  private @Nullable String numbering;
  private @Nullable Area box;

  StructureNode(String type) {
    this.type = type;
  }

  /** Adds an element of a type, and returns it. */
  StructureNode add(String childType) {
    StructureNode child = new StructureNode(childType);
    kids.add(new Child(child));
    return child;
  }

  void add(Kid kid) {
    kids.add(kid);
  }

  /** Says the language of its text where that is not its parent's. */
  StructureNode language(@Nullable Locale its) {
    language = its;
    return this;
  }

  /** Says what a letter among others is called. */
  StructureNode title(String its) {
    title = its;
    return this;
  }

  /** An element of another type that holds the same. */
  StructureNode as(String otherType) {
    StructureNode other = new StructureNode(otherType);
    other.kids.addAll(kids);
    return other;
  }

  /** Gives a figure the words that stand for it. */
  StructureNode alternative(String words) {
    alternative = words;
    return this;
  }

  /** Says how a list's items are labelled (ISO 32000-1, table 347). */
  StructureNode numbering(String how) {
    numbering = how;
    return this;
  }

  /** Says where a figure stands, in hundredths of a point. */
  void box(Area its) {
    box = its;
  }

  String type() {
    return type;
  }

  List<Kid> kids() {
    return kids;
  }

  @Nullable Locale language() {
    return language;
  }

  @Nullable String title() {
    return title;
  }

  @Nullable String alternative() {
    return alternative;
  }

  @Nullable String numbering() {
    return numbering;
  }

  @Nullable Area box() {
    return box;
  }
}
