package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a line apart at the labels of contact data, any number of which may stand on it. */
final class ContactScanner {
  static final int LONGEST = 4_000;
  private static final Pattern MASKED =
      Pattern.compile("\\[email[ \\u00A0]protected\\]", Pattern.CASE_INSENSITIVE);
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.%+'-]{1,64}+\\s?@\\s?[\\w-]{1,63}+\\.[\\w]");
  private static final Pattern URL =
      Pattern.compile("(?:https?://|www\\.)\\S{3,}", Pattern.CASE_INSENSITIVE);

  private final Lexicon lexicon;

  ContactScanner(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** What a label introduces. */
  record Part(ContactLabel label, String value) {}

  /**
   * A line, taken apart.
   *
   * @param head what stands before its first label
   */
  record Scanned(String head, List<Part> parts) {}

  Scanned scan(String line) {
    String text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    String folded = Folding.fold(text);
    List<Part> parts = new ArrayList<>();
    int headEnd = -1;
    @Nullable ContactLabel open = null;
    int valueStart = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!Phrases.isBoundary(folded, i) || (i > 0 && folded.charAt(i - 1) == '@')) {
        continue;
      }
      int length = lexicon.contactPhrases().at(folded, i);
      if (length == 0) {
        continue;
      }
      ContactLabel label = lexicon.contact(Folding.key(folded.substring(i, i + length)));
      int value = label == null ? -1 : valueStart(folded, i, i + length, label);
      if (label == null || value < 0) {
        continue;
      }
      if (open == null) {
        headEnd = i;
      } else {
        parts.add(new Part(open, trimmed(text.substring(valueStart, i))));
      }
      open = label;
      valueStart = value;
      i = value - 1;
    }
    if (open != null) {
      parts.add(new Part(open, trimmed(text.substring(valueStart))));
    }
    return new Scanned(open == null ? text.strip() : trimmed(text.substring(0, headEnd)), parts);
  }

  /** Where the value of a label begins; -1 where the words are no label. */
  private static int valueStart(String folded, int start, int end, ContactLabel label) {
    int at = end;
    if (at < folded.length() && folded.charAt(at) == '.') {
      at++;
    }
    at = skipSpaces(folded, at);
    // Fax (office): …, Email 2: …
    int note = at;
    if (at < folded.length() && folded.charAt(at) == '(') {
      int close = folded.indexOf(')', at);
      if (close > 0
          && close - at < 40
          && folded.substring(at, close).chars().anyMatch(Character::isLetter)) {
        note = skipSpaces(folded, close + 1);
      }
    } else if (at + 1 < folded.length()
        && Character.isDigit(folded.charAt(at))
        && folded.charAt(at + 1) == ':') {
      note = at + 1;
    }
    if (note < folded.length() && folded.charAt(note) == ':') {
      return folded.startsWith("//", note + 1) ? -1 : note + 1;
    }
    if (at >= folded.length()) {
      return -1;
    }
    char next = folded.charAt(at);
    if (label.takesNumber() && (next == '+' || next == '(' || Character.isDigit(next))) {
      return digits(folded, at) >= 5 ? at : -1;
    }
    if ((label == ContactLabel.TWITTER || label == ContactLabel.INSTAGRAM) && next == '@') {
      return at;
    }
    boolean fresh = start == 0 || ",;|-. ".indexOf(folded.charAt(start - 1)) >= 0;
    if (label == ContactLabel.EMAIL && fresh) {
      int space = folded.indexOf(' ', at);
      String word = folded.substring(at, space < 0 ? folded.length() : space);
      return word.indexOf('@') > 0 ? at : -1;
    }
    return -1;
  }

  private static int digits(String text, int from) {
    int digits = 0;
    for (int i = from; i < Math.min(text.length(), from + 40); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        digits++;
      } else if (" +()-./".indexOf(c) < 0) {
        break;
      }
    }
    return digits;
  }

  private static int skipSpaces(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  /** Without the signs that part one way to reach an office from the next; an I stands for |. */
  private static String trimmed(String value) {
    String text = value.strip();
    int end = text.length();
    while ((end > 0 && "|;,/•·".indexOf(text.charAt(end - 1)) >= 0)
        || (end > 1 && (text.endsWith(" I") || text.endsWith(" l")) && end == text.length())) {
      end--;
      while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      text = text.substring(0, end);
    }
    return text;
  }

  /** Whether a line begins with the label of contact data. */
  boolean begins(String line) {
    Scanned scanned = scan(line);
    return scanned.head().isEmpty() && !scanned.parts().isEmpty();
  }

  /** Whether a line holds a way to reach somebody, labelled or not. */
  boolean isContact(String line) {
    String text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    return !scan(text).parts().isEmpty() || isBare(text);
  }

  /** A line of an address, a number or a handle alone, which goes on what stands above it. */
  boolean isBare(String text) {
    if (text.length() > 400) {
      return false;
    }
    int letters = 0;
    int digits = 0;
    String bare = text.replaceAll("\\([^()]{0,80}\\)", " ");
    for (int i = 0; i < bare.length(); i++) {
      letters += Character.isLetter(bare.charAt(i)) ? 1 : 0;
      digits += Character.isDigit(bare.charAt(i)) ? 1 : 0;
    }
    if (digits >= 7 && letters <= 3) {
      return true;
    }
    boolean oneWord = text.split("[\\s,;/]+", 12).length <= 6;
    return MASKED.matcher(text).find()
        || (oneWord && (EMAIL.matcher(text).find() || URL.matcher(text).find()))
        || (text.startsWith("@") && text.length() < 80)
        || (text.startsWith("(") && text.endsWith(")") && text.length() < 80);
  }

  static boolean hasEmail(String text) {
    return EMAIL.matcher(text).find();
  }
}
