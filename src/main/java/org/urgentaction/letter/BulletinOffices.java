package org.urgentaction.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Target;
import org.urgentaction.document.Document;

/** Whom a bulletin says to write to, line by line: who they are, and every way to reach them. */
final class BulletinOffices {
  private static final String LEFT_TO_RIGHT_ISOLATE = "\u2066";
  private static final String END_OF_ISOLATE = "\u2069";

  private final Campaign campaign;
  private final Locale language;
  private final Messages labels;
  private final Wording wording;

  BulletinOffices(Campaign campaign, Locale language, Messages labels) {
    this.campaign = campaign;
    this.language = language;
    this.labels = labels;
    this.wording = new Wording(language);
  }

  /** A box for each: what it is for, and its lines. */
  List<Map<String, Object>> all() {
    List<Map<String, Object>> boxes = new ArrayList<>();
    for (Target target : campaign.targets()) {
      boxes.add(Map.of("label", labels.get("to", Map.of()), "lines", lines(target)));
    }
    for (Copy copy : campaign.copies()) {
      boxes.add(Map.of("label", copyLabel(copy), "lines", lines(copy.office())));
    }
    return boxes;
  }

  /** The accounts of the officials written to: {@code @name (network)}. */
  List<String> accounts() {
    List<String> accounts = new ArrayList<>();
    for (Target target : campaign.targets()) {
      target
          .social()
          .forEach(
              (network, handle) ->
                  accounts.add(leftToRight("@" + handle) + " (" + network(network) + ")"));
    }
    return accounts;
  }

  private String copyLabel(Copy copy) {
    List<String> countries =
        copy.countries().stream().map(code -> CountryNames.nameIn(code, language)).toList();
    return countries.isEmpty()
        ? labels.get("copy", Map.of())
        : labels.get("copy.from", Map.of("countries", String.join(wording.comma(), countries)));
  }

  private List<Map<String, Object>> lines(Target office) {
    List<Map<String, Object>> lines = new ArrayList<>();
    addText(lines, office.name());
    addText(lines, office.role());
    addText(lines, office.organization());
    if (!lines.isEmpty()) {
      lines.get(0).put("strong", true);
    }
    Optional<Said<List<String>>> address = Said.of(office.address(), campaign, language);
    address.ifPresent(
        said ->
            said.value()
                .forEach(line -> add(lines, null, new Said<>(line, said.language()), null)));
    String salutation = office.salutation().in(language);
    if (salutation != null) {
      addContact(lines, "salutation", salutation, null);
    }
    office.emails().forEach(email -> addContact(lines, "email", email, "mailto:" + email));
    office
        .faxes()
        .forEach(
            fax ->
                addContact(
                    lines,
                    "fax",
                    fax.note() == null ? fax.number() : fax.number() + " (" + fax.note() + ")",
                    null));
    office.phones().forEach(phone -> addContact(lines, "phone", phone, null));
    if (office.webForm() != null) {
      addContact(lines, "web", office.webForm(), office.webForm());
    }
    Map<String, String> accounts = new LinkedHashMap<>();
    office
        .social()
        .forEach(
            (network, handle) ->
                accounts.merge(
                    network(network), leftToRight("@" + handle), (a, b) -> a + " ; " + b));
    accounts.forEach(
        (network, handles) ->
            lines.add(line(labels.get("account", Map.of("network", network)), handles, null)));
    return lines;
  }

  private void addText(List<Map<String, Object>> lines, Localized<String> text) {
    Said.of(text, campaign, language)
        .filter(said -> !said.value().isBlank())
        .ifPresent(said -> add(lines, null, said, null));
  }

  private void addContact(
      List<Map<String, Object>> lines, String label, String words, @Nullable String link) {
    lines.add(line(labels.get(label, Map.of()), link == null ? words : leftToRight(words), link));
  }

  private void add(
      List<Map<String, Object>> lines,
      @Nullable String label,
      Said<String> said,
      @Nullable String link) {
    Map<String, Object> line = line(label, said.value(), link);
    line.putAll(said.map(language));
    lines.add(line);
  }

  private static Map<String, Object> line(
      @Nullable String label, String words, @Nullable String link) {
    Map<String, Object> line = new HashMap<>();
    line.put("words", words);
    if (label != null) {
      line.put("label", label);
    }
    if (link != null) {
      line.put("link", link);
    }
    return line;
  }

  /**
   * What a network is called; its key in the campaign where it has no label. A key such as {@code
   * x-embassy} is a further account on x.
   */
  private String network(String key) {
    String label = "network." + key.split("-", 2)[0];
    return labels.has(label) ? labels.get(label, Map.of()) : key;
  }

  /** Addresses and account names begin at their left among words that run to the left (UAX 9). */
  private String leftToRight(String text) {
    return Document.isRightToLeft(language) ? LEFT_TO_RIGHT_ISOLATE + text + END_OF_ISOLATE : text;
  }
}
