package org.urgentaction.dispatch;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Target;

/**
 * By which clock an official works: the one that the campaign gives, else their country's as CLDR
 * knows it; an embassy's is that of the country it is in.
 *
 * @param guessed whether the country has several and this one was chosen
 */
public record OfficeZone(ZoneId zone, boolean guessed) {

  /** Of a target of the campaign, or of an office that gets copies. */
  public static OfficeZone of(Campaign campaign, Target office, Instant now) {
    ZoneId given = office.zone();
    return given != null
        ? new OfficeZone(given, false)
        : inCountry(country(campaign, office), office, now);
  }

  /** A copy is for writers in a country, in which the embassy is; a region tells nothing. */
  private static String country(Campaign campaign, Target office) {
    return campaign.copies().stream()
        .filter(copy -> copy.office().id().equals(office.id()))
        .map(Copy::countries)
        .flatMap(List::stream)
        .filter(place -> place.length() == 2)
        .findFirst()
        .orElse(campaign.country());
  }

  private static OfficeZone inCountry(String country, Target office, Instant now) {
    Set<String> ids =
        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null);
    Map<ZoneOffset, List<ZoneId>> byOffset =
        ids.stream()
            .filter(ZoneId.getAvailableZoneIds()::contains)
            .sorted()
            .map(ZoneId::of)
            .collect(
                Collectors.groupingBy(
                    zone -> zone.getRules().getOffset(now), TreeMap::new, Collectors.toList()));
    return byOffset.values().stream()
        .flatMap(List::stream)
        .filter(zone -> names(office, zone))
        .findFirst()
        .map(zone -> new OfficeZone(zone, false))
        .orElseGet(() -> most(byOffset));
  }

  /** The clock that most of the country's zones show. */
  private static OfficeZone most(Map<ZoneOffset, List<ZoneId>> byOffset) {
    return byOffset.values().stream()
        .max(Comparator.comparingInt(List::size))
        .map(zones -> new OfficeZone(zones.get(0), byOffset.size() > 1))
        .orElse(new OfficeZone(ZoneOffset.UTC, true));
  }

  /** Whether the office's address names the city that the zone is known by. */
  private static boolean names(Target office, ZoneId zone) {
    for (Locale language : office.address().languages()) {
      List<String> address = office.address().in(language);
      String city = TimeZoneNames.getInstance(language).getExemplarLocationName(zone.getId());
      if (address != null
          && city != null
          && address.stream().anyMatch(line -> line.contains(city))) {
        return true;
      }
    }
    return false;
  }
}
