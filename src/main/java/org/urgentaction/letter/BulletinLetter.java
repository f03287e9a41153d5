package org.urgentaction.letter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Target;
import org.urgentaction.campaign.UaNumber;

/**
 * The sample letter as a bulletin prints it: to the first official, with blanks for what is the
 * writer's.
 */
final class BulletinLetter {
  private final Campaign campaign;
  private final Locale language;
  private final Messages labels;
  private final Messages phrases;
  private final Wording wording;

  BulletinLetter(Campaign campaign, Locale language, Messages labels, Messages phrases) {
    this.campaign = campaign;
    this.language = language;
    this.labels = labels;
    this.phrases = phrases;
    this.wording = Wording.of(campaign, language);
  }

  /** In Markdown; null where the campaign has none in the language. */
  @Nullable String text() {
    return campaign.letter().in(language);
  }

  String salutation() {
    Target official = official();
    String own = official == null ? null : official.salutation().in(language);
    if (own != null) {
      return own;
    }
    String name = official == null ? "" : nameOrRole(official);
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("name", name);
    arguments.put("role", official == null ? "" : words(official.role()));
    arguments.put(
        "gender",
        official == null || official.pronouns() == null || name.isEmpty()
            ? "unknown"
            : official.pronouns().name().toLowerCase(Locale.ROOT));
    return phrases.get("salutation", arguments);
  }

  String closing() {
    return phrases.get("closing", Map.of());
  }

  /** The value of a placeholder; for what only the writer knows, a blank that says what it is. */
  String value(String name) {
    String value =
        switch (name) {
          case "target.name" -> official() == null ? "" : words(official().name());
          case "target.role" -> official() == null ? "" : words(official().role());
          case "target.organization" -> official() == null ? "" : words(official().organization());
          case "person.name" ->
              campaign.people().isEmpty() ? "" : campaign.people().get(0).nameIn(language);
          case "people" ->
              wording.listed(
                  campaign.people().stream().map(person -> person.nameIn(language)).toList());
          case "country" -> CountryNames.nameIn(campaign.country(), language);
          case "ua" -> number();
          case "deadline" -> campaign.deadline() == null ? "" : wording.day(campaign.deadline());
          default -> "";
        };
    return value.isEmpty() ? blank(name) : value;
  }

  private String blank(String name) {
    return labels.has("blank." + name) ? labels.get("blank." + name, Map.of()) : "[…]";
  }

  private String number() {
    UaNumber ua = campaign.ua();
    return ua == null ? "" : ua.toString();
  }

  private @Nullable Target official() {
    List<Target> targets = campaign.targets();
    return targets.isEmpty() ? null : targets.get(0);
  }

  private String nameOrRole(Target official) {
    return Stream.of(official.name(), official.role(), official.organization())
        .map(this::words)
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String words(Localized<String> text) {
    return Objects.requireNonNullElse(campaign.best(text, language), "");
  }
}
