package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;

/** The paragraphs of one document, each made once, or taken from those that letters share. */
final class DocumentParagraphs {

  /** What makes a paragraph what it is. */
  record Key(List<Inline> content, Surroundings surroundings, boolean bold) {}

  private final Document document;
  private final ParagraphSetter setter;
  private final Map<Key, Paragraph> shared;
  private final boolean sharing;
  private final MissingCharacters missing;
  private final IdentityHashMap<Object, Paragraph> made = new IdentityHashMap<>();
  private final List<Paragraph> order = new ArrayList<>();

  /**
   * @param shared looked into, and added to if {@code sharing}
   */
  DocumentParagraphs(
      Document document,
      ParagraphSetter setter,
      Map<Key, Paragraph> shared,
      boolean sharing,
      MissingCharacters missing) {
    this.document = document;
    this.setter = setter;
    this.shared = shared;
    this.sharing = sharing;
    this.missing = missing;
  }

  /**
   * @param part of the document that is this paragraph; the same part gives the same paragraph
   * @param place what a reader calls that part
   */
  Paragraph of(
      Object part, String place, Supplier<List<Inline>> content, Locale language, boolean bold) {
    Paragraph known = made.get(part);
    if (known == null) {
      List<Inline> words = content.get();
      missing.lookInto(place);
      known = find(new Key(words, Surroundings.of(words, language, document), bold));
      made.put(part, known);
      order.add(known);
    }
    return known;
  }

  /** Hands over each paragraph made so far, in the order in which they were made. */
  void forEach(Consumer<Paragraph> taker) {
    order.forEach(taker);
  }

  private Paragraph find(Key key) {
    Paragraph known = shared.get(key);
    if (known == null) {
      known = setter.paragraph(key.content, key.surroundings, key.bold, sharing, missing);
      if (sharing) {
        shared.put(key, known);
      }
    }
    return known;
  }
}
