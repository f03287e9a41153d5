package org.urgentaction.importing.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands at the head or foot of every page: numbers of pages, and lines that say the same on
 * several pages. Of those one is kept, the first head and the last foot.
 */
final class PdfFurniture {
  private static final float EDGE = 0.12f;
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-\u2013|\\s]*(?:\\p{L}{1,8}\\.?\\s?)?[0-9]{1,3}(?:\\s?(?:/|\\|?\\s?\\p{L}{1,4})\\s?[0-9]{1,3})?"
              + "[-\u2013|\\s]*");

  private record Place(PdfPage page, PdfLine line) {}

  private PdfFurniture() {}

  /** The lines to leave out. */
  static Set<PdfLine> of(List<PdfPage> pages) {
    Set<PdfLine> leftOut = Collections.newSetFromMap(new IdentityHashMap<>());
    Map<String, List<Place>> heads = new HashMap<>();
    Map<String, List<Place>> feet = new HashMap<>();
    for (PdfPage page : pages) {
      for (PdfColumns.Region region : page.regions()) {
        for (PdfLine line : region.lines()) {
          boolean head = line.y() < EDGE * page.height();
          boolean foot = line.y() > (1 - EDGE) * page.height();
          String text = CleanText.of(line.text());
          if ((head || foot) && PAGE_NUMBER.matcher(text).matches() && isOutermost(page, line)) {
            leftOut.add(line);
          } else if (head || foot) {
            String key = text.replaceAll("[0-9]+", "#");
            (head ? heads : feet)
                .computeIfAbsent(key, any -> new ArrayList<>())
                .add(new Place(page, line));
          }
        }
      }
    }
    heads.values().stream()
        .filter(places -> isRepeated(places, pages.size()))
        .forEach(places -> places.stream().skip(1).forEach(each -> leftOut.add(each.line)));
    feet.values().stream()
        .filter(places -> isRepeated(places, pages.size()))
        .forEach(
            places ->
                places.stream().limit(places.size() - 1L).forEach(each -> leftOut.add(each.line)));
    return leftOut;
  }

  private static boolean isOutermost(PdfPage page, PdfLine line) {
    boolean head = line.y() < page.height() / 2;
    return page.regions().stream()
        .flatMap(region -> region.lines().stream())
        .noneMatch(
            each -> head ? each.y() < line.y() - line.size() : each.y() > line.y() + line.size());
  }

  /** The same words at the same height on at least half of the pages. */
  private static boolean isRepeated(List<Place> places, int pages) {
    Set<Integer> on = new HashSet<>();
    float height = places.get(0).line.y();
    for (Place place : places) {
      if (Math.abs(place.line.y() - height) > place.line.size()) {
        return false;
      }
      on.add(place.page.number());
    }
    return on.size() > 1 && on.size() * 2 >= pages;
  }
}
