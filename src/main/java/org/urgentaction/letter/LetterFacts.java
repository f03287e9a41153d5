package org.urgentaction.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Pronouns;
import org.urgentaction.campaign.Target;
import org.urgentaction.document.Picture;

/** What a letter says of its order's people, places and dates, in the letter's language. */
final class LetterFacts {
  /** Where the postcode follows the city on an envelope (Universal Postal Union). */
  private static final Set<String> CITY_FIRST =
      Set.of("US", "CA", "GB", "AU", "IE", "IN", "NZ", "SG", "PK", "BD", "ZA", "KR", "TH");

  private final LetterOrder order;
  private final Campaign campaign;
  private final Locale language;
  private final Writer writer;

  LetterFacts(LetterOrder order) {
    this.order = order;
    this.campaign = order.campaign();
    this.language = order.language();
    this.writer = order.writer();
  }

  /** The language the recipient's address is written in: the letter's where the campaign has it. */
  Locale addressLanguage() {
    return Objects.requireNonNullElse(
        order.recipient().address().matching(language),
        order.recipient().address().isEmpty() ? language : firstLanguage());
  }

  private Locale firstLanguage() {
    Set<Locale> languages = order.recipient().address().languages();
    return languages.contains(campaign.language())
        ? campaign.language()
        : languages.iterator().next();
  }

  /** Name, role, organisation and address lines, as an envelope shows them. */
  List<String> recipientLines() {
    Target recipient = order.recipient();
    Locale shown = addressLanguage();
    List<String> lines = new ArrayList<>();
    addIfPresent(lines, name(recipient, shown));
    addIfPresent(lines, text(recipient.role(), shown));
    addIfPresent(lines, text(recipient.organization(), shown));
    List<String> address = recipient.address().in(shown);
    if (address != null) {
      lines.addAll(address);
    }
    return lines;
  }

  private static void addIfPresent(List<String> lines, @Nullable String line) {
    if (line != null && !line.isBlank()) {
      lines.add(line);
    }
  }

  private @Nullable String name(Target target, Locale shown) {
    return text(target.name(), shown);
  }

  private @Nullable String text(Localized<String> value, Locale shown) {
    return value.inFirstOf(List.of(shown, language, campaign.language()));
  }

  /** The writer's address, where they gave one to print; empty otherwise. */
  List<String> senderLines() {
    if (writer.safe() || writer.address().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(writer.name());
    lines.addAll(writer.address());
    addIfPresent(lines, cityLine());
    addIfPresent(lines, writerCountry());
    addIfPresent(lines, writer.phone());
    addIfPresent(lines, writer.email());
    return lines;
  }

  private @Nullable String cityLine() {
    String country = writer.country();
    boolean cityFirst = country != null && CITY_FIRST.contains(country);
    return Stream.of(
            cityFirst ? writer.city() : writer.postcode(),
            cityFirst ? writer.postcode() : writer.city())
        .filter(Objects::nonNull)
        .reduce((a, b) -> a + " " + b)
        .orElse(null);
  }

  /** Name or initials; below it the place, unless an address says it already. */
  List<String> signerLines() {
    List<String> lines = new ArrayList<>();
    addIfPresent(lines, writer.signature());
    if (senderLines().isEmpty() && !writer.isByHand()) {
      place().ifPresent(lines::add);
    }
    return lines;
  }

  /** Name or initials, and the place below: whom a fax is from. */
  List<String> fromLines() {
    List<String> lines = new ArrayList<>();
    addIfPresent(lines, writer.signature());
    place().ifPresent(lines::add);
    return lines;
  }

  /** Name, role and organisation, in the letter's language where the campaign has it. */
  List<String> toLines() {
    List<String> lines = new ArrayList<>();
    addIfPresent(lines, recipientName());
    addIfPresent(lines, recipientRole());
    addIfPresent(lines, recipientOrganization());
    return lines;
  }

  private Optional<String> place() {
    return Stream.of(writer.city(), writerCountry())
        .filter(Objects::nonNull)
        .reduce((a, b) -> a + comma() + b);
  }

  /** What parts place from country and name from office, as the language's script has it. */
  String comma() {
    return new Wording(language).comma();
  }

  @Nullable String writerCity() {
    return writer.city();
  }

  @Nullable String writerCountry() {
    String country = writer.country();
    if (writer.isByHand() && country == null) {
      return Writer.LINE;
    }
    return country == null ? null : CountryNames.nameIn(country, language);
  }

  @Nullable Picture signature() {
    return order.signature();
  }

  /** The writer's address in a row, or a line for it. */
  String writerAddress() {
    return writer.isByHand() ? Writer.LINE : String.join(", ", senderLines());
  }

  /** The writer, the people at risk and the officials, in the letter's language. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    addIfPresent(names, writer.signature());
    campaign.people().forEach(person -> addIfPresent(names, person.nameIn(language)));
    addIfPresent(names, name(order.recipient(), language));
    campaign.targets().forEach(target -> addIfPresent(names, name(target, language)));
    order.copies().forEach(copy -> addIfPresent(names, name(copy, language)));
    return names;
  }

  /** What the campaign is called, in the letter's language where it has it. */
  String title() {
    return Objects.requireNonNullElse(campaign.best(campaign.title(), language), campaign.id());
  }

  /** The people at risk, joined as the language joins a list; the title where nobody is named. */
  String people() {
    if (campaign.people().isEmpty()) {
      return title();
    }
    List<String> names = campaign.people().stream().map(person -> person.nameIn(language)).toList();
    return new Wording(language).listed(names);
  }

  /** The first person at risk; the title where nobody is named. */
  String firstPerson() {
    return campaign.people().isEmpty() ? title() : campaign.people().get(0).nameIn(language);
  }

  String campaignCountry() {
    return CountryNames.nameIn(campaign.country(), language);
  }

  /** The letter's date, or a line for it. */
  String date() {
    return writer.isByHand() ? Writer.LINE : date(order.date());
  }

  /** In the language's long form, with the digits of CLDR, as the writer's country writes it. */
  String date(LocalDate date) {
    String country = writer.country();
    Locale regional =
        country == null || !language.getCountry().isEmpty()
            ? language
            : new Locale.Builder().setLocale(language).setRegion(country).build();
    return new Wording(regional).day(date);
  }

  String recipientName() {
    return Objects.requireNonNullElse(name(order.recipient(), language), "");
  }

  String recipientRole() {
    return Objects.requireNonNullElse(text(order.recipient().role(), language), "");
  }

  String recipientOrganization() {
    return Objects.requireNonNullElse(text(order.recipient().organization(), language), "");
  }

  /** What a salutation calls the official: the name, else the role, else the organisation. */
  String recipientNameOrRole() {
    return Stream.of(recipientName(), recipientRole(), recipientOrganization())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The form of address that messages choose by: he, she, they or unknown. */
  String recipientGender() {
    Pronouns pronouns = order.recipient().pronouns();
    return pronouns == null || recipientNameOrRole().isEmpty()
        ? "unknown"
        : pronouns.name().toLowerCase(Locale.ROOT);
  }

  /** The campaign's own salutation in the letter's language, or null. */
  @Nullable String salutation() {
    return order.recipient().salutation().in(language);
  }

  /** Role and name of each target, as a covering letter names whom was written to. */
  String officials() {
    List<String> officials = campaign.targets().stream().map(this::roleAndName).toList();
    return new Wording(language).listed(officials);
  }

  /** Who gets a copy, as the copy line names them; null where nobody does. */
  @Nullable String copies() {
    return order.copies().stream()
        .map(this::nameAndOffice)
        .reduce((a, b) -> a + "; " + b)
        .orElse(null);
  }

  private String roleAndName(Target target) {
    return joined(text(target.role(), language), text(target.name(), language));
  }

  private String nameAndOffice(Target target) {
    String organization = text(target.organization(), language);
    return joined(
        text(target.name(), language),
        organization != null ? organization : text(target.role(), language));
  }

  private String joined(@Nullable String first, @Nullable String second) {
    return Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(comma()));
  }
}
