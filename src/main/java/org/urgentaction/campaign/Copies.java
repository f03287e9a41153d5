package org.urgentaction.campaign;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who gets the copy of a letter: the embassy in the writer's country, or the nearest to it.
 */
public final class Copies {

  private Copies() {}

  /**
   * The copy for the writer's country; failing that, for the smallest UN M.49 region that contains
   * it, the whole world (001) last; null where there is none.
   *
   * @param country ISO 3166-1 alpha-2; where null, only a copy for the whole world can be meant
   */
  public static @Nullable Copy nearest(Campaign campaign, @Nullable String country) {
    String code = country == null ? "" : country.toUpperCase(Locale.ROOT);
    Copy nearest = null;
    int smallest = Integer.MAX_VALUE;
    for (Copy copy : campaign.copies()) {
      for (String place : copy.countries()) {
        int size = sizeAround(place, code);
        if (size < smallest) {
          nearest = copy;
          smallest = size;
        }
      }
    }
    return nearest;
  }

  /** Countries in the place, 0 for the country itself; the largest number where it lies outside. */
  private static int sizeAround(String place, String country) {
    if (place.equals(country)) {
      return 0;
    }
    if (place.equals("001")) {
      return Integer.MAX_VALUE - 1;
    }
    Optional<Integer> size = Countries.sizeIfContaining(place, country);
    return size.orElse(Integer.MAX_VALUE);
  }
}
