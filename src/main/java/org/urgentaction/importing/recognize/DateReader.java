package org.urgentaction.importing.recognize;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates as sections print them, in any of their languages, day and month in either order. */
final class DateReader {
  private static final Pattern TOKEN = Pattern.compile("\\p{L}\\p{M}*+(?:[\\p{L}\\p{M}])*+|\\d++");
  private static final Set<String> BETWEEN =
      Set.of("de", "del", "of", "den", "di", "th", "st", "nd", "rd", "er", "o", "a", "the", "e");
  private static final int LONGEST = 20_000;

  private final Lexicon lexicon;

  DateReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * A date in a text.
   *
   * @param day 0 where only the month is given
   * @param year 0 where none is given
   * @param ambiguous whether day and month, both numbers, may be meant the other way round
   */
  record Dated(int start, int end, int day, int month, int year, boolean ambiguous) {
    @Nullable LocalDate in(int otherYear) {
      try {
        return day == 0 ? null : LocalDate.of(year == 0 ? otherYear : year, month, day);
      } catch (DateTimeException e) {
        return null;
      }
    }
  }

  private record Token(String text, int start, int end) {
    boolean isNumber() {
      return Character.isDigit(text.charAt(0));
    }

    int number() {
      return text.length() > 4 ? -1 : Integer.parseInt(text);
    }
  }

  /** All dates, in order. */
  List<Dated> in(String text) {
    String folded = Folding.fold(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(folded);
    while (matcher.find()) {
      tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
    }
    List<Dated> dates = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      Dated dated = at(folded, tokens, i);
      if (dated == null) {
        i++;
      } else {
        dates.add(dated);
        while (i < tokens.size() && tokens.get(i).start() < dated.end()) {
          i++;
        }
      }
    }
    return dates;
  }

  private @Nullable Dated at(String folded, List<Token> tokens, int i) {
    Token first = tokens.get(i);
    if (first.isNumber()) {
      Dated dated = numeric(folded, tokens, i);
      return dated != null ? dated : dayFirst(folded, tokens, i);
    }
    return monthFirst(folded, tokens, i);
  }

  /** 2014-05-12, 12/05/2014, 12.05.2014, 2014年5月12日, 5月12日. */
  private static @Nullable Dated numeric(String folded, List<Token> tokens, int i) {
    Token a = tokens.get(i);
    char afterA = charAt(folded, a.end());
    if ((i + 2 < tokens.size() && afterA == '年') || afterA == '月') {
      return japanese(folded, tokens, i);
    }
    if (i + 2 >= tokens.size() || !tokens.get(i + 1).isNumber() || !tokens.get(i + 2).isNumber()) {
      return null;
    }
    Token b = tokens.get(i + 1);
    Token c = tokens.get(i + 2);
    boolean joined = b.start() == a.end() + 1 && c.start() == b.end() + 1;
    char sign = afterA;
    if (!joined || sign != charAt(folded, b.end()) || "-/.".indexOf(sign) < 0) {
      return null;
    }
    char before = charAt(folded, a.start() - 1);
    char after = charAt(folded, c.end());
    if (before == sign || (after == sign && Character.isDigit(charAt(folded, c.end() + 1)))) {
      return null;
    }
    if (a.text().length() == 4 && isYear(a.number())) {
      return valid(a.start(), c.end(), c.number(), b.number(), a.number(), false);
    }
    if (!isYear(c.number()) || a.text().length() > 2 || b.text().length() > 2) {
      return null;
    }
    boolean swapped = b.number() > 12 && a.number() <= 12;
    return valid(
        a.start(),
        c.end(),
        swapped ? b.number() : a.number(),
        swapped ? a.number() : b.number(),
        c.number(),
        a.number() <= 12 && b.number() <= 12 && a.number() != b.number() && sign == '/');
  }

  private static @Nullable Dated japanese(String folded, List<Token> tokens, int i) {
    int year = 0;
    int at = i;
    int[] parts = new int[2];
    int found = 0;
    int end = tokens.get(i).end();
    while (at < tokens.size() && found < 2) {
      Token token = tokens.get(at);
      if (token.isNumber()) {
        char sign = charAt(folded, token.end());
        if (sign == '年' && found == 0 && year == 0) {
          year = token.number();
        } else if (sign == '月' && found == 0) {
          parts[found++] = token.number();
          end = token.end() + 1;
        } else if (sign == '日' && found == 1) {
          parts[found++] = token.number();
          end = token.end() + 1;
        } else {
          break;
        }
      } else if (token.start() - end > 3) {
        break;
      }
      at++;
    }
    if (found == 0 || (year != 0 && !isYear(year))) {
      return null;
    }
    return found == 1 && year == 0
        ? null
        : valid(tokens.get(i).start(), end, found == 2 ? parts[1] : 0, parts[0], year, false);
  }

  /**
   * 12 May 2014, 30 de diciembre, 1er mai 2014, and the month alone after a number that is a year.
   */
  private @Nullable Dated dayFirst(String folded, List<Token> tokens, int i) {
    Token day = tokens.get(i);
    if (day.text().length() > 2 || day.number() < 1 || day.number() > 31) {
      return null;
    }
    int at = skip(folded, tokens, i + 1, day.end());
    int month = month(tokens, at);
    if (month == 0 || tokens.get(at).start() - day.end() > 8) {
      return null;
    }
    int last = at + width(tokens, at) - 1;
    int next = skip(folded, tokens, last + 1, tokens.get(last).end());
    // مارس/آذار: the month's other name stands after it
    if (next < tokens.size()
        && charAt(folded, tokens.get(last).end()) == '/'
        && month(tokens, next) == month) {
      last = next + width(tokens, next) - 1;
      next = skip(folded, tokens, last + 1, tokens.get(last).end());
    }
    if (next < tokens.size() && yearAt(folded, tokens.get(last), tokens.get(next))) {
      return valid(
          day.start(),
          tokens.get(next).end(),
          day.number(),
          month,
          tokens.get(next).number(),
          false);
    }
    return valid(day.start(), tokens.get(last).end(), day.number(), month, 0, false);
  }

  /** May 12, 2022; November 2025. */
  private @Nullable Dated monthFirst(String folded, List<Token> tokens, int i) {
    int month = month(tokens, i);
    if (month == 0) {
      return null;
    }
    Token name = tokens.get(i + width(tokens, i) - 1);
    int at = skip(folded, tokens, i + width(tokens, i), name.end());
    if (at >= tokens.size()
        || !tokens.get(at).isNumber()
        || tokens.get(at).start() - name.end() > 6) {
      return null;
    }
    Token number = tokens.get(at);
    if (yearAt(folded, name, number)) {
      return valid(tokens.get(i).start(), number.end(), 0, month, number.number(), false);
    }
    if (number.text().length() > 2 || number.number() < 1 || number.number() > 31) {
      return null;
    }
    int next = skip(folded, tokens, at + 1, number.end());
    if (next < tokens.size() && yearAt(folded, number, tokens.get(next))) {
      return valid(
          tokens.get(i).start(),
          tokens.get(next).end(),
          number.number(),
          month,
          tokens.get(next).number(),
          false);
    }
    return valid(tokens.get(i).start(), number.end(), number.number(), month, 0, false);
  }

  private static int skip(String folded, List<Token> tokens, int at, int from) {
    int i = at;
    while (i < tokens.size()
        && BETWEEN.contains(tokens.get(i).text())
        && tokens.get(i).start() - from < 8
        && folded.substring(from, tokens.get(i).start()).chars().noneMatch(c -> c == ';')) {
      i++;
    }
    return i;
  }

  private int month(List<Token> tokens, int at) {
    if (at >= tokens.size() || tokens.get(at).isNumber()) {
      return 0;
    }
    if (at + 1 < tokens.size()) {
      Integer two = lexicon.month(tokens.get(at).text() + " " + tokens.get(at + 1).text());
      if (two != null) {
        return two;
      }
    }
    Integer one = lexicon.month(tokens.get(at).text());
    return one == null ? 0 : one;
  }

  private int width(List<Token> tokens, int at) {
    return at + 1 < tokens.size()
            && lexicon.month(tokens.get(at).text() + " " + tokens.get(at + 1).text()) != null
        ? 2
        : 1;
  }

  private static boolean yearAt(String folded, Token before, Token year) {
    if (!year.isNumber() || !isYear(year.number()) || year.start() - before.end() > 9) {
      return false;
    }
    for (int i = before.end(); i < year.start(); i++) {
      if (".;:(".indexOf(folded.charAt(i)) >= 0
          && !(folded.charAt(i) == '.' && i == before.end())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isYear(int number) {
    return number >= 1961 && number <= 2099;
  }

  private static char charAt(String text, int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : ' ';
  }

  private static @Nullable Dated valid(
      int start, int end, int day, int month, int year, boolean ambiguous) {
    if (month < 1 || month > 12 || day < 0 || day > 31) {
      return null;
    }
    Dated dated = new Dated(start, end, day, month, year, ambiguous);
    return day > 0 && dated.in(year == 0 ? 2000 : year) == null ? null : dated;
  }
}
