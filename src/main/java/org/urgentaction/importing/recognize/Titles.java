package org.urgentaction.importing.recognize;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.IssuedLine;

/** The headline as printed, without the name of the series and the number. */
final class Titles {
  private static final int HEAD_LINES = 25;
  private static final int LONGEST = 200;
  private static final Pattern NUMBER_TAIL =
      Pattern.compile(
          "\\s*[(\\[][^()\\[\\]]{0,60}\\b(?:UA|AU)\\b[^()\\[\\]]{0,40}[)\\]]\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UPDATE_TAIL =
      Pattern.compile(
          "\\s*(?:→|->|–|-|\\|)\\s*(?:update|mise à jour|actualización|aktualisierung|aggiornamento)\\s*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LATER =
      Pattern.compile(
          "^(?:further information|update|victory|good news|outcome|actualización|mise à jour|aktualisierung|aggiornamento|titel|title)\\s*[!:–-]+\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COLUMN = Pattern.compile("\\s{3,}|\\t");
  private static final Pattern REFERENCE = Pattern.compile("^\\([^()]{0,80}\\)\\s*[–:-]*\\s*");

  private final Phrases series;
  private final Phrases own;
  private final Prose prose;
  private final DateReader dates;
  private final CountryNames countries;

  Titles(Lexicon lexicon, Prose prose, DateReader dates, CountryNames countries) {
    series = lexicon.phrases("series");
    own = lexicon.phrases("own");
    this.prose = prose;
    this.dates = dates;
    this.countries = countries;
  }

  @Nullable Found<String> in(List<Section> sections, List<IssuedLine> lines, String pageTitle) {
    for (Section section : sections) {
      if (section.label() == Label.TITLE) {
        String text =
            section.rest().isEmpty() && !section.lines().isEmpty()
                ? section.lines().get(0).text()
                : section.rest();
        if (!text.isEmpty()) {
          return Found.certain(bare(text), section.line());
        }
      }
    }
    IssuedLine best = null;
    int most = 0;
    boolean afterSeries = false;
    int counted = 0;
    List<IssuedLine> head = head(sections);
    for (int i = 0; i < head.size() && counted < HEAD_LINES; i++) {
      IssuedLine line = head.get(i);
      counted++;
      String text = bare(line.text());
      if (isSeriesOnly(line.text())) {
        afterSeries = true;
        continue;
      }
      int score = score(line, text, afterSeries, lines);
      if (score > most) {
        most = score;
        best = line;
      }
      if (prose.isSentence(text) && text.length() > 140) {
        break;
      }
    }
    if (best != null) {
      String title = continued(best, head);
      return most >= 3
          ? Found.certain(title, best.number())
          : Found.doubtful(title, best.number(), "is this the headline?");
    }
    String page = bare(pageTitle.replaceAll("\\s*[|–-]\\s*(?i:amnesty|amnist).*$", ""));
    return page.length() > 15 && !isSeriesOnly(page)
        ? Found.doubtful(page, 1, "taken from the title of the page")
        : null;
  }

  /** The lines before anything is asked, told at length or addressed. */
  private static List<IssuedLine> head(List<Section> sections) {
    return sections.stream()
        .takeWhile(section -> section.label() == Label.HEAD || section.label().isValue())
        .flatMap(section -> section.lines().stream())
        .toList();
  }

  private int score(IssuedLine line, String text, boolean afterSeries, List<IssuedLine> lines) {
    if (text.length() < 12
        || text.length() > LONGEST
        || (line.kind() == IssuedLine.Kind.ITEM && !hasSeries(line.text()))) {
      return 0;
    }
    String folded = Folding.fold(text);
    if (text.endsWith(".")
        || text.endsWith(",")
        || text.endsWith(";")
        || folded.startsWith("ai index")
        || folded.contains("@")
        || (folded.contains("/ ") && folded.indexOf("/ ") != folded.lastIndexOf("/ "))
        || isDateOnly(text)
        || (own.at(folded, 0) > 0 && text.length() < 60)
        || folded.startsWith("index")
        || folded.startsWith("indice")
        || folded.startsWith("distr")
        || (folded.contains("/sc") && folded.length() < 40)
        || folded.startsWith("0 days")
        || folded.startsWith("public")
        || folded.startsWith("external")) {
      return 0;
    }
    boolean sentence = prose.isSentence(text) && text.length() > 110;
    int score = sentence ? 0 : 1;
    score += hasSeries(line.text()) && !sentence ? 3 : 0;
    score += !UaNumbers.in(line.text()).isEmpty() && !sentence ? 2 : 0;
    score += countryPrefix(text) ? 2 : 0;
    score += isCapitals(text) ? 2 : 0;
    score += line.kind() == IssuedLine.Kind.HEADING || line.strong() ? 2 : 0;
    score += afterSeries ? 1 : 0;
    score += lines.stream().filter(other -> other.text().equals(line.text())).count() > 1 ? 1 : 0;
    return (sentence && score < 3) || folded.endsWith(":") ? 0 : score;
  }

  /** A headline in capitals that was broken over two lines is one. */
  private String continued(IssuedLine line, List<IssuedLine> head) {
    String text = bare(line.text());
    int at = head.indexOf(line);
    while (at >= 0 && at + 1 < head.size() && isCapitals(text) && text.length() < LONGEST) {
      IssuedLine next = head.get(++at);
      if (!isCapitals(next.text())
          || next.gapBefore()
          || next.text().length() < 3
          || next.kind() == IssuedLine.Kind.ITEM) {
        break;
      }
      text = text + " " + next.text();
    }
    return text;
  }

  boolean isSeriesOnly(String line) {
    String bare = bare(line);
    String folded = Folding.key(bare);
    return folded.length() < 3
        || (hasSeries(line) && folded.length() < 12)
        || (hasSeries(line) && own.isIn(folded) && folded.length() < 40);
  }

  /** Whether a line begins with the name of the series, and not with a longer name such as that. */
  private boolean hasSeries(String line) {
    String folded = Folding.fold(line);
    int at = series.at(folded, 0);
    if (at == 0) {
      return false;
    }
    while (at < folded.length() && folded.charAt(at) == ' ') {
      at++;
    }
    return at >= folded.length()
        || !Character.isLetter(folded.charAt(at))
        || !UaNumbers.in(line).isEmpty()
        || isCapitals(line.substring(at));
  }

  private boolean countryPrefix(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon < 60 && countries.code(text.substring(0, colon)) != null;
  }

  private boolean isDateOnly(String text) {
    return dates.in(text).stream()
        .anyMatch(dated -> text.length() - (dated.end() - dated.start()) < 10);
  }

  private static boolean isCapitals(String text) {
    int upper = 0;
    int lower = 0;
    for (int i = 0; i < text.length(); i++) {
      upper += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
      lower += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
    }
    return upper > 8 && lower * 8 < upper;
  }

  /** Without the series, the number and "update", which are fields of their own. */
  String bare(String line) {
    String text = line.strip();
    for (int turn = 0; turn < 4; turn++) {
      String before = text;
      String folded = Folding.fold(text);
      int length = series.at(folded, 0);
      if (length > 0) {
        text = afterSigns(text.substring(length));
      }
      List<UaNumbers.Numbered> numbers = UaNumbers.in(text);
      if (!numbers.isEmpty()
          && numbers.get(0).start() <= 60
          && (numbers.get(0).start() == 0
              || Folding.fold(text)
                  .matches(
                      "^(?:\\d?(?:st|nd|rd|th)?|first|second|third|fourth|further information on|follow-up on|mas informacion sobre la|informations complementaires sur l'|weitere informationen zu|ulteriori informazioni su|update:?)\\s?ua.*"))) {
        text = afterSigns(text.substring(numbers.get(0).end()));
        text = REFERENCE.matcher(COLUMN.split(text, 2)[0]).replaceFirst("");
      } else if (length > 0) {
        text = text.replaceFirst("^\\d{1,4}\\s?[/.]\\s?\\d{2,4}(?:-\\d)?\\s*[:,–-]?\\s*", "");
      }
      text = LATER.matcher(text).replaceFirst("");
      text = NUMBER_TAIL.matcher(text).replaceFirst("");
      text = UPDATE_TAIL.matcher(text).replaceFirst("");
      text = withoutDate(text);
      if (text.equals(before)) {
        break;
      }
    }
    return text.strip();
  }

  private String withoutDate(String text) {
    for (DateReader.Dated dated : dates.in(text)) {
      if (dated.year() > 0
          && dated.day() > 0
          && dated.start() > 5
          && text.substring(Math.min(dated.end(), text.length())).isBlank()) {
        return text.substring(0, dated.start()).strip();
      }
    }
    return text;
  }

  private static String afterSigns(String text) {
    int from = 0;
    while (from < text.length() && " :,;.-–—|/→!)".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return text.substring(from);
  }
}
