package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.IssuedLine;

/**
 * Where to report what was sent, the links to earlier issues, and what the document says to post.
 */
final class Reports {
  private static final Pattern URL =
      Pattern.compile(
          "https?://[^\\s<>\"”)\\]]{3,1000}|www\\.[^\\s<>\"”)\\]]{3,1000}",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> REPORTING =
      List.of(
          "let us know",
          "report",
          "inform us",
          "avisar",
          "avisa",
          "tell us",
          "informen",
          "nous informer",
          "informieren sie uns",
          "informateci",
          "meddela",
          "nous faire savoir",
          "comunicar");

  private final Phrases own;

  Reports(Lexicon lexicon) {
    own = lexicon.phrases("own");
  }

  @Nullable Found<String> email(List<IssuedLine> lines) {
    for (IssuedLine line : lines) {
      if (isReporting(line)) {
        for (Found<String> email : Emails.in(line.text(), line.number())) {
          return email;
        }
      }
    }
    return null;
  }

  @Nullable Found<String> web(List<IssuedLine> lines) {
    for (IssuedLine line : lines) {
      if (isReporting(line)) {
        Matcher matcher = URL.matcher(line.text());
        if (matcher.find()) {
          return Found.certain(trimmed(matcher.group()), line.number());
        }
        for (String link : line.links()) {
          if (link.startsWith("http")) {
            return Found.certain(link, line.number());
          }
        }
      }
    }
    return null;
  }

  private boolean isReporting(IssuedLine line) {
    if (line.text().length() > 600) {
      return false;
    }
    String folded = Folding.fold(line.text());
    return REPORTING.stream().anyMatch(folded::contains)
        && (own.isIn(folded)
            || folded.contains("action")
            || folded.contains("accion")
            || folded.contains("aktion")
            || folded.contains("took")
            || folded.contains("escrito")
            || folded.contains("sent"));
  }

  static List<Found<String>> previous(List<Section> sections) {
    List<Found<String>> previous = new ArrayList<>();
    for (Section section : sections) {
      if (section.label() != Label.PREVIOUS) {
        continue;
      }
      List<IssuedLine> lines = new ArrayList<>();
      lines.add(
          new IssuedLine(
              section.line(),
              0,
              IssuedLine.Kind.TEXT,
              section.labelText(),
              false,
              false,
              List.of()));
      if (section.rest().isEmpty()) {
        lines.addAll(section.lines().subList(0, Math.min(2, section.lines().size())));
      }
      for (IssuedLine line : lines) {
        Matcher matcher = URL.matcher(line.text() + " " + String.join(" ", line.links()));
        while (matcher.find()) {
          previous.add(Found.certain(trimmed(matcher.group()), line.number()));
        }
      }
    }
    return previous;
  }

  static List<Found<String>> social(List<Section> sections) {
    List<Found<String>> social = new ArrayList<>();
    for (Section section : sections) {
      if (section.label() == Label.SOCIAL) {
        for (IssuedLine line : section.lines()) {
          boolean post =
              line.text().contains("#") && line.text().length() > 30 && line.text().length() < 600;
          if (post) {
            social.add(Found.certain(line.text(), line.number()));
          }
        }
      }
    }
    return social;
  }

  private static String trimmed(String url) {
    String text = url;
    while (".,;".indexOf(text.charAt(text.length() - 1)) >= 0) {
      text = text.substring(0, text.length() - 1);
    }
    return text;
  }
}
