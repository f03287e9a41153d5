package org.urgentaction.importing.draft;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.IssueDate;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Person;
import org.urgentaction.campaign.ReportTo;
import org.urgentaction.campaign.Stopped;
import org.urgentaction.campaign.Target;
import org.urgentaction.campaign.UaNumber;
import org.urgentaction.campaign.ValueKind;
import org.urgentaction.importing.Findings;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundOffice;
import org.urgentaction.importing.FoundPerson;

/** Makes a campaign of what was found in a document, and notes all that a person must look at. */
public final class Drafter {
  private final Findings findings;
  private final Remarks remarks = new Remarks();
  private final Sieve sieve = new Sieve(remarks);
  private final PlainMarkdown plain = new PlainMarkdown();
  private final Provenance provenance = new Provenance();
  private final List<String> unusable = new ArrayList<>();
  private final Locale language;
  private final String country;

  private Drafter(Findings findings) {
    this.findings = findings;
    this.language = language(findings.language());
    this.country = country();
  }

  /**
   * The campaign.
   *
   * @param source the document's name, as the file is to give it
   * @param title what the document itself is called, which serves where no headline was found
   */
  public static Draft draft(Findings findings, String source, String title) {
    return new Drafter(findings).draft(source, title);
  }

  private Locale language(String tag) {
    if (ValueKind.LANGUAGE.fault("language", tag).isEmpty()) {
      return new Locale.Builder().setLanguageTag(tag.strip()).build();
    }
    remarks.check("language", "the document does not tell its language");
    return Locale.ENGLISH;
  }

  private String country() {
    String found =
        sieve.value("country", findings.country(), ValueKind.COUNTRY, text -> text.strip());
    if (found == null) {
      remarks.check("country", "no country was found; add `country: KZ` here");
      unusable.add("country");
    }
    return found == null ? "" : found;
  }

  private Draft draft(String source, String documentTitle) {
    remarks.head("");
    remarks.head(
        "Imported from %s. Look at what says check, mend it, and delete that comment."
            .formatted(source.isBlank() ? "a document" : source));
    Ids ids = new Ids(country, language);
    List<Person> people = people();
    String title = title(people, documentTitle);
    Localized<List<String>> asks = asks();
    Localized<String> letter = text(markdown("letter", findings.letter()));
    Localized<String> background = text(markdown("background", findings.background()));
    Localized<String> summary = summary(asks, letter, background);
    List<Target> targets = targets(ids);
    List<Copy> copies = copies(ids);
    Integer issue =
        sieve.value("issue", findings.issue(), ValueKind.ISSUE, number -> number.toString());
    if (issue == null) {
      remarks.issueUnknown();
    }
    Campaign campaign =
        new Campaign(
            Ids.campaign(
                ua(), issue, country, people.isEmpty() ? null : people.get(0).name(), title),
            ua(),
            issue == null ? 1 : issue,
            line("index", findings.index()),
            country,
            language,
            issued(),
            sieve.value("deadline", findings.deadline(), ValueKind.DAY, day -> day.toString()),
            ZoneOffset.UTC,
            list("previous", findings.previous(), ValueKind.ID_OR_LINK),
            people,
            Localized.of(language, title),
            summary,
            asks,
            letter,
            background,
            preferred(),
            targets,
            copies,
            Map.of(),
            social(),
            null,
            reportTo(),
            stopped());
    return finished(campaign);
  }

  private Draft finished(Campaign campaign) {
    new Gaps(campaign, remarks).note(findings);
    provenance.note(findings, campaign);
    provenance.lines().forEach(remarks::head);
    return new Draft(campaign, remarks, unusable);
  }

  private @Nullable UaNumber ua() {
    return findings.ua() == null ? null : findings.ua().value();
  }

  private @Nullable IssueDate issued() {
    return sieve.value("issued", findings.issued(), ValueKind.ISSUE_DATE, date -> date.toString());
  }

  private @Nullable String line(String path, @Nullable Found<String> found) {
    return sieve.line(path, found, ValueKind.LINE);
  }

  private List<String> list(String path, List<Found<String>> found, ValueKind kind) {
    return sieve.lines(path, found, kind);
  }

  private List<Person> people() {
    List<Person> people = new ArrayList<>();
    for (FoundPerson found : findings.people()) {
      String path = "people[" + people.size() + "]";
      String name = line(path + ".name", found.name());
      if (name != null) {
        List<String> also =
            found.also().stream()
                .map(CleanText::line)
                .filter(other -> !other.isEmpty() && !other.equals(name))
                .distinct()
                .toList();
        people.add(
            new Person(
                name,
                Localized.none(),
                also,
                sieve.value(
                    path + ".pronouns",
                    found.pronouns(),
                    ValueKind.PRONOUNS,
                    pronouns -> pronouns.toString())));
      }
    }
    return people;
  }

  private String title(List<Person> people, String documentTitle) {
    String found = line("title", findings.title());
    if (found != null) {
      return found;
    }
    String own = CleanText.line(documentTitle);
    if (!people.isEmpty()) {
      remarks.check("title", "no headline was found; the name stands in its place");
      return people.get(0).name();
    }
    remarks.check("title", "no headline was found; write one");
    return own.isEmpty() ? "Urgent Action" : own;
  }

  private Localized<List<String>> asks() {
    List<String> asks = new ArrayList<>();
    for (Found<String> found : findings.asks()) {
      String path = "asks[" + asks.size() + "]";
      String ask =
          sieve.noted(path, found, CleanText.literal(plain.of(CleanText.line(found.value()))));
      if (!ask.isEmpty()) {
        asks.add(ask);
      }
    }
    return asks.isEmpty() ? Localized.none() : Localized.of(language, List.copyOf(asks));
  }

  private @Nullable String markdown(String path, @Nullable Found<String> found) {
    if (found == null) {
      return null;
    }
    boolean letter = path.equals("letter");
    return sieve.noted(
        path, found, letter ? CleanText.template(found.value()) : CleanText.literal(found.value()));
  }

  private Localized<String> text(@Nullable String text) {
    return text == null || text.isBlank() ? Localized.none() : Localized.of(language, text);
  }

  /** The summary; the first paragraph of the background where there is nothing else to write of. */
  private Localized<String> summary(
      Localized<List<String>> asks, Localized<String> letter, Localized<String> background) {
    Found<String> found = findings.summary();
    String own =
        found == null
            ? ""
            : sieve.noted(
                "summary", found, CleanText.literal(plain.of(CleanText.paragraphs(found.value()))));
    if (!own.isEmpty()) {
      return Localized.of(language, own);
    }
    if (!asks.isEmpty() || !letter.isEmpty()) {
      return Localized.none();
    }
    String first =
        background.values().values().stream()
            .flatMap(text -> text.lines())
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .findFirst()
            .orElse(null);
    if (first == null) {
      remarks.check("summary", "the document holds no text to write from; add `summary: …` here");
      unusable.add("summary");
      return Localized.none();
    }
    remarks.check("summary", "taken from the additional information; write what a letter can tell");
    return Localized.of(language, first);
  }

  private List<Locale> preferred() {
    return list("preferred_languages", findings.preferredLanguages(), ValueKind.LANGUAGE).stream()
        .map(Locale::forLanguageTag)
        .distinct()
        .toList();
  }

  private List<Target> targets(Ids ids) {
    List<Target> targets = new ArrayList<>();
    for (FoundOffice found : findings.targets()) {
      Target target = office(ids, "targets[" + targets.size() + "]", found);
      if (target != null) {
        targets.add(target);
      }
    }
    return targets;
  }

  private List<Copy> copies(Ids ids) {
    List<Copy> copies = new ArrayList<>();
    for (FoundOffice found : findings.copies()) {
      Target office = office(ids, "copies[" + copies.size() + "]", found);
      if (office != null) {
        List<String> countries =
            found.forCountries().stream()
                .filter(code -> ValueKind.COUNTRY_OR_REGION.fault("for", code).isEmpty())
                .map(String::strip)
                .distinct()
                .toList();
        if (countries.isEmpty()) {
          remarks.check(
              "copies[" + copies.size() + "].for",
              "the document does not tell whose copy it is; add `for: [CA]`");
        }
        copies.add(new Copy(office, countries));
      }
    }
    return copies;
  }

  private @Nullable Target office(Ids ids, String path, FoundOffice found) {
    Target office = new OfficeDraft(sieve, path, language, ids).of(found);
    if (office != null) {
      provenance.office(office.id(), found);
    }
    return office;
  }

  private Localized<List<String>> social() {
    List<String> posts =
        findings.social().stream()
            .map(post -> CleanText.line(post.value()))
            .filter(post -> !post.isEmpty())
            .toList();
    return posts.isEmpty() ? Localized.none() : Localized.of(language, posts);
  }

  private @Nullable ReportTo reportTo() {
    String email = sieve.line("report_to.email", findings.reportEmail(), ValueKind.EMAIL);
    String web = sieve.line("report_to.web", findings.reportWeb(), ValueKind.WEB);
    return email == null && web == null ? null : new ReportTo(email, web);
  }

  private @Nullable Stopped stopped() {
    Found<LocalDate> ended = findings.ended();
    if (ended == null) {
      return null;
    }
    remarks.check(
        "stopped",
        "line %d says that the action ended; add `because:` for the writers"
            .formatted(ended.line()));
    return new Stopped(Objects.requireNonNull(ended.value()), Localized.none());
  }
}
