package org.urgentaction.campaign;

import java.util.Map;

/**
 * Where every value of a campaign file stands, so that whoever finds fault with a value later can
 * point at it.
 *
 * @param places by path: {@code ua}, {@code targets[0].fax[1].number}, {@code letter.ru}, {@code
 *     asks.en[2]}; a plain text or list is also found under the campaign's language
 */
public record SourcePlaces(Map<String, SourcePlace> places) {

  public SourcePlaces {
    places = Map.copyOf(places);
  }

  /** The place of a value; where the file does not give it, of the nearest one around it. */
  public SourcePlace at(String path) {
    String around = path;
    while (!around.isEmpty()) {
      SourcePlace place = places.get(around);
      if (place != null) {
        return place;
      }
      around = around.substring(0, Math.max(around.lastIndexOf('.'), around.lastIndexOf('[')) + 1);
      around = around.isEmpty() ? around : around.substring(0, around.length() - 1);
    }
    return places.getOrDefault("", new SourcePlace(1, 1));
  }

  /** Whether the file gives this value. */
  public boolean has(String path) {
    return places.containsKey(path);
  }
}
