package org.urgentaction.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Fax;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Person;
import org.urgentaction.campaign.ReportTo;
import org.urgentaction.campaign.Target;
import org.urgentaction.document.LineWrap;

/** Prints a campaign as a writer needs it: the case, what to ask, whom to write to and how. */
final class ActionSheet {
  private final Terminal terminal;
  private final Campaign campaign;
  private final Locale language;

  ActionSheet(Terminal terminal, Campaign campaign, Locale language) {
    this.terminal = terminal;
    this.campaign = campaign;
    this.language = language;
  }

  /**
   * @param timeLeft days left, or why there are none
   * @param responses what came back from officials, line by line
   */
  void print(String timeLeft, List<String> responses) {
    lines(0, bold(text(campaign.title())));
    lines(
        0,
        Stream.of(
                campaign.ua() == null ? "" : "UA " + campaign.ua(),
                CampaignWords.issue(campaign),
                CampaignWords.country(campaign),
                campaign.issued() == null
                    ? null
                    : "issued " + CampaignWords.issued(campaign.issued()),
                timeLeft)
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(" · ")));
    for (Person person : campaign.people()) {
      lines(0, person(person));
    }
    section("The case", paragraphs(text(campaign.summary())));
    section("Ask", asks());
    for (Target target : campaign.targets()) {
      section("Write to: " + target.id(), contacts(target));
    }
    if (campaign.targets().isEmpty()) {
      section(
          "Write to",
          List.of(
              "The campaign names nobody. A letter is an open one to the authorities of "
                  + CampaignWords.country(campaign)
                  + "; whoever writes it adds an address."));
    }
    for (Copy copy : campaign.copies()) {
      section(
          "Copy, from %s: %s".formatted(String.join(" ", copy.countries()), copy.office().id()),
          contacts(copy.office()));
    }
    section("Letters", letters());
    section("Posts to share", bullets(campaign.social().inFirstOf(languages())));
    section("Tell the section what you sent", reportTo(campaign.reportTo()));
    section("What came back", responses);
    section("Before", campaign.previous());
  }

  private String person(Person person) {
    return person.nameIn(language)
        + (person.pronouns() == null ? "" : " (" + person.pronouns() + ")")
        + (person.also().isEmpty() ? "" : ", also " + String.join(", ", person.also()));
  }

  private List<String> asks() {
    return bullets(campaign.asks().inFirstOf(languages()));
  }

  private List<String> letters() {
    String preferred =
        campaign.preferredLanguages().stream()
            .map(tag -> tag.getDisplayLanguage(Locale.ENGLISH))
            .collect(Collectors.joining(", "));
    List<String> lines = new ArrayList<>();
    if (!preferred.isEmpty()) {
      lines.add("Preferred languages: " + preferred + ", or your own");
    }
    lines.add("Written in: " + CampaignWords.languages(campaign));
    lines.add("ua letter %s --name … --city … --country …".formatted(campaign.id()));
    return lines;
  }

  private List<String> contacts(Target target) {
    List<String> lines = new ArrayList<>();
    Stream.of(target.name(), target.role(), target.organization())
        .map(this::text)
        .filter(line -> !line.isEmpty())
        .forEach(lines::add);
    List<String> address = target.address().inFirstOf(languages());
    lines.addAll(address == null ? List.of() : address);
    add(lines, "Salutation", text(target.salutation()));
    target.emails().forEach(email -> add(lines, "Email", email));
    for (Fax fax : target.faxes()) {
      add(lines, "Fax", fax.number() + (fax.note() == null ? "" : " (" + fax.note() + ")"));
    }
    target.phones().forEach(phone -> add(lines, "Phone", phone));
    add(lines, "Web form", target.webForm());
    target.social().forEach((network, handle) -> add(lines, network, "@" + handle));
    return lines;
  }

  private static void add(List<String> lines, String label, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      lines.add("%-11s %s".formatted(label + ":", value));
    }
  }

  private static List<String> reportTo(@Nullable ReportTo reportTo) {
    return reportTo == null
        ? List.of()
        : Stream.of(reportTo.email(), reportTo.web()).filter(part -> part != null).toList();
  }

  private static List<String> paragraphs(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().replaceAll("\\s+", " "));
  }

  private static List<String> bullets(@Nullable List<String> items) {
    return items == null ? List.of() : items.stream().map(item -> "- " + item).toList();
  }

  private void section(String title, List<String> content) {
    if (content.isEmpty()) {
      return;
    }
    terminal.out().println();
    lines(0, bold(title));
    for (String line : content) {
      int hanging = line.startsWith("- ") ? 2 : 0;
      List<String> wrapped =
          new LineWrap(language, terminal.width() - 2 - hanging).lines(line.substring(hanging));
      for (int i = 0; i < wrapped.size(); i++) {
        String lead = hanging == 0 ? "  " : i == 0 ? "  - " : "    ";
        terminal.out().println(lead + wrapped.get(i));
      }
    }
  }

  private void lines(int indent, String text) {
    new LineWrap(language, terminal.width() - indent)
        .lines(text)
        .forEach(line -> terminal.out().println(" ".repeat(indent) + line));
  }

  private String bold(String text) {
    return terminal.styled(Terminal.Style.BOLD, text);
  }

  private String text(Localized<String> value) {
    String found = value.inFirstOf(languages());
    return found == null ? "" : found;
  }

  private List<Locale> languages() {
    return List.of(language, campaign.language());
  }
}
