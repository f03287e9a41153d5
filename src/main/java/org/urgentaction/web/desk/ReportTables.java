package org.urgentaction.web.desk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.report.Dimension;
import org.urgentaction.web.Wording;

/** A report's numbers as tables, in the words of the page's language. */
final class ReportTables {
  private static final int MOST_DAYS = 31;
  private static final int MOST_ROWS = 100;

  private ReportTables() {}

  /** One for each of what it is added up by; nothing is told apart by campaign where it is one. */
  static List<Map<String, Object>> of(Reported reported, Wording wording) {
    List<Map<String, Object>> tables = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      Map<String, Long> numbers =
          dimension == Dimension.DAY
              ? reported.report().byTime(MOST_DAYS)
              : reported.report().by(dimension);
      if (numbers.isEmpty() || (dimension == Dimension.CAMPAIGN && reported.id() != null)) {
        continue;
      }
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      numbers.entrySet().stream()
          .limit(MOST_ROWS)
          .forEach(
              each -> rows.add(row(reported, dimension, each.getKey(), each.getValue(), wording)));
      tables.add(
          Map.of("by", dimension.toString(), "rows", rows, "left", numbers.size() - rows.size()));
    }
    return tables;
  }

  private static Map<String, @Nullable Object> row(
      Reported reported, Dimension dimension, String key, long count, Wording wording) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("count", count);
    row.put("key", key);
    row.put(
        "label", dimension == Dimension.CHANNEL ? null : label(reported, dimension, key, wording));
    return row;
  }

  /** What a key is called, with the language that it is in. */
  private static Map<String, Object> label(
      Reported reported, Dimension dimension, String key, Wording wording) {
    if (dimension == Dimension.TARGET) {
      int end = key.indexOf(Dimension.SEPARATOR);
      Campaign campaign = reported.campaigns().get(key.substring(0, end));
      String id = key.substring(end + Dimension.SEPARATOR.length());
      Map<String, Object> name = Offices.named(campaign, id, wording);
      if (reported.id() == null) {
        name.put("text", name.get("text") + " (" + key.substring(0, end) + ")");
      }
      return name;
    }
    if (dimension == Dimension.CAMPAIGN) {
      Campaign campaign = reported.campaigns().get(key);
      Map<String, Object> title =
          campaign == null ? null : wording.text(campaign, campaign.title());
      return title == null ? wording.in(wording.language(), key) : title;
    }
    String words =
        switch (dimension) {
          case LANGUAGE -> wording.language(Locale.forLanguageTag(key));
          case COUNTRY -> key.isEmpty() ? key : wording.country(key);
          case DAY ->
              key.length() == 7
                  ? wording.month(YearMonth.parse(key))
                  : wording.day(LocalDate.parse(key));
          case CAMPAIGN, TARGET, CHANNEL -> key;
        };
    return wording.in(wording.language(), words);
  }
}
