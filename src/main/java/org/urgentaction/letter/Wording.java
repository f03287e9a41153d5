package org.urgentaction.letter;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberingSystem;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.urgentaction.campaign.Campaign;

/** How a language writes dates and joins what it lists, by CLDR. */
record Wording(Locale language) {

  /** As the language is written in the country of a campaign's section, which its zone tells. */
  static Wording of(Campaign campaign, Locale language) {
    if (!language.getCountry().isEmpty()) {
      return new Wording(language);
    }
    try {
      String region = TimeZone.getRegion(campaign.zone().getId());
      return new Wording(new Locale.Builder().setLocale(language).setRegion(region).build());
    } catch (IllegalArgumentException noCountry) { // a bare offset from UTC has none
      return new Wording(language);
    }
  }

  /** A day in the language's long form, with the digits of CLDR. */
  String day(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language)
        .withDecimalStyle(digits())
        .format(date);
  }

  /** A month of a year, with the digits of CLDR. */
  String month(YearMonth month) {
    String pattern =
        DateTimePatternGenerator.getInstance(ULocale.forLocale(language)).getBestPattern("yMMMM");
    return DateTimeFormatter.ofPattern(pattern, language)
        .withDecimalStyle(digits())
        .format(month.atDay(1));
  }

  private DecimalStyle digits() {
    NumberingSystem system = NumberingSystem.getInstance(ULocale.forLocale(language));
    return system.isAlgorithmic()
        ? DecimalStyle.STANDARD
        : DecimalStyle.STANDARD.withZeroDigit(system.getDescription().charAt(0));
  }

  /** All of them, as in {@code a, b and c}. */
  String listed(List<String> items) {
    return joined(items, ListFormatter.Type.AND);
  }

  /** Any of them, as in {@code a, b or c}. */
  String eitherOf(List<String> items) {
    return joined(items, ListFormatter.Type.OR);
  }

  /** CLDR parts some languages' lists by a zero-width space, which has no place on paper. */
  private String joined(List<String> items, ListFormatter.Type type) {
    return ListFormatter.getInstance(ULocale.forLocale(language), type, ListFormatter.Width.WIDE)
        .format(items)
        .replace("\u200B", "");
  }

  /** What parts place from country and name from office, as the language's script has it. */
  String comma() {
    return switch (language.getLanguage()) {
      case "ar", "fa", "ur" -> "، ";
      case "zh" -> "，";
      case "ja" -> "、";
      case "am" -> "፣ ";
      case "my" -> "၊ ";
      default -> ", ";
    };
  }
}
