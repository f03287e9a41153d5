package org.urgentaction.importing.recognize;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.FoundOffice;

/** Tells from its address in which country an embassy sits, whose writers' copies it gets. */
final class OfficeCountries {
  private static final Pattern US =
      Pattern.compile(
          "\\b(?:D\\.?C\\.?|NY|CA|N\\.Y\\.|TX|IL|FL|MA)[.,]?\\s+\\d{5}\\b|Washington,? D\\.?C");
  private static final Pattern CANADA =
      Pattern.compile("\\b[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d\\b|\\bOttawa\\b");
  private static final Pattern BRITAIN =
      Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}\\b|\\bLondon\\b");

  private final CountryNames countries;
  private final HeadWords words;

  OfficeCountries(CountryNames countries, HeadWords words) {
    this.countries = countries;
    this.words = words;
  }

  FoundOffice withCountries(FoundOffice office) {
    String country = isMission(office) ? country(office) : null;
    return country == null
        ? office
        : new FoundOffice(
            office.name(),
            office.role(),
            office.organization(),
            office.salutation(),
            office.address(),
            office.emails(),
            office.faxes(),
            office.phones(),
            office.webForm(),
            office.social(),
            List.of(country));
  }

  /** Whether it is an embassy or the like, which is copied by those who live where it sits. */
  private boolean isMission(FoundOffice office) {
    String all = (office.role() == null ? "" : office.role().value()) + " " + lines(office);
    String folded = Folding.fold(all);
    return List.of(
            "embass",
            "embaj",
            "ambass",
            "botschaft",
            "high commission",
            "consul",
            "konsul",
            "embaix",
            "embajador",
            "大使")
        .stream()
        .anyMatch(folded::contains);
  }

  private static String lines(FoundOffice office) {
    return office.address() == null ? "" : String.join(" ", office.address().value());
  }

  private @Nullable String country(FoundOffice office) {
    List<String> address = office.address() == null ? List.of() : office.address().value();
    if (!address.isEmpty()) {
      String last = address.get(address.size() - 1);
      String code = countries.code(last.substring(last.lastIndexOf(',') + 1));
      if (code != null && !words.beginsWithRole(last)) {
        return code;
      }
    }
    String all = lines(office);
    if (CANADA.matcher(all).find()) {
      return "CA";
    }
    if (US.matcher(all).find()) {
      return "US";
    }
    if (BRITAIN.matcher(all).find()) {
      return "GB";
    }
    String city = null;
    for (String line : address) {
      String found = countries.ofCity(line);
      city = found == null ? city : found;
    }
    return city;
  }
}
