package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.IssuedLine;

/** Divides a document into its labelled sections; a letter also begins at its salutation. */
final class Segmenter {
  private static final int FAR = 60;

  private final LabelFinder labels;
  private final LetterEdges letter;
  private final ContactScanner contacts;

  Segmenter(LabelFinder labels, LetterEdges letter, ContactScanner contacts) {
    this.labels = labels;
    this.letter = letter;
    this.contacts = contacts;
  }

  List<Section> sections(List<IssuedLine> lines) {
    Builder builder = new Builder();
    List<LabelFinder.@Nullable Labelled> found = new ArrayList<>();
    for (IssuedLine line : lines) {
      found.add(labels.find(line.text()));
    }
    for (int i = 0; i < lines.size(); i++) {
      int end = Math.min(lines.size(), i + 1 + FAR);
      place(builder, lines.get(i), found.get(i), lines.subList(i, end), found.subList(i, end));
    }
    builder.close();
    return builder.sections;
  }

  private void place(
      Builder builder,
      IssuedLine line,
      LabelFinder.@Nullable Labelled found,
      List<IssuedLine> ahead,
      List<LabelFinder.@Nullable Labelled> labelsAhead) {
    boolean inLetter = builder.label == Label.LETTER;
    LabelFinder.Labelled labelled = found;
    if (labelled != null && belongsToOffice(builder, line, labelled)) {
      labelled = null;
    }
    if (labelled != null && isAnItem(line, labelled)) {
      labelled = null;
    }
    if (labelled != null && inLetter && isWithinLetter(labelled, ahead, labelsAhead)) {
      labelled = null;
    }
    if (inLetter && letter.isClosing(line.text())) {
      builder.open(Label.AFTER_LETTER, line.number(), "", "");
      return;
    }
    if (labelled != null && !(inLetter && !labelled.whole())) {
      builder.open(labelled.label(), line.number(), line.text(), labelled.rest());
      return;
    }
    if (!inLetter && letter.isOpening(line) && builder.label != Label.BACKGROUND) {
      builder.open(Label.LETTER, line.number(), "", "");
      builder.lines.add(line);
      return;
    }
    builder.lines.add(line);
  }

  /** A request among others may begin as the sentence before them does. */
  private static boolean isAnItem(IssuedLine line, LabelFinder.Labelled labelled) {
    return line.kind() == IssuedLine.Kind.ITEM
        && !labelled.whole()
        && labelled.label() == Label.ASKS;
  }

  /** Whether a letter goes on below what looks like a label: it takes leave further down. */
  private boolean isWithinLetter(
      LabelFinder.Labelled labelled,
      List<IssuedLine> ahead,
      List<LabelFinder.@Nullable Labelled> labelsAhead) {
    if (labelled.rest().isEmpty()
        || !(labelled.label().isValue() || labelled.label() == Label.NAMES)) {
      return false;
    }
    for (int i = 1; i < ahead.size(); i++) {
      if (letter.isClosing(ahead.get(i).text())) {
        return true;
      }
      LabelFinder.Labelled next = labelsAhead.get(i);
      if (next != null && next.whole() && next.rest().isEmpty()) {
        return false;
      }
    }
    return false;
  }

  /** A colon after Address or Name within an address block labels a part of it. */
  private boolean belongsToOffice(Builder builder, IssuedLine line, LabelFinder.Labelled labelled) {
    return (builder.label == Label.TARGETS || builder.label == Label.COPIES)
        && labelled.whole()
        && !labelled.rest().isEmpty()
        && (labelled.label() == Label.NAMES
            || labelled.label() == Label.TITLE
            || labelled.label() == Label.COUNTRY)
        && contacts.begins(line.text());
  }

  private static final class Builder {
    private final List<Section> sections = new ArrayList<>();
    private final List<IssuedLine> lines = new ArrayList<>();
    private Label label = Label.HEAD;
    private @Nullable String labelText;
    private String rest = "";
    private int start = 1;

    void open(Label next, int line, String text, String after) {
      close();
      label = next;
      start = line;
      labelText = text;
      rest = after;
    }

    void close() {
      if (labelText != null || !lines.isEmpty()) {
        sections.add(new Section(label, start, labelText == null ? "" : labelText, rest, lines));
      }
      lines.clear();
      labelText = null;
      rest = "";
    }
  }
}
