package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.urgentaction.importing.Found;

/** The languages that the officials read: after their label, or in "write immediately in …". */
final class PreferredLanguages {
  private static final List<String> READERS =
      List.of("en", "es", "fr", "de", "it", "sv", "pt", "nl", "ja", "ar", "ru");

  private final Map<String, String> tags = new HashMap<>();

  PreferredLanguages() {
    for (String reader : READERS) {
      Locale locale = Locale.forLanguageTag(reader);
      for (String code : Locale.getISOLanguages()) {
        String name = Folding.key(new Locale(code).getDisplayLanguage(locale));
        if (name.length() > 1 && !name.equals(code)) {
          tags.putIfAbsent(name, code);
        }
      }
    }
    tags.putAll(
        Map.of(
            "farsi",
            "fa",
            "mandarin",
            "zh",
            "castellano",
            "es",
            "tagalog",
            "tl",
            "filipino",
            "fil",
            "creole",
            "ht",
            "bahasa indonesia",
            "id",
            "dari",
            "fa-AF",
            "flemish",
            "nl"));
    tags.put("bahasa malaysia", "ms");
    tags.put(Folding.key("ペルシャ語"), "fa");
  }

  List<Found<String>> in(List<Section> sections) {
    for (Section section : sections) {
      if (section.label() == Label.LANGUAGES) {
        String below =
            section.rest().isEmpty() && !section.lines().isEmpty()
                ? section.lines().get(0).text()
                : "";
        List<Found<String>> found = named(section.rest() + " " + below, section.line());
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    for (Section section : sections) {
      if (section.label() == Label.ASKS || section.label() == Label.TAKE_ACTION) {
        String text = section.labelText();
        int end = text.lastIndexOf(':');
        List<Found<String>> found =
            named(
                end < 0 ? text.substring(0, Math.min(200, text.length())) : text.substring(0, end),
                section.line());
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  /** Languages named in a text, in its order. */
  private List<Found<String>> named(String text, int line) {
    String folded = Folding.fold(text.length() > 400 ? text.substring(0, 400) : text);
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Map.Entry<String, String> name : tags.entrySet()) {
      int at = folded.indexOf(name.getKey());
      if (at >= 0
          && Phrases.isBoundary(folded, at)
          && Phrases.isBoundary(folded, at + name.getKey().length())
          && name.getKey().length() > 3 + (isIdeographic(name.getKey()) ? -2 : 0)) {
        places.merge(name.getValue(), at, Math::min);
      }
    }
    List<Map.Entry<String, Integer>> ordered = new ArrayList<>(places.entrySet());
    ordered.sort(Comparator.comparingInt(Map.Entry::getValue));
    return ordered.stream().map(entry -> Found.certain(entry.getKey(), line)).toList();
  }

  private static boolean isIdeographic(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }
}
