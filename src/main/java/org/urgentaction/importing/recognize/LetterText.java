package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.IssuedLine;

/** The sample letter's own words, without salutation and closing, and its salutation. */
final class LetterText {
  private static final int LONGEST_SALUTATION = 120;

  private final LetterEdges edges;
  private final Phrases openings;

  LetterText(LetterEdges edges, Lexicon lexicon) {
    this.edges = edges;
    openings = lexicon.phrases("openings");
  }

  /** A letter and whom it greets; null parts where the document has none. */
  record Sample(@Nullable Found<String> body, @Nullable Found<String> salutation) {}

  Sample in(List<Section> sections) {
    for (Section section : sections) {
      if (section.label() == Label.LETTER) {
        Sample sample = read(section);
        if (sample.body() != null) {
          return sample;
        }
      }
    }
    return new Sample(null, null);
  }

  private Sample read(Section section) {
    List<IssuedLine> lines = new ArrayList<>();
    if (!section.rest().isEmpty()) {
      lines.add(
          new IssuedLine(
              section.line(), 0, IssuedLine.Kind.TEXT, section.rest(), false, false, List.of()));
    }
    lines.addAll(section.lines());
    int start = 0;
    Found<String> salutation = null;
    String firstWords = "";
    for (int i = 0; i < lines.size(); i++) {
      IssuedLine line = lines.get(i);
      if (edges.isOpening(line)) {
        salutation = Found.certain(line.text(), line.number());
        start = i + 1;
        break;
      }
      int end = inline(line.text());
      if (end > 0) {
        salutation = Found.certain(line.text().substring(0, end).strip(), line.number());
        firstWords = line.text().substring(end).strip();
        start = i + 1;
        break;
      }
    }
    int end = lines.size();
    for (int i = start; i < lines.size(); i++) {
      if (edges.isClosing(lines.get(i).text())) {
        end = i;
        break;
      }
    }
    List<IssuedLine> body = new ArrayList<>();
    if (!firstWords.isEmpty()) {
      body.add(
          new IssuedLine(
              lines.get(start - 1).number(),
              0,
              IssuedLine.Kind.TEXT,
              firstWords,
              false,
              false,
              List.of()));
    }
    body.addAll(lines.subList(start, Math.max(start, end)));
    if (body.isEmpty()) {
      return new Sample(null, salutation);
    }
    String text = Markup.of(edges.untilClosing(Paragraphs.of(body)), false);
    return text.length() < 40
        ? new Sample(null, salutation)
        : new Sample(Found.certain(text, body.get(0).number()), salutation);
  }

  /** Where a salutation ends that runs on into the letter on one line; 0 where none begins it. */
  private int inline(String text) {
    String folded = Folding.fold(text.substring(0, Math.min(text.length(), LONGEST_SALUTATION)));
    if (openings.at(folded, 0) == 0 || !edges.beginsLikeLetter(folded)) {
      return 0;
    }
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean or =
          folded.startsWith(", or ", i)
              || folded.startsWith(", y ", i)
              || folded.startsWith(", et ", i);
      if ((c == ',' || c == ':' || c == '!') && !or) {
        return i + 1;
      }
    }
    return 0;
  }
}
