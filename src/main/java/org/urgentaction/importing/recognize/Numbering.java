package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.UaNumber;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.IssuedLine;

/** The action's own number, which issue of it this is, and the index of the document. */
final class Numbering {
  private static final Pattern INDEX =
      Pattern.compile("\\b([A-Z]{3}\\s?\\d{2}/\\d{1,5}(?:/\\d{1,4})?/(?:19|20)?\\d{2,4})\\b");
  private static final Pattern ORDINAL =
      Pattern.compile(
          "(\\d{1,2})(?:st|nd|rd|th|ª|a|e|eme|\\.|º)?\\s(?:ua|urgent action|update|actualizacion|mise a jour|au|action urgente|aggiornamento)\\b");
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");
  private static final List<List<String>> OTHER_ORDINALS =
      List.of(
          List.of("primera", "premiere", "erste", "prima", "forsta", "primeira", "eerste"),
          List.of("segunda", "deuxieme", "zweite", "seconda", "andra", "tweede"),
          List.of("tercera", "troisieme", "dritte", "terza", "tredje", "terceira", "derde"),
          List.of("cuarta", "quatrieme", "vierte", "quarta", "fjarde", "vierde"));
  private static final List<String> LATER =
      List.of(
          "further information",
          "follow-up on ua",
          "follow up on ua",
          "urgent action update",
          "update on urgent action",
          "update:",
          "mas informacion sobre",
          "informacion complementaria sobre",
          "informations complementaires sur",
          "weitere informationen zu",
          "actualizacion de",
          "mise a jour",
          "aggiornamento",
          "ulteriori informazioni su",
          "uppdatering",
          "更新情報",
          "続報",
          "urgent appeal update",
          "updated urgent");

  private final List<Section> sections;
  private final String headText;
  private final List<IssuedLine> lines;
  private final Set<Integer> previous = new HashSet<>();

  Numbering(List<Section> sections, List<IssuedLine> lines) {
    this.sections = sections;
    this.lines = lines;
    for (Section section : sections) {
      if (section.label() == Label.PREVIOUS) {
        previous.add(section.line());
        section.lines().stream()
            .filter(line -> !INDEX.matcher(line.text()).find())
            .forEach(line -> previous.add(line.number()));
      }
    }
    StringBuilder head = new StringBuilder();
    for (IssuedLine line : lines.subList(0, Math.min(25, lines.size()))) {
      head.append(line.text(), 0, Math.min(line.text().length(), 300)).append('\n');
    }
    headText = Folding.fold(head.toString());
  }

  /** A number with the line on which it stands. */
  record Placed(UaNumbers.Numbered numbered, IssuedLine line) {}

  /** Every number that is not of an earlier action, in order. */
  List<Placed> all() {
    List<Placed> found = new ArrayList<>();
    for (IssuedLine line : lines) {
      if (previous.contains(line.number())) {
        continue;
      }
      for (UaNumbers.Numbered numbered : UaNumbers.in(line.text())) {
        found.add(new Placed(numbered, line));
      }
    }
    return found;
  }

  @Nullable Found<UaNumber> number() {
    for (Section section : sections) {
      if (section.label() == Label.NUMBER) {
        UaNumbers.Numbered labelled = UaNumbers.labelled(section.labelText());
        if (labelled != null && labelled.caseNumber()) {
          return caseNumber(labelled, section.line());
        }
        if (labelled != null) {
          return Found.certain(labelled.number(), section.line());
        }
      }
    }
    List<Placed> all = all();
    for (Placed placed : all) {
      if (!placed.numbered().caseNumber()) {
        UaNumber number = placed.numbered().number();
        boolean others =
            all.stream()
                .anyMatch(p -> !p.numbered().caseNumber() && !p.numbered().number().equals(number));
        return others
            ? Found.doubtful(number, placed.line().number(), "the document names other numbers too")
            : Found.certain(number, placed.line().number());
      }
    }
    return all.isEmpty() ? null : caseNumber(all.get(0).numbered(), all.get(0).line().number());
  }

  private static Found<UaNumber> caseNumber(UaNumbers.Numbered numbered, int line) {
    return Found.doubtful(
        numbered.number(), line, "taken from the organisation's case number; it is no UA number");
  }

  @Nullable Found<Integer> issue() {
    for (Placed placed : all()) {
      Integer suffix = placed.numbered().suffix();
      if (suffix != null && suffix > 0) {
        return Found.doubtful(
            suffix + 1,
            placed.line().number(),
            "read from the suffix -" + suffix + " of the number");
      }
    }
    for (IssuedLine line : lines) {
      if (line.text().length() > 400) {
        continue;
      }
      String folded = Folding.fold(line.text());
      Integer said = ordinal(folded);
      if (said != null) {
        return Found.certain(said, line.number());
      }
    }
    for (IssuedLine line : lines.subList(0, Math.min(25, lines.size()))) {
      String folded = Folding.fold(line.text());
      String start = folded.substring(0, Math.min(200, folded.length()));
      if (LATER.stream().anyMatch(start::contains) || start.equals("update")) {
        return Found.doubtful(
            2, line.number(), "the document says that it is an update, not which one");
      }
    }
    return null;
  }

  /** "Third UA", "3rd UA 31/22": the issue itself; "second update of UA": the one after it. */
  private static @Nullable Integer ordinal(String folded) {
    Matcher matcher = ORDINAL.matcher(folded);
    if (matcher.find()) {
      int number = Integer.parseInt(matcher.group(1));
      if (number >= 1 && number <= 30) {
        boolean update = !matcher.group().matches(".*(?:ua|au|urgent action|action urgente)$");
        return update ? number + 1 : number;
      }
    }
    for (int i = 0; i < ORDINALS.size(); i++) {
      List<String> words = new ArrayList<>(List.of(ORDINALS.get(i)));
      words.addAll(i < OTHER_ORDINALS.size() ? OTHER_ORDINALS.get(i) : List.of());
      for (String word : words) {
        if (says(
            folded,
            word,
            List.of("ua", "urgent action", "au", "accion urgente", "action urgente"))) {
          return i + 1;
        }
        if (says(
            folded,
            word,
            List.of("update", "actualizacion", "mise a jour", "aggiornamento", "aktualisierung"))) {
          return i + 2;
        }
      }
    }
    return null;
  }

  private static boolean says(String folded, String ordinal, List<String> nouns) {
    for (String noun : nouns) {
      int at = folded.indexOf(ordinal + " " + noun);
      if (at >= 0
          && Phrases.isBoundary(folded, at)
          && Phrases.isBoundary(folded, at + ordinal.length() + 1 + noun.length())) {
        return true;
      }
    }
    return false;
  }

  @Nullable Found<String> index() {
    for (IssuedLine line : lines) {
      if (line.text().length() > 2_000) {
        continue;
      }
      Matcher matcher = INDEX.matcher(line.text());
      if (matcher.find()) {
        return Found.certain(matcher.group(1), line.number());
      }
    }
    return null;
  }

  String headText() {
    return headText;
  }
}
