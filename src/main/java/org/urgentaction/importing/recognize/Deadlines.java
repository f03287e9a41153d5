package org.urgentaction.importing.recognize;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.IssueDate;
import org.urgentaction.campaign.UaNumber;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.IssuedLine;

/** The last day on which appeals are wanted; the day on which a closing notice says it ended. */
final class Deadlines {
  private static final List<String> BEFORE_DATE =
      List.of(
          "before",
          "until",
          "by",
          "no later than",
          "not later than",
          "expires on",
          "expires",
          "through",
          "deadline",
          "after",
          "antes del",
          "antes de",
          "hasta el",
          "hasta",
          "despues del",
          "a mas tardar el",
          "jusqu'au",
          "jusqu au",
          "avant le",
          "apres le",
          "d'ici au",
          "d'ici le",
          "bis zum",
          "bis",
          "vor dem",
          "nach dem",
          "spatestens am",
          "entro il",
          "entro",
          "prima del",
          "prima dell'",
          "dopo il",
          "fino al",
          "fino all'",
          "fore den",
          "fore",
          "fram till",
          "senast den",
          "senast",
          "efter den",
          "ate",
          "antes de",
          "ate o dia",
          "voor",
          "tot",
          "uiterlijk",
          "vor",
          "до",
          "قبل",
          "حتى",
          "после",
          "بعد");
  private static final List<String> APPEALING =
      List.of(
          "appeal",
          "action",
          "letter",
          "write",
          "send",
          "deadline",
          "llamamiento",
          "peticion",
          "carta",
          "escrib",
          "accion urgente",
          "plazo",
          "appel",
          "ecri",
          "delai",
          "envoy",
          "agir",
          "briefe",
          "appelle",
          "schreib",
          "aktiv",
          "frist",
          "appelli",
          "scriv",
          "azione",
          "skriv",
          "vadjan",
          "agera",
          "apelos",
          "escrev",
          "brieven",
          "actie",
          "contact",
          "section office",
          "secretariat",
          "take action",
          "обращени",
          "письм",
          "مناشد",
          "تحرك",
          "アピール",
          "発信",
          "期限");
  private static final List<String> ENDED =
      List.of(
          "action ended on",
          "this action ended",
          "action has ended",
          "action closed on",
          "action has closed",
          "this action closed",
          "action is now closed",
          "esta accion finalizo",
          "accion finalizada",
          "cette action a pris fin",
          "action terminee",
          "aktion endete",
          "aktion ist beendet",
          "azione terminata",
          "ended on",
          "closed on");

  private final DateReader dates;
  private final @Nullable Found<IssueDate> issued;
  private final @Nullable Found<UaNumber> number;

  Deadlines(DateReader dates, @Nullable Found<IssueDate> issued, @Nullable Found<UaNumber> number) {
    this.dates = dates;
    this.issued = issued;
    this.number = number;
  }

  @Nullable Found<LocalDate> ended(List<IssuedLine> lines) {
    for (IssuedLine line : lines) {
      String folded = Folding.fold(line.text());
      for (String phrase : folded.length() > 1_000 ? List.<String>of() : ENDED) {
        int at = folded.indexOf(phrase);
        if (at < 0
            || (!folded.contains("action")
                && !folded.contains("aktion")
                && !folded.contains("accion")
                && !folded.contains("azione"))) {
          continue;
        }
        for (DateReader.Dated dated : dates.in(line.text())) {
          if (dated.start() >= at
              && dated.start() - at < 60
              && dated.day() > 0
              && dated.year() > 0) {
            return found(dated, line.number());
          }
        }
      }
    }
    return null;
  }

  @Nullable Found<LocalDate> deadline(List<Section> sections, List<IssuedLine> lines) {
    Found<LocalDate> labelled = labelled(sections);
    if (labelled != null) {
      return labelled;
    }
    for (Section section : sections) {
      if (section.label() == Label.TARGETS
          || section.label() == Label.TAKE_ACTION
          || section.label() == Label.ASKS) {
        Found<LocalDate> said = limited(section.labelText(), section.line(), false);
        if (said != null) {
          return said;
        }
      }
    }
    boolean narrative = false;
    for (boolean wide : new boolean[] {false, true}) {
      for (IssuedLine line : lines) {
        Found<LocalDate> said =
            line.text().length() > 5_000 ? null : limited(line.text(), line.number(), true);
        if (said != null && (wide || !narrative)) {
          return said;
        }
      }
    }
    return null;
  }

  private @Nullable Found<LocalDate> labelled(List<Section> sections) {
    for (Section section : sections) {
      if (section.label() != Label.DEADLINE) {
        continue;
      }
      String folded = Folding.fold(section.labelText());
      boolean ended = ENDED.stream().anyMatch(folded::contains);
      if (ended) {
        continue;
      }
      String below =
          section.rest().isEmpty() && !section.lines().isEmpty()
              ? section.lines().get(0).text()
              : "";
      for (DateReader.Dated dated : dates.in(section.labelText() + " " + below)) {
        if (dated.day() > 0) {
          return found(dated, section.line());
        }
      }
    }
    return null;
  }

  /** A date after "before", "until" and the like, in a sentence that speaks of appeals. */
  private @Nullable Found<LocalDate> limited(String text, int line, boolean sentence) {
    String folded = Folding.fold(text);
    for (DateReader.Dated dated : dates.in(text)) {
      if (dated.day() == 0) {
        continue;
      }
      int from =
          Math.max(folded.lastIndexOf(". ", dated.start()), folded.lastIndexOf('。', dated.start()));
      String before = folded.substring(Math.max(0, from), dated.start());
      int stop = folded.indexOf(". ", dated.end());
      String whole = folded.substring(Math.max(0, from), stop < 0 ? folded.length() : stop);
      boolean appealing = !sentence || appeals(whole);
      if (appealing && ENDED.stream().noneMatch(whole::contains) && limits(before, folded, dated)) {
        return found(dated, line);
      }
    }
    return null;
  }

  private static boolean appeals(String sentence) {
    boolean reader =
        List.of(
                "please",
                "your",
                "appeals",
                "letters",
                "urgent action",
                "this action",
                "section",
                "merci",
                "veuillez",
                "votre",
                "vos",
                "nous avons prolonge",
                "bitte",
                "ihre",
                "vostr",
                "accion urgente",
                "peticiones",
                "llamamientos",
                "sus ",
                "envi",
                "appelli",
                "skicka",
                "vadjan",
                "apelos",
                "brieven",
                "アピール",
                "take action",
                "contact these",
                "appeler",
                "appels",
                "enviar",
                "обращени",
                "مناشد")
            .stream()
            .anyMatch(sentence::contains);
    return reader && APPEALING.stream().anyMatch(sentence::contains);
  }

  private static boolean limits(String before, String folded, DateReader.Dated dated) {
    String tail = before.strip();
    if (saysLimit(tail)) {
      return true;
    }
    for (String weekday :
        List.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
            "montag",
            "dienstag",
            "mittwoch",
            "donnerstag",
            "freitag",
            "samstag",
            "sonntag",
            "proximo",
            "the",
            "al",
            "dem",
            "den",
            "el",
            "il",
            "le",
            "dia",
            "next",
            ",",
            ":")) {
      if (endsWithWord(tail, weekday)) {
        tail = tail.substring(0, tail.length() - weekday.length()).strip();
        if (saysLimit(tail)) {
          return true;
        }
      }
    }
    return folded.startsWith("まで", dated.end()) || folded.startsWith("必着", dated.end());
  }

  private static boolean saysLimit(String tail) {
    return BEFORE_DATE.stream().anyMatch(word -> endsWithWord(tail, word));
  }

  private static boolean endsWithWord(String text, String word) {
    return text.endsWith(word) && Phrases.isBoundary(text, text.length() - word.length());
  }

  private @Nullable Found<LocalDate> found(DateReader.Dated dated, int line) {
    if (dated.year() > 0) {
      LocalDate day = dated.in(dated.year());
      return day == null
          ? null
          : dated.ambiguous()
              ? Found.doubtful(day, line, "day and month may be the other way round")
              : Found.certain(day, line);
    }
    LocalDate after = issued == null ? null : issued.value().earliest();
    if (after != null) {
      LocalDate day = dated.in(after.getYear());
      if (day != null && day.isBefore(after)) {
        day = dated.in(after.getYear() + 1);
      }
      return day == null
          ? null
          : Found.doubtful(day, line, "the document gives no year; taken from the day of issue");
    }
    if (number != null) {
      int year = number.value().year() + (number.value().year() > 60 ? 1900 : 2000);
      LocalDate day = dated.in(year);
      return day == null
          ? null
          : Found.doubtful(day, line, "the document gives no year; taken from the number");
    }
    return null;
  }
}
