package org.urgentaction.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Target;

/** What a report's keys are called, in English: from CLDR and from the campaigns' files. */
public final class Labels {
  private final Map<String, Campaign> campaigns;

  /**
   * @param campaigns by id; one whose file is gone is called by its id
   */
  public Labels(Map<String, Campaign> campaigns) {
    this.campaigns = Map.copyOf(campaigns);
  }

  /** Of one key; what comes from files and the log has no control characters left. */
  public String of(Dimension dimension, String key) {
    String label =
        switch (dimension) {
          case CAMPAIGN -> campaign(key);
          case TARGET -> target(key);
          case CHANNEL, DAY -> key;
          case LANGUAGE -> Locale.forLanguageTag(key).getDisplayName(Locale.ENGLISH);
          case COUNTRY ->
              key.isEmpty() ? "not given" : new Locale("", key).getDisplayCountry(Locale.ENGLISH);
        };
    return shown(label.isBlank() ? key : label);
  }

  /**
   * What a report is headed with.
   *
   * @param id of its campaign, null for all of them
   */
  public String title(@Nullable String id) {
    Campaign campaign = id == null ? null : campaigns.get(id);
    if (campaign == null) {
      return id == null ? "All campaigns" : id;
    }
    String title = campaign.best(campaign.title(), Locale.ENGLISH);
    return (campaign.ua() == null ? "" : "UA " + campaign.ua() + ": ")
        + (title == null ? id : title);
  }

  /** The text on one line. */
  static String shown(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
        .strip();
  }

  private String campaign(String id) {
    Campaign campaign = campaigns.get(id);
    String title = campaign == null ? null : campaign.best(campaign.title(), Locale.ENGLISH);
    return title == null ? id : id + ": " + title;
  }

  private String target(String key) {
    int end = key.indexOf(Dimension.SEPARATOR);
    Campaign campaign = campaigns.get(key.substring(0, end));
    String id = key.substring(end + Dimension.SEPARATOR.length());
    String name = campaign == null ? id : name(campaign, id);
    return campaigns.size() == 1 ? name : key.substring(0, end) + Dimension.SEPARATOR + name;
  }

  /** Name and role of an official. */
  String name(Campaign campaign, String id) {
    return Stream.concat(campaign.targets().stream(), campaign.copies().stream().map(Copy::office))
        .filter(target -> target.id().equals(id))
        .findFirst()
        .map(target -> name(campaign, target))
        .orElse(id);
  }

  private static String name(Campaign campaign, Target target) {
    List<@Nullable String> parts =
        Arrays.asList(
            campaign.best(target.name(), Locale.ENGLISH),
            campaign.best(target.role(), Locale.ENGLISH));
    String name =
        parts.stream().filter(part -> part != null).distinct().collect(Collectors.joining(", "));
    return name.isEmpty() ? target.id() : name;
  }
}
