package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.UaNumber;
import org.urgentaction.importing.Findings;
import org.urgentaction.importing.IssuedDocument;
import org.urgentaction.importing.IssuedLine;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Tells an Urgent Action from an article, a list of actions, or several actions in one file. */
final class ActionEvidence {
  private static final int ENOUGH = 3;
  private static final int SERIES_LINES = 40;
  private static final int LONGEST_SERIES_LINE = 160;
  private static final List<String> ACTION_PAGE =
      List.of(
          "days left to take action",
          "download full ua",
          "full ua in",
          "download a pdf of the",
          "briefe gegen das vergessen",
          "merci de continuer a ecrire",
          "accion urgente",
          "action urgente",
          "urgent action network");

  private final IssuedDocument document;
  private final Phrases series;

  ActionEvidence(IssuedDocument document, Lexicon lexicon) {
    this.document = document;
    series = lexicon.phrases("series");
  }

  /** Refuses what is no single Urgent Action, with the reason and the next step. */
  void require(Findings findings, Numbering numbering, List<Section> sections) {
    several(numbering);
    int weight = 0;
    boolean named = isNamed();
    weight += findings.ua() != null ? 2 : 0;
    weight += named ? 2 : 0;
    weight += !findings.targets().isEmpty() ? 2 : 0;
    weight += findings.letter() != null ? 1 : 0;
    weight +=
        !findings.asks().isEmpty() && sections.stream().anyMatch(s -> s.label() == Label.ASKS)
            ? 1
            : 0;
    weight += findings.deadline() != null || findings.ended() != null ? 1 : 0;
    weight += document.lines().stream().anyMatch(this::isActionPage) ? 3 : 0;
    boolean acts =
        !findings.targets().isEmpty()
            || findings.letter() != null
            || !findings.asks().isEmpty()
            || findings.deadline() != null
            || findings.ended() != null;
    if (weight < ENOUGH && !(named && acts)) {
      throw new InvalidInputException(
          Problem.error(
                  document.source(),
                  "this is no Urgent Action: it asks for nothing, names nobody to write to and has no number")
              .advise(
                  "give the Urgent Action itself, as the section issued it; an article about the case can be a source for the background"));
    }
  }

  /** Whether a line near the beginning, or the page's title, is the name of the series. */
  private boolean isNamed() {
    if (series.isIn(Folding.fold(document.title()))) {
      return true;
    }
    List<IssuedLine> lines = document.lines();
    for (IssuedLine line : lines.subList(0, Math.min(SERIES_LINES, lines.size()))) {
      if (line.text().length() <= LONGEST_SERIES_LINE && series.isIn(Folding.fold(line.text()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isActionPage(IssuedLine line) {
    String folded = Folding.fold(line.text().substring(0, Math.min(1_000, line.text().length())));
    return ACTION_PAGE.stream().anyMatch(folded::contains);
  }

  private void several(Numbering numbering) {
    Map<UaNumber, IssuedLine> headed = new LinkedHashMap<>();
    Map<UaNumber, IssuedLine> all = new LinkedHashMap<>();
    for (Numbering.Placed placed : numbering.all()) {
      IssuedLine line = placed.line();
      boolean refers = refersBack(line.text());
      if (!refers) {
        all.putIfAbsent(placed.numbered().number(), line);
      }
      if (!refers && (placed.numbered().start() <= 25 && line.text().length() < 250)) {
        headed.putIfAbsent(placed.numbered().number(), line);
      }
    }
    if (headed.size() < 2) {
      return;
    }
    List<String> seen = new ArrayList<>();
    headed.forEach((number, line) -> seen.add("UA " + number + " (line " + line.number() + ")"));
    String shown =
        seen.stream().limit(12).collect(Collectors.joining(", "))
            + (seen.size() > 12 ? " and " + (seen.size() - 12) + " more" : "");
    throw new InvalidInputException(
        new Problem(
            org.urgentaction.problem.Severity.ERROR,
            document.source(),
            firstLine(headed),
            0,
            "the document holds several Urgent Actions: " + shown,
            "save each of them in a file of its own and import those, one at a time"));
  }

  private static int firstLine(Map<UaNumber, IssuedLine> headed) {
    return headed.values().stream().mapToInt(IssuedLine::number).min().orElse(0);
  }

  /** Whether a line tells of an earlier action rather than being the head of one. */
  private static boolean refersBack(String text) {
    String folded = Folding.fold(text.substring(0, Math.min(400, text.length())));
    return List.of(
            "further information on",
            "update of",
            "see ua",
            "previous",
            "follow-up",
            "follow up",
            "first update",
            "issued on",
            "(see",
            "and follow-ups",
            "re-issued",
            "mas informacion",
            "informations compl",
            "weitere info",
            "vorherige",
            "precedent",
            "anterior",
            "http",
            "extra")
        .stream()
        .anyMatch(folded::contains);
  }

  /** A limit that no Urgent Action reaches. */
  static @Nullable Problem tooLong(IssuedDocument document, int mostCharacters, int mostLines) {
    long characters = 0;
    for (IssuedLine line : document.lines()) {
      characters += line.text().length();
    }
    return characters <= mostCharacters && document.lines().size() <= mostLines
        ? null
        : Problem.error(
                document.source(),
                "this is no Urgent Action: it has %,d characters on %,d lines; an action has a few pages"
                    .formatted(characters, document.lines().size()))
            .advise("cut the Urgent Action out of it and import that");
  }
}
