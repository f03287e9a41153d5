package org.urgentaction.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.IssueDate;
import org.urgentaction.campaign.Localized;
import org.urgentaction.document.Document;

/** Dates, numbers, names and a campaign's texts as a page in one language says them (CLDR). */
public final class Wording {
  private final Locale language;
  private final ULocale icu;
  private final NumberFormat numbers;
  private final DateFormat days;

  /** For one page: what it is made of is not for several threads. */
  public Wording(Locale language) {
    this.language = language;
    this.icu = ULocale.forLocale(language);
    this.numbers = NumberFormat.getIntegerInstance(icu);
    this.days = DateFormat.getDateInstance(DateFormat.LONG, icu);
  }

  public Locale language() {
    return language;
  }

  public String day(LocalDate day) {
    return formatted(days, day);
  }

  /** A moment to the minute, as clocks in UTC show it. */
  public String moment(Instant moment) {
    DateFormat format = DateFormat.getDateTimeInstance(DateFormat.LONG, DateFormat.SHORT, icu);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(moment)) + " UTC";
  }

  String issued(IssueDate date) {
    LocalDate day = date.day();
    return day != null ? day(day) : month(date.month());
  }

  public String month(YearMonth month) {
    return formatted(DateFormat.getInstanceForSkeleton("yMMMM", icu), month.atDay(1));
  }

  private static String formatted(DateFormat format, LocalDate day) {
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  public String number(long number) {
    return numbers.format(number);
  }

  /** Joined as the language joins a list. */
  public String list(List<String> parts) {
    return ListFormatter.getInstance(icu).format(parts);
  }

  public String country(String code) {
    return new Locale("", code).getDisplayCountry(language);
  }

  /** A country, or a UN M.49 region: 150 is Europe. */
  String place(String code) {
    return new ULocale("und-" + code).getDisplayCountry(icu);
  }

  /** With a capital where the language's headings have one. */
  public String language(Locale named) {
    return languageName(named, language);
  }

  static String languageName(Locale named, Locale in) {
    String name = named.getDisplayName(in);
    return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(in) + name.substring(1);
  }

  /**
   * A text in the page's language, else in the campaign's, with the language it is in: null where
   * there is none.
   */
  public @Nullable Map<String, Object> text(Campaign campaign, Localized<String> text) {
    Locale found = languageOf(campaign, text);
    String words = found == null ? null : text.in(found);
    return found == null || words == null ? null : in(found, words);
  }

  /** Which language a text is found in, as {@link #text} looks for it. */
  <T> @Nullable Locale languageOf(Campaign campaign, Localized<T> text) {
    for (Locale wanted : List.of(language, campaign.language())) {
      Locale found = text.matching(wanted);
      if (found != null) {
        return found;
      }
    }
    return text.languages().stream().findFirst().orElse(null);
  }

  /** Words with the language that they are in; {@code other} where it is not the page's. */
  public Map<String, Object> in(Locale found, Object words) {
    Map<String, Object> model = new HashMap<>();
    model.put("text", words);
    model.put("lang", found.toLanguageTag());
    model.put("dir", Document.isRightToLeft(found) ? "rtl" : "ltr");
    model.put("other", !found.getLanguage().equals(language.getLanguage()));
    return model;
  }
}
