package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundOffice;
import org.urgentaction.importing.IssuedLine;

/**
 * Gives an official what stands elsewhere in the document: the salutation of the sample letter, and
 * the accounts that posts should tag.
 */
final class Attributions {
  private static final Set<String> COMMON =
      Set.of(
          "dear",
          "your",
          "excellency",
          "honourable",
          "mister",
          "madam",
          "sehr",
          "geehrter",
          "geehrte",
          "herr",
          "frau",
          "monsieur",
          "madame",
          "estimado",
          "estimada",
          "senor",
          "senora",
          "republic",
          "general",
          "minister");
  private static final int SHORTEST_WORD = 4;

  private final List<Section> sections;
  private final ContactScanner scanner;

  Attributions(List<Section> sections, ContactScanner scanner) {
    this.sections = sections;
    this.scanner = scanner;
  }

  List<FoundOffice> attributed(List<FoundOffice> targets, @Nullable Found<String> salutation) {
    List<FoundOffice> all = new ArrayList<>(targets);
    if (salutation != null) {
      int at = greeted(all, salutation.value());
      if (at >= 0 && all.get(at).salutation() == null) {
        all.set(
            at,
            with(
                all.get(at),
                Found.doubtful(
                    salutation.value(), salutation.line(), "taken from the sample letter"),
                all.get(at).social()));
      }
    }
    for (Section section : sections) {
      if (section.label() == Label.SOCIAL) {
        tag(all, section);
      }
    }
    return all;
  }

  /** The only target, or the only one whose role the salutation says; -1 where there is none. */
  private static int greeted(List<FoundOffice> targets, String salutation) {
    if (targets.size() == 1) {
      return 0;
    }
    String folded = Folding.fold(salutation);
    return folded.contains(" or ") ? -1 : onlyMatch(targets, folded);
  }

  private static int onlyMatch(List<FoundOffice> targets, String folded) {
    int match = -1;
    for (int i = 0; i < targets.size(); i++) {
      if (isMeant(targets.get(i), folded)) {
        if (match >= 0) {
          return -1;
        }
        match = i;
      }
    }
    return match;
  }

  private static boolean isMeant(FoundOffice office, String folded) {
    String said = office.role() == null ? "" : office.role().value();
    for (String word : Folding.fold(said).split("[^\\p{L}-]+", 60)) {
      if (word.length() >= SHORTEST_WORD && !COMMON.contains(word)) {
        int at = folded.indexOf(word);
        if (at >= 0
            && Phrases.isBoundary(folded, at)
            && Phrases.isBoundary(folded, at + word.length())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Accounts below "tag the President's accounts" are the President's. */
  private void tag(List<FoundOffice> targets, Section section) {
    StringBuilder guidance = new StringBuilder(Folding.fold(section.rest()));
    SocialHandles handles = new SocialHandles();
    for (IssuedLine line : section.lines()) {
      for (ContactScanner.Part part : scanner.scan(line.text()).parts()) {
        handles.add(part.label(), part.value(), line.number());
      }
      guidance.append(' ').append(Folding.fold(line.text()));
    }
    if (handles.isEmpty()) {
      return;
    }
    int at = targets.size() == 1 ? 0 : onlyMatch(targets, guidance.toString());
    if (at >= 0) {
      Map<String, Found<String>> social = new LinkedHashMap<>(targets.get(at).social());
      handles.found().forEach(social::putIfAbsent);
      targets.set(at, with(targets.get(at), targets.get(at).salutation(), social));
    }
  }

  private static FoundOffice with(
      FoundOffice office, @Nullable Found<String> salutation, Map<String, Found<String>> social) {
    return new FoundOffice(
        office.name(),
        office.role(),
        office.organization(),
        salutation,
        office.address(),
        office.emails(),
        office.faxes(),
        office.phones(),
        office.webForm(),
        social,
        office.forCountries());
  }
}
