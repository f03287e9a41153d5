package org.urgentaction.importing.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Fax;
import org.urgentaction.campaign.Person;
import org.urgentaction.campaign.Target;

/** Judges whether two documents speak of the same action, the same person, the same official. */
public final class SameAction {
  private static final int LONG = 150;

  private SameAction() {}

  /** Why a document is not a version of a campaign; empty where it is one. */
  public static Optional<String> doubt(Campaign campaign, Campaign other) {
    if (campaign.ua() != null && other.ua() != null) {
      if (!campaign.ua().equals(other.ua())) {
        return Optional.of("the document is UA %s, not %s".formatted(other.ua(), campaign.ua()));
      }
      return other.issue() > 1 && other.issue() != campaign.issue()
          ? Optional.of(
              "the document is issue %d of it, not %d".formatted(other.issue(), campaign.issue()))
          : Optional.empty();
    }
    if (!other.country().isEmpty() && !campaign.country().equals(other.country())) {
      return Optional.of(
          "the document is about %s, the campaign about %s"
              .formatted(country(other), country(campaign)));
    }
    boolean someone =
        campaign.people().isEmpty()
            || other.people().isEmpty()
            || campaign.people().stream()
                .anyMatch(person -> other.people().stream().anyMatch(p -> same(person, p)));
    return someone
        ? Optional.empty()
        : Optional.of("the document and the campaign name different people");
  }

  private static String country(Campaign campaign) {
    return new Locale("", campaign.country()).getDisplayCountry(Locale.ENGLISH);
  }

  /** By any spelling of the name, in any script. */
  static boolean same(Person one, Person other) {
    Set<String> names = spellings(one);
    return spellings(other).stream().anyMatch(names::contains);
  }

  private static Set<String> spellings(Person person) {
    return Stream.of(
            Stream.of(person.name()),
            person.also().stream(),
            person.names().values().values().stream())
        .flatMap(name -> name)
        .map(SameAction::key)
        .collect(Collectors.toSet());
  }

  /** By a contact they share, else by name. */
  static boolean same(Target one, Target other) {
    Set<String> contacts = contacts(one);
    if (contacts(other).stream().anyMatch(contacts::contains)) {
      return true;
    }
    Set<String> names =
        one.name().values().values().stream().map(SameAction::key).collect(Collectors.toSet());
    return other.name().values().values().stream().map(SameAction::key).anyMatch(names::contains);
  }

  private static Set<String> contacts(Target office) {
    Set<String> contacts = new HashSet<>();
    office.emails().forEach(email -> contacts.add(email.toLowerCase(Locale.ROOT)));
    Stream.concat(office.faxes().stream().map(Fax::number), office.phones().stream())
        .map(SameAction::digits)
        .filter(digits -> digits.length() >= 7)
        .forEach(contacts::add);
    office
        .social()
        .forEach((network, handle) -> contacts.add("@" + handle.toLowerCase(Locale.ROOT)));
    return contacts;
  }

  /** A number as it is compared: with or without what is dialled before it. */
  static String digits(String number) {
    String digits = number.replaceAll("[^0-9]", "");
    return digits.substring(Math.max(0, digits.length() - 9));
  }

  /** Whether two texts say the same in the same letters; of short ones, in any script. */
  static boolean same(String one, String other) {
    boolean shortOnes = Math.max(one.length(), other.length()) < LONG;
    return shortOnes
        ? key(one).equals(key(other))
        : one.replaceAll("\\s+", " ").equals(other.replaceAll("\\s+", " "));
  }

  /** Words as they are compared: in Latin letters, whatever their case, accents and signs. */
  static String key(String text) {
    List<String> words = Slug.words(text);
    return words.isEmpty() ? text.strip() : String.join(" ", words);
  }
}
