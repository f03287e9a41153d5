package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundOffice;
import org.urgentaction.importing.IssuedLine;

/** Finds in all sections whom the document asks to write to, and who gets a copy. */
final class Offices {
  private final Prose prose;
  private final ContactScanner scanner;
  private final HeadWords words;
  private final DateReader dates;
  private final OfficeReader reader;
  private final LetterEdges letter;
  private final OfficeCountries countries;

  Offices(
      Prose prose,
      ContactScanner scanner,
      HeadWords words,
      DateReader dates,
      OfficeReader reader,
      LetterEdges letter,
      OfficeCountries countries) {
    this.prose = prose;
    this.scanner = scanner;
    this.words = words;
    this.dates = dates;
    this.reader = reader;
    this.letter = letter;
    this.countries = countries;
  }

  /** Those written to and those copied, each in the document's order. */
  record Addressed(List<FoundOffice> targets, List<FoundOffice> copies) {}

  Addressed in(List<Section> sections) {
    List<FoundOffice> targets = new ArrayList<>();
    List<FoundOffice> copies = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    boolean labelledBefore = false;
    for (Section section : sections) {
      boolean copy = section.label() == Label.COPIES;
      boolean labelled = copy || section.label() == Label.TARGETS;
      for (List<IssuedLine> lines : regions(section)) {
        for (List<IssuedLine> group :
            new OfficeGrouper(prose, scanner, words, dates, labelled).groups(lines)) {
          FoundOffice office = reader.read(group, labelled);
          if (office != null
              && seen.add(identity(office))
              && (labelled || !labelledBefore || isReached(office))) {
            (copy ? copies : targets).add(copy ? countries.withCountries(office) : office);
          }
        }
      }
      labelledBefore |= labelled;
    }
    return new Addressed(targets, copies);
  }

  private static boolean isReached(FoundOffice office) {
    return !office.emails().isEmpty() || !office.faxes().isEmpty() || office.salutation() != null;
  }

  private static String identity(FoundOffice office) {
    return Folding.key(
        text(office.name())
            + "|"
            + text(office.role())
            + "|"
            + (office.address() == null ? "" : office.address().value()));
  }

  private static String text(@Nullable Found<String> found) {
    return found == null ? "" : found.value();
  }

  /** The lines of a section in which offices may stand. */
  private List<List<IssuedLine>> regions(Section section) {
    List<IssuedLine> lines = new ArrayList<>();
    boolean labelled = section.label() == Label.TARGETS || section.label() == Label.COPIES;
    if (labelled) {
      String rest = afterGuidance(section.rest());
      if (!rest.isEmpty()) {
        lines.add(
            new IssuedLine(section.line(), 0, IssuedLine.Kind.TEXT, rest, false, false, List.of()));
      }
    }
    if (section.label() == Label.LETTER) {
      int opening = opening(section);
      lines.addAll(opening < 0 ? List.of() : section.lines().subList(0, opening));
      return lines.isEmpty() ? List.of() : List.of(lines);
    }
    if (!section.label().isNarrative() && section.label() != Label.CHROME) {
      lines.addAll(section.lines());
    }
    return lines.isEmpty() ? List.of() : List.of(lines);
  }

  private int opening(Section section) {
    for (int i = 0; i < section.lines().size(); i++) {
      if (letter.isOpening(section.lines().get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** What follows on a label's line after the sentence or the colon that the label is part of. */
  private String afterGuidance(String rest) {
    ContactScanner.Scanned scanned = scanner.scan(rest);
    String head = scanned.head();
    int colon = head.indexOf(':');
    int stop = head.indexOf(". ");
    while (stop > 0 && stop < 3) {
      stop = head.indexOf(". ", stop + 1);
    }
    int end = colon >= 0 ? colon + 1 : stop >= 0 ? stop + 2 : -1;
    if (end >= 0) {
      return rest.substring(end).strip();
    }
    boolean names =
        !prose.isSentence(head) && (words.organWithin(" " + head) > 0 || HeadWords.hasDigit(head));
    return (names && !scanned.parts().isEmpty()) || (names && head.length() > 40) ? rest : "";
  }
}
