package org.urgentaction.letter;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many appeals were made, as authorities are told: numbers, and nobody's name.
 *
 * @param targets by id, those written to most first
 * @param countries by ISO 3166-1 code of the writers, empty where it is not known
 * @param days not empty
 */
public record AppealFigures(
    Map<String, Long> targets, Map<String, Long> countries, SortedMap<LocalDate, Long> days) {
  public AppealFigures {
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    countries = Collections.unmodifiableMap(new LinkedHashMap<>(countries));
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
  }

  long total() {
    return days.values().stream().mapToLong(Long::longValue).sum();
  }
}
