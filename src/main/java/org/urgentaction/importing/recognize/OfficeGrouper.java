package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import org.urgentaction.importing.IssuedLine;

/** Divides the lines of an address part into offices, with or without empty lines between them. */
final class OfficeGrouper {
  private static final double MEANINGFUL_GAPS = 0.55;

  private static final int LONGEST_NAME = 70;

  private final Prose prose;
  private final ContactScanner contacts;
  private final HeadWords words;
  private final DateReader dates;
  private final boolean itemsAreOffices;

  /**
   * @param itemsAreOffices whether numbered or dotted lines name officials, as they do below "send
   *     your letters to"
   */
  OfficeGrouper(
      Prose prose,
      ContactScanner contacts,
      HeadWords words,
      DateReader dates,
      boolean itemsAreOffices) {
    this.prose = prose;
    this.contacts = contacts;
    this.words = words;
    this.dates = dates;
    this.itemsAreOffices = itemsAreOffices;
  }

  List<List<IssuedLine>> groups(List<IssuedLine> lines) {
    Grouping grouping = new Grouping(gapsMean(lines));
    for (int i = 0; i < lines.size(); i++) {
      grouping.take(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1).text() : "");
    }
    grouping.close();
    return grouping.groups;
  }

  /** Whether empty lines part offices here, rather than standing after every line. */
  private static boolean gapsMean(List<IssuedLine> lines) {
    long gaps = lines.stream().skip(1).filter(IssuedLine::gapBefore).count();
    return lines.size() < 2 || gaps < MEANINGFUL_GAPS * (lines.size() - 1);
  }

  private final class Grouping {
    private final List<List<IssuedLine>> groups = new ArrayList<>();
    private final boolean gapsMean;
    private List<IssuedLine> current = new ArrayList<>();
    private boolean reached;
    private boolean placed;
    private boolean salutationLast;

    Grouping(boolean gapsMean) {
      this.gapsMean = gapsMean;
    }

    void take(IssuedLine line, String next) {
      boolean item = line.kind() == IssuedLine.Kind.ITEM;
      ContactScanner.Scanned scanned = contacts.scan(line.text());
      boolean contact = !scanned.parts().isEmpty() || contacts.isBare(line.text());
      boolean oneLine = !scanned.parts().isEmpty() && scanned.head().length() > 40;
      if ((!contact && prose.isSentence(line.text()) && !isAbove(line.text(), next))
          || (item && !itemsAreOffices && !contact)) {
        close();
        return;
      }
      if (!contact && isDate(line.text())) {
        close();
        return;
      }
      if (begins(line, next, item, contact, oneLine)) {
        close();
      }
      current.add(line);
      reached |= contact;
      placed |= !contact && (HeadWords.hasDigit(line.text()) || words.isCountry(last(line.text())));
      placed |= oneLine;
      salutationLast =
          !scanned.parts().isEmpty()
              && scanned.parts().get(scanned.parts().size() - 1).label() == ContactLabel.SALUTATION;
    }

    private boolean begins(
        IssuedLine line, String next, boolean item, boolean contact, boolean oneLine) {
      if (current.isEmpty()) {
        return false;
      }
      if (item && itemsAreOffices && !contact) {
        return true;
      }
      boolean gap = gapsMean && line.gapBefore();
      if (oneLine) {
        return reached || placed || gap;
      }
      if (contact) {
        return false;
      }
      if (reached) {
        return salutationLast || gap || !isContinuation(line.text());
      }
      if (!placed) {
        return false;
      }
      return ((gap && current.size() >= 2) || current.size() >= 3 || isOneLiner(current))
          && isHead(line.text(), next);
    }

    private boolean isOneLiner(List<IssuedLine> lines) {
      return lines.size() == 1 && lines.get(0).text().length() > 60;
    }

    /** What goes on an address although contact data stood above it: its last lines. */
    private boolean isContinuation(String text) {
      return (words.isCountry(last(text))
              && !words.beginsWithRole(text)
              && words.kind(text) == HeadWords.Kind.PLACE)
          || Character.isDigit(text.charAt(0))
          || text.startsWith("(");
    }

    private boolean isHead(String text, String next) {
      return words.beginsWithRole(text)
          || words.roleAndName(text) != null
          || (words.honorifics(Folding.fold(text)) > 0 && words.kind(text) != HeadWords.Kind.PLACE)
          || (words.isPerson(text)
              && current.size() >= 3
              && !next.isEmpty()
              && (words.beginsWithRole(next) || words.kind(next) == HeadWords.Kind.ORGAN));
    }

    /** A line in small letters that stands above contact data where addresses are expected. */
    private boolean isAbove(String text, String next) {
      return itemsAreOffices
          && text.length() < LONGEST_NAME
          && !Paragraphs.endsSentence(text)
          && contacts.begins(next);
    }

    /** A line that is a date and little else, such as the letter's. */
    private boolean isDate(String text) {
      return text.length() < 40
          && dates.in(text).stream()
              .anyMatch(
                  dated -> dated.year() > 0 && text.length() - (dated.end() - dated.start()) < 8);
    }

    private String last(String text) {
      int comma = text.lastIndexOf(',');
      return comma < 0 ? text : text.substring(comma + 1).strip();
    }

    void close() {
      if (!current.isEmpty()) {
        groups.add(List.copyOf(current));
      }
      current = new ArrayList<>();
      reached = false;
      placed = false;
      salutationLast = false;
    }
  }
}
