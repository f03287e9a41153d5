package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import org.urgentaction.importing.IssuedLine;

/** Tells where a letter begins and ends when no label says so: its salutation and its closing. */
final class LetterEdges {
  private static final int LONGEST_OPENING = 120;
  private static final int LONGEST_CLOSING = 60;

  private final Phrases openings;
  private final Phrases readers;
  private final Phrases closings;

  LetterEdges(Lexicon lexicon) {
    openings = lexicon.phrases("openings");
    readers = lexicon.phrases("readers");
    closings = lexicon.phrases("closings");
  }

  /** A line that is a salutation, with the mark that ends one. */
  boolean isOpening(IssuedLine line) {
    String text = line.text();
    if (text.length() > LONGEST_OPENING || line.kind() == IssuedLine.Kind.ITEM) {
      return false;
    }
    String folded = Folding.fold(text);
    return beginsLikeLetter(folded)
        && text.chars().noneMatch(Character::isDigit)
        && ",:!".indexOf(folded.charAt(folded.length() - 1)) >= 0
        && folded.indexOf(':') >= (folded.endsWith(":") ? folded.length() - 1 : -1)
        && !(folded.indexOf(':') >= 0 && !folded.endsWith(":"));
  }

  boolean beginsLikeLetter(String folded) {
    return openings.at(folded, 0) > 0 && readers.at(folded, 0) == 0;
  }

  /** A line that takes leave: "Yours sincerely," and the like, alone or beginning a short line. */
  boolean isClosing(String text) {
    String folded = Folding.fold(text);
    if (folded.length() > 400) {
      return false;
    }
    int length = closings.at(folded, 0);
    if (length == 0) {
      return false;
    }
    String after = folded.substring(length).strip();
    return folded.length() <= LONGEST_CLOSING
        ? after.isEmpty() || ",.!:[_-".indexOf(after.charAt(0)) >= 0 || length > 15
        : isFrenchFormula(folded);
  }

  private static boolean isFrenchFormula(String folded) {
    return folded.startsWith("veuillez")
        || folded.startsWith("je vous prie")
        || folded.startsWith("dans l'attente");
  }

  /** Paragraphs up to a leave that is taken within one of them. */
  List<Paragraphs.Paragraph> untilClosing(List<Paragraphs.Paragraph> paragraphs) {
    List<Paragraphs.Paragraph> kept = new ArrayList<>();
    for (Paragraphs.Paragraph paragraph : paragraphs) {
      int end = closing(Folding.fold(paragraph.text()));
      if (end < 0) {
        kept.add(paragraph);
      } else {
        kept.add(
            new Paragraphs.Paragraph(
                paragraph.text().substring(0, end).strip(),
                paragraph.line(),
                paragraph.kind(),
                paragraph.strong(),
                paragraph.gapBefore()));
        break;
      }
    }
    return kept;
  }

  /** Where a leave begins after a sentence's end, with a comma behind it; -1 where none does. */
  private int closing(String folded) {
    for (int at = folded.indexOf(". "); at >= 0; at = folded.indexOf(". ", at + 1)) {
      int length = closings.at(folded, at + 2);
      int after = at + 2 + length;
      if (length > 0 && (after >= folded.length() || folded.charAt(after) == ',')) {
        return at + 1;
      }
    }
    return -1;
  }
}
