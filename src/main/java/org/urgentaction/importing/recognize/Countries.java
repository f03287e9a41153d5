package org.urgentaction.importing.recognize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundOffice;
import org.urgentaction.importing.IssuedLine;

/** The country of the case: as labelled, before the headline, or the one most spoken of. */
final class Countries {
  private static final int HEAD_LINES = 30;

  private final CountryNames names;

  Countries(CountryNames names) {
    this.names = names;
  }

  @Nullable Found<String> in(
      List<Section> sections,
      List<IssuedLine> lines,
      @Nullable Found<String> title,
      List<FoundOffice> targets) {
    for (Section section : sections) {
      if (section.label() == Label.COUNTRY) {
        String text =
            section.rest().isEmpty() && !section.lines().isEmpty()
                ? section.lines().get(0).text()
                : section.rest();
        String code = first(text);
        if (code != null) {
          return Found.certain(code, section.line());
        }
      }
    }
    if (title != null) {
      String code = prefix(title.value());
      if (code != null) {
        return Found.certain(code, title.line());
      }
    }
    for (IssuedLine line : lines.subList(0, Math.min(HEAD_LINES, lines.size()))) {
      String code = line.text().length() > 300 ? null : headline(line.text());
      if (code != null) {
        return Found.certain(code, line.number());
      }
    }
    if (title != null) {
      String code = first(title.value());
      if (code != null) {
        return Found.certain(code, title.line());
      }
    }
    return spokenOf(sections, targets);
  }

  /** "Kazakhstan: …", "(Iran: UA 83.21)", "IRAN Amir Amrollahi", "UA: 103/14 … Iran … Date:". */
  private @Nullable String headline(String text) {
    String code = prefix(text);
    if (code != null) {
      return code;
    }
    List<UaNumbers.Numbered> numbers = UaNumbers.in(text);
    if (!numbers.isEmpty()) {
      return first(text);
    }
    String folded = Folding.fold(text);
    CountryNames.Named start = names.at(folded, 0);
    if (start != null && start.end() - start.start() > 2) {
      String word = text.substring(0, start.end());
      boolean capitals =
          word.equals(word.toUpperCase(java.util.Locale.ROOT))
              && !word.equals(word.toLowerCase(java.util.Locale.ROOT));
      if ((capitals && !text.equals(text.toUpperCase(java.util.Locale.ROOT)))
          || (start.end() == folded.length() && text.length() > 3)) {
        return start.code();
      }
    }
    return null;
  }

  private @Nullable String prefix(String text) {
    for (String mark : List.of(":", "：", " - ", " – ")) {
      int at = text.indexOf(mark);
      if (at > 0 && at < 60) {
        String code = names.code(text.substring(0, at));
        if (code != null) {
          return code;
        }
      }
    }
    return null;
  }

  private @Nullable String first(String text) {
    List<CountryNames.Named> named = names.in(text);
    return named.isEmpty() ? null : named.get(0).code();
  }

  /** The country named most often, the story's beginning counting more than addresses. */
  private @Nullable Found<String> spokenOf(List<Section> sections, List<FoundOffice> targets) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Integer> where = new HashMap<>();
    for (Section section : sections) {
      int weight =
          section.label() == Label.HEAD
                  || section.label() == Label.SUMMARY
                  || section.label() == Label.LETTER
              ? 3
              : 1;
      for (IssuedLine line : section.lines()) {
        count(line.text(), line.number(), weight, counts, where);
      }
      count(section.rest(), section.line(), weight, counts, where);
    }
    for (FoundOffice target : targets) {
      if (target.role() != null) {
        count(target.role().value(), target.role().line(), 2, counts, where);
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(entry -> -where.getOrDefault(entry.getKey(), 0)))
        .map(
            entry ->
                Found.doubtful(
                    entry.getKey(),
                    where.getOrDefault(entry.getKey(), 1),
                    "the country that the document names most often; no label gives it"))
        .orElseGet(() -> ofCities(targets));
  }

  /** The country of a great city in which an official sits. */
  private @Nullable Found<String> ofCities(List<FoundOffice> targets) {
    for (FoundOffice target : targets) {
      Found<List<String>> address = target.address();
      String code = address == null ? null : names.ofCity(String.join(" ", address.value()));
      if (address != null && code != null) {
        return Found.doubtful(code, address.line(), "taken from where the official sits");
      }
    }
    return null;
  }

  private void count(
      String text, int line, int weight, Map<String, Integer> counts, Map<String, Integer> where) {
    for (CountryNames.Named named : names.in(text)) {
      counts.merge(named.code(), weight, Integer::sum);
      where.putIfAbsent(named.code(), line);
    }
  }
}
