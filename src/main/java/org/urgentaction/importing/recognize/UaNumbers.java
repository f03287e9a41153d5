package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.UaNumber;

/** Numbers of Urgent Actions in a text, in the shapes in which sections print them. */
final class UaNumbers {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:ua|au|fi|extra|urgent action|accion urgente|action urgente|azione urgente|eilaktion|blixtaktion|acao urgente|spoedactie|緊急行動|緊急アクション|تحرك عاجل)"
              + "(?:[\\s:(#-]|no\\.?|nr\\.?|n°|nº|numero|number|番号|\\.){0,6}"
              + "(\\d{1,4})\\s?([/.-])\\s?(\\d{4}|\\d{2})(?![\\d/])(?:\\s?-\\s?(\\d)(?!\\d))?");
  private static final Pattern CASE = Pattern.compile("uac-(\\d{1,4})-((?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\d/.])(\\d{1,4})\\s?[/.-]\\s?((?:19|20)\\d\\d|\\d\\d)(?![\\d/.]\\d|\\d)");

  private UaNumbers() {}

  /**
   * A number where it stands.
   *
   * @param suffix of "UA-258/2016-1"; null where there is none
   * @param caseNumber whether it is the number of an organisation's case rather than of a UA
   */
  record Numbered(
      UaNumber number, int start, int end, @Nullable Integer suffix, boolean caseNumber) {}

  static List<Numbered> in(String text) {
    String folded = Folding.fold(text.length() > 20_000 ? text.substring(0, 20_000) : text);
    List<Numbered> found = new ArrayList<>();
    Matcher matcher = NAMED.matcher(folded);
    while (matcher.find()) {
      UaNumber number = number(matcher.group(1), matcher.group(3));
      String suffix = matcher.group(4);
      if (number != null) {
        found.add(
            new Numbered(
                number,
                matcher.start(),
                matcher.end(),
                suffix == null ? null : Integer.valueOf(suffix),
                false));
      }
    }
    Matcher cases = CASE.matcher(folded);
    while (cases.find()) {
      UaNumber number = number(cases.group(1), cases.group(2));
      if (number != null) {
        found.add(new Numbered(number, cases.start(), cases.end(), null, true));
      }
    }
    return found;
  }

  /** The number that stands after a label that says it is one. */
  static @Nullable Numbered labelled(String text) {
    List<Numbered> named = in(text);
    if (!named.isEmpty()) {
      return named.get(0);
    }
    Matcher matcher =
        BARE.matcher(Folding.fold(text.length() > 400 ? text.substring(0, 400) : text));
    UaNumber number = matcher.find() ? number(matcher.group(1), matcher.group(2)) : null;
    return number == null
        ? null
        : new Numbered(number, matcher.start(), matcher.end(), null, false);
  }

  private static @Nullable UaNumber number(String number, String year) {
    int value = Integer.parseInt(number);
    return value == 0 ? null : new UaNumber(value, Integer.parseInt(year) % 100);
  }
}
