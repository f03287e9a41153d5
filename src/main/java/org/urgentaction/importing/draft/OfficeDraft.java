package org.urgentaction.importing.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Fax;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Target;
import org.urgentaction.campaign.ValueKind;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundOffice;

/** Makes one official of a campaign of what a document says of them. */
final class OfficeDraft {
  private final Sieve sieve;
  private final String path;
  private final Locale language;
  private final Ids ids;

  OfficeDraft(Sieve sieve, String path, Locale language, Ids ids) {
    this.sieve = sieve;
    this.path = path;
    this.language = language;
    this.ids = ids;
  }

  /** Null where the document names neither a person nor an office. */
  @Nullable Target of(FoundOffice found) {
    String name = line("name", found.name());
    String role = line("role", found.role());
    String organization = line("organization", found.organization());
    if (name == null && role == null && organization == null) {
      return null;
    }
    return new Target(
        ids.office(role, organization, name, found.forCountries()),
        localized(name),
        localized(role),
        localized(organization),
        localized(line("salutation", found.salutation())),
        address(found.address()),
        sieve.lines(path + ".email", found.emails(), ValueKind.EMAIL),
        faxes(found.faxes()),
        sieve.lines(path + ".phone", found.phones(), ValueKind.TELEPHONE),
        sieve.line(path + ".web_form", found.webForm(), ValueKind.WEB),
        social(found.social()),
        null,
        null);
  }

  private @Nullable String line(String key, @Nullable Found<String> found) {
    return sieve.line(path + "." + key, found, ValueKind.LINE);
  }

  private Localized<String> localized(@Nullable String text) {
    return text == null ? Localized.none() : Localized.of(language, text);
  }

  private Localized<List<String>> address(@Nullable Found<List<String>> found) {
    if (found == null) {
      return Localized.none();
    }
    sieve.doubt(path + ".address", found.line(), found.doubt());
    List<String> lines =
        found.value().stream().map(CleanText::line).filter(line -> !line.isEmpty()).toList();
    return lines.isEmpty() ? Localized.none() : Localized.of(language, lines);
  }

  private List<Fax> faxes(List<Found<Fax>> found) {
    List<Fax> faxes = new ArrayList<>();
    for (Found<Fax> each : found) {
      String number =
          sieve.line(
              path + ".fax[" + faxes.size() + "]",
              new Found<>(each.value().number(), each.line(), each.doubt()),
              ValueKind.TELEPHONE);
      String note = each.value().note() == null ? "" : CleanText.line(each.value().note());
      if (number != null && faxes.stream().noneMatch(fax -> fax.number().equals(number))) {
        faxes.add(new Fax(number, note.isEmpty() ? null : note));
      }
    }
    return faxes;
  }

  private Map<String, String> social(Map<String, Found<String>> found) {
    Map<String, String> social = new LinkedHashMap<>();
    found.forEach(
        (network, handle) -> {
          if (ValueKind.NETWORK.fault("social", network).isEmpty()) {
            String account = sieve.line(path + ".social." + network, handle, ValueKind.HANDLE);
            if (account != null) {
              social.put(network.strip(), account.startsWith("@") ? account.substring(1) : account);
            }
          }
        });
    return social;
  }
}
