package org.urgentaction.campaign;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Countries (ISO 3166-1) and the regions of the world that hold them (UN M.49). */
final class Countries {
  private static final Set<RegionType> REGIONS =
      EnumSet.of(
          RegionType.WORLD, RegionType.CONTINENT, RegionType.SUBCONTINENT, RegionType.GROUPING);

  private Countries() {}

  /** Whether it is an alpha-2 code in capitals; Kosovo's XK, in use everywhere, included. */
  static boolean isCountry(String code) {
    return code.equals("XK")
        || Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code);
  }

  /** Whether it is a region's three digits: 001 the world, 150 Europe, 419 Latin America. */
  static boolean isRegion(String code) {
    return region(code).isPresent();
  }

  /** The number of countries in a region, where it contains the country. */
  static Optional<Integer> sizeIfContaining(String region, String country) {
    return region(region)
        .filter(found -> isCountry(country) && found.contains(Region.getInstance(country)))
        .map(found -> found.getContainedRegions(RegionType.TERRITORY).size());
  }

  private static Optional<Region> region(String code) {
    if (!code.matches("\\d{3}")) {
      return Optional.empty();
    }
    try {
      Region region = Region.getInstance(code);
      return REGIONS.contains(region.getType()) ? Optional.of(region) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
