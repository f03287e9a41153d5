package org.urgentaction.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Fax;
import org.urgentaction.campaign.IssueDate;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Person;
import org.urgentaction.campaign.Pronouns;
import org.urgentaction.campaign.Target;
import org.urgentaction.campaign.UaNumber;
import org.urgentaction.importing.draft.Ids;

/** Makes a campaign of the answers to {@link CampaignQuestions}. */
final class AnsweredCampaign {
  private final Map<String, String> answers;
  private final Locale language;
  private final Ids ids;

  AnsweredCampaign(Map<String, String> answers) {
    this.answers = answers;
    this.language = Locale.forLanguageTag(text("language"));
    this.ids = new Ids(country(), language);
  }

  Campaign campaign() {
    UaNumber ua = UaNumber.parse(text("ua")).orElse(null);
    Integer issue = ua == null ? null : Integer.valueOf(text("issue"));
    List<Person> people = people();
    List<String> asks = new ArrayList<>();
    for (int i = 0; !text("asks[" + i + "]").isEmpty(); i++) {
      asks.add(text("asks[" + i + "]"));
    }
    return new Campaign(
        Ids.campaign(
            ua, issue, country(), people.isEmpty() ? null : people.get(0).name(), text("title")),
        ua,
        issue == null ? 1 : issue,
        null,
        country(),
        language,
        IssueDate.parse(text("issued")).orElse(null),
        text("deadline").isEmpty() ? null : LocalDate.parse(text("deadline")),
        ZoneOffset.UTC,
        List.of(),
        people,
        localized(text("title")),
        localized(text("summary")),
        asks.isEmpty() ? Localized.none() : Localized.of(language, List.copyOf(asks)),
        Localized.none(),
        Localized.none(),
        List.of(),
        targets(),
        copies(),
        Map.of(),
        Localized.none(),
        null,
        null,
        null);
  }

  private String text(String key) {
    return answers.getOrDefault(key, "");
  }

  private String country() {
    return CampaignQuestions.countryCode(text("country"));
  }

  private Localized<String> localized(String text) {
    return text.isEmpty() ? Localized.none() : Localized.of(language, text);
  }

  private List<Person> people() {
    List<Person> people = new ArrayList<>();
    for (int i = 0; !text("people[" + i + "].name").isEmpty(); i++) {
      String path = "people[" + i + "]";
      Pronouns pronouns = Pronouns.parse(text(path + ".pronouns")).orElse(null);
      people.add(new Person(text(path + ".name"), Localized.none(), List.of(), pronouns));
    }
    return people;
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (int i = 0; !text("targets[" + i + "].role").isEmpty(); i++) {
      targets.add(office("targets[" + i + "]", List.of()));
    }
    return targets;
  }

  private List<Copy> copies() {
    List<Copy> copies = new ArrayList<>();
    for (int i = 0; !text("copies[" + i + "].for").isEmpty(); i++) {
      List<String> countries = List.of(text("copies[" + i + "].for"));
      copies.add(new Copy(office("copies[" + i + "]", countries), countries));
    }
    return copies;
  }

  private Target office(String path, List<String> countries) {
    String role = text(path + ".role");
    String organization = text(path + ".organization");
    List<String> address =
        Arrays.stream(text(path + ".address").split(";", -1))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    String fax = text(path + ".fax");
    return new Target(
        ids.office(orNull(role), orNull(organization), orNull(text(path + ".name")), countries),
        localized(text(path + ".name")),
        localized(role),
        localized(organization),
        localized(text(path + ".salutation")),
        address.isEmpty() ? Localized.none() : Localized.of(language, address),
        text(path + ".email").isEmpty() ? List.of() : List.of(text(path + ".email")),
        fax.isEmpty() ? List.of() : List.of(new Fax(fax, null)),
        List.of(),
        null,
        Map.of(),
        null,
        null);
  }

  private static @Nullable String orNull(String text) {
    return Objects.requireNonNull(text).isEmpty() ? null : text;
  }
}
