package org.urgentaction.letter;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Target;
import org.urgentaction.document.Document;
import org.urgentaction.document.HtmlReader;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Composes what a section can send to the authorities: how many appealed, from where, when and for
 * what, in a language of the campaign.
 */
public final class AuthoritiesComposer {
  private static final String TEMPLATE = "authorities.ftlh";
  private static final int MOST_DAYS = 31;

  private final Templates templates;

  public AuthoritiesComposer(Templates templates) {
    this.templates = templates;
  }

  /**
   * The text.
   *
   * @throws InvalidInputException where there are no phrases in the language, or the campaign is
   *     not written in it
   */
  public Document compose(Campaign campaign, Locale language, AppealFigures figures) {
    List<String> asks = campaign.asks().in(language);
    if (asks == null) {
      throw new InvalidInputException(
          Problem.error(
                  campaign.id(), "its requests are not written in " + Languages.shown(language))
              .advise(
                  campaign.asks().isEmpty()
                      ? "add them to the campaign file, under `asks`"
                      : "choose with --lang from "
                          + campaign.asks().languages().stream()
                              .map(Languages::shown)
                              .collect(Collectors.joining(", "))));
    }
    Messages messages =
        templates.authoritiesMessages(language).orElseThrow(() -> missing(campaign, language));
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("people", people(campaign, language));
    arguments.put("country", CountryNames.nameIn(campaign.country(), language));
    arguments.put("count", figures.total());
    arguments.put(
        "countries", figures.countries().keySet().stream().filter(c -> !c.isEmpty()).count());
    arguments.put("first", day(figures.days().firstKey(), language));
    arguments.put("last", day(figures.days().lastKey(), language));
    Map<String, Object> model = new HashMap<>();
    model.put("lang", language.toLanguageTag());
    model.put("dir", Document.isRightToLeft(language) ? "rtl" : "ltr");
    for (String phrase : List.of("subject", "sent", "asks", "to", "from", "when", "note")) {
      model.put(phrase, messages.get(phrase, arguments));
    }
    model.put("requests", asks);
    model.put("officials", lines(messages, targets(campaign, language, figures.targets())));
    model.put("places", lines(messages, countries(language, messages, figures.countries())));
    model.put("days", lines(messages, times(language, figures)));
    String html = templates.render(TEMPLATE, language, model);
    return new HtmlReader(templates.shown(TEMPLATE), Map.of())
        .read(html)
        .naming(campaign.people().stream().map(p -> p.nameIn(language)).toList());
  }

  /** Those at risk; the title where nobody is named. */
  private static String people(Campaign campaign, Locale language) {
    return campaign.people().isEmpty()
        ? Objects.requireNonNullElse(campaign.best(campaign.title(), language), campaign.id())
        : ListFormatter.getInstance(ULocale.forLocale(language))
            .format(campaign.people().stream().map(p -> p.nameIn(language)).toList());
  }

  /** Those in which the text can be written: the campaign's requests are, and there are phrases. */
  public List<Locale> languages(Campaign campaign) {
    return campaign.asks().languages().stream()
        .filter(written -> templates.authoritiesMessages(written).isPresent())
        .toList();
  }

  private InvalidInputException missing(Campaign campaign, Locale language) {
    String available =
        languages(campaign).stream().map(Languages::shown).collect(Collectors.joining(", "));
    return new InvalidInputException(
        Problem.error(
                "--lang", "there are no phrases for authorities in " + Languages.shown(language))
            .advise(
                available.isEmpty()
                    ? "write templates/authorities_%s.properties".formatted(language.getLanguage())
                    : "choose with --lang from " + available));
  }

  /** A line for each: what it is, and how many. */
  private static List<String> lines(Messages messages, Map<String, Long> numbers) {
    return numbers.entrySet().stream()
        .map(
            entry ->
                messages.get("line", Map.of("label", entry.getKey(), "count", entry.getValue())))
        .toList();
  }

  private static Map<String, Long> targets(
      Campaign campaign, Locale language, Map<String, Long> numbers) {
    Map<String, Long> named = new LinkedHashMap<>();
    numbers.forEach(
        (id, count) ->
            named.merge(
                Stream.concat(
                        campaign.targets().stream(), campaign.copies().stream().map(Copy::office))
                    .filter(target -> target.id().equals(id))
                    .findFirst()
                    .map(target -> name(campaign, target, language))
                    .orElse(id),
                count,
                Long::sum));
    return named;
  }

  private static String name(Campaign campaign, Target target, Locale language) {
    return Stream.of(target.name(), target.role())
        .filter(part -> !part.isEmpty())
        .map(part -> String.valueOf(campaign.best(part, language)))
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Long> countries(
      Locale language, Messages messages, Map<String, Long> numbers) {
    Map<String, Long> named = new LinkedHashMap<>();
    numbers.forEach(
        (code, count) ->
            named.merge(
                code.isEmpty()
                    ? messages.get("elsewhere", Map.of())
                    : CountryNames.nameIn(code, language),
                count,
                Long::sum));
    return named;
  }

  /** Days, or months where there are many. */
  private static Map<String, Long> times(Locale language, AppealFigures figures) {
    boolean months = figures.days().size() > MOST_DAYS;
    Map<LocalDate, Long> times = new TreeMap<>();
    figures
        .days()
        .forEach(
            (day, count) -> times.merge(months ? day.withDayOfMonth(1) : day, count, Long::sum));
    Map<String, Long> named = new LinkedHashMap<>();
    times.forEach(
        (day, count) -> named.put(months ? month(day, language) : day(day, language), count));
    return named;
  }

  private static String day(LocalDate day, Locale language) {
    return format(DateFormat.getDateInstance(DateFormat.LONG, ULocale.forLocale(language)), day);
  }

  private static String month(LocalDate day, Locale language) {
    ULocale locale = ULocale.forLocale(language);
    return format(
        new SimpleDateFormat(
            DateTimePatternGenerator.getInstance(locale).getBestPattern("yMMMM"), locale),
        day);
  }

  private static String format(DateFormat format, LocalDate day) {
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }
}
