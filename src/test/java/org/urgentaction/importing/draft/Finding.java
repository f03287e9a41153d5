package org.urgentaction.importing.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Fax;
import org.urgentaction.campaign.IssueDate;
import org.urgentaction.campaign.UaNumber;
import org.urgentaction.importing.Findings;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundOffice;
import org.urgentaction.importing.FoundPerson;

/** What a document may be found to say, built up piece by piece; every value stands on line 7. */
final class Finding {
  private static final int LINE = 7;

  String language = "en";
  @Nullable Found<UaNumber> ua;
  @Nullable Found<Integer> issue;
  @Nullable Found<String> country = at("KZ");
  @Nullable Found<IssueDate> issued;
  @Nullable Found<LocalDate> deadline;
  @Nullable Found<LocalDate> ended;
  @Nullable Found<String> title;
  @Nullable Found<String> summary;
  @Nullable Found<String> letter;
  @Nullable Found<String> background;
  final List<Found<String>> previous = new ArrayList<>();
  final List<FoundPerson> people = new ArrayList<>();
  final List<Found<String>> asks = new ArrayList<>();
  final List<FoundOffice> targets = new ArrayList<>();
  final List<FoundOffice> copies = new ArrayList<>();
  final List<Found<String>> social = new ArrayList<>();
  @Nullable Found<String> reportWeb;

  static <T> Found<T> at(T value) {
    return Found.certain(value, LINE);
  }

  Finding number(String number, int newIssue) {
    ua = at(UaNumber.parse(number).orElseThrow());
    issue = at(newIssue);
    return this;
  }

  Finding person(String name) {
    people.add(new FoundPerson(at(name), List.of(), null));
    return this;
  }

  static FoundOffice office(@Nullable String role, @Nullable String name, String... emails) {
    List<Found<String>> all = new ArrayList<>();
    for (String email : emails) {
      all.add(at(email));
    }
    return office(role, name, null, List.of(), all, List.of(), Map.of(), List.of());
  }

  static FoundOffice office(
      @Nullable String role,
      @Nullable String name,
      @Nullable String salutation,
      List<String> address,
      List<Found<String>> emails,
      List<Found<Fax>> faxes,
      Map<String, Found<String>> handles,
      List<String> countries) {
    return new FoundOffice(
        name == null ? null : at(name),
        role == null ? null : at(role),
        null,
        salutation == null ? null : at(salutation),
        address.isEmpty() ? null : at(address),
        emails,
        faxes,
        List.of(),
        null,
        new LinkedHashMap<>(handles),
        countries);
  }

  Findings findings() {
    return new Findings(
        language,
        ua,
        issue,
        null,
        country,
        issued,
        deadline,
        ended,
        previous,
        people,
        title,
        summary,
        asks,
        letter,
        background,
        List.of(),
        targets,
        copies,
        social,
        null,
        reportWeb);
  }

  Draft draft() {
    return Drafter.draft(findings(), "document.txt", "");
  }
}
