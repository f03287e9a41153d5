package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.IssuedLine;

/**
 * What the document asks for: its items after "Please write", else the letter's "I urge you to".
 */
final class Asks {
  private static final Pattern ROMAN = Pattern.compile("^(?:[ivx]{1,5}|[a-h])[.)]\\s+(?=\\p{L})");

  /** What a list of requests in English leaves out, since it says "I urge you to" once. */
  private static final Pattern URGING =
      Pattern.compile(
          "^I (?:am writing to )?(?:(?:therefore|respectfully|also|strongly|further) ){0,2}"
              + "(?:urge|ask|request|call on|call upon|appeal to) you to (?=\\p{Ll})");

  /** A request that the labels take for the beginning of a list. */
  private static final Pattern BEGINNING = Pattern.compile("^(?:Calling|Urging|Asking) ");

  private static final List<String> STEPS =
      List.of(
          "write a letter in your own words",
          "click here",
          "please take action as",
          "in your own words",
          "report your action",
          "share this",
          "sign up",
          "download",
          "write a letter, send",
          "send a letter",
          "copy the",
          "take action by");
  private static final String FROM_LETTER =
      "taken from the sample letter; no list of requests stands in the document";
  private static final List<String> PLEAS =
      List.of(
          "i urge you",
          "i call on you",
          "i therefore urge",
          "i ask you to",
          "i request you",
          "i respectfully urge",
          "we urge you",
          "i therefore call",
          "i therefore request",
          "i therefore ask",
          "i appeal to you",
          "i am writing to urge you",
          "i ask that",
          "le pido",
          "le insto",
          "les insto",
          "solicito a",
          "je vous demande",
          "je vous prie de bien vouloir",
          "je vous exhorte",
          "je vous appelle",
          "ich bitte sie",
          "ich fordere sie",
          "bitte sorgen sie",
          "ich appelliere",
          "daher bitte ich",
          "la esorto",
          "le chiedo",
          "vi chiedo",
          "jag uppmanar",
          "jag ber er",
          "peco-lhe",
          "insto-o",
          "ik verzoek u",
          "ik roep u op",
          "bitte veranlassen sie",
          "bitte setzen sie sich");

  private Asks() {}

  static List<Found<String>> in(List<Section> sections) {
    List<Found<String>> asks = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Section section : sections) {
      if (section.label() == Label.ASKS
          || section.label() == Label.TAKE_ACTION
          || (section.label() == Label.TARGETS && isCall(section))) {
        items(section, asks, seen);
      }
    }
    if (asks.isEmpty()) {
      for (Section section : sections) {
        if (section.label() == Label.HEAD
            || section.label() == Label.SUMMARY
            || section.label() == Label.AFTER_LETTER) {
          afterColon(section, asks, seen);
        }
      }
    }
    if (asks.isEmpty()) {
      sections.stream()
          .filter(section -> section.label() == Label.ASKS)
          .forEach(section -> bare(section, asks));
    }
    if (asks.isEmpty()) {
      sections.stream()
          .filter(section -> section.label() == Label.LETTER)
          .forEach(section -> pleas(section, asks));
    }
    return asks;
  }

  /** Requests whose bullets were lost on the way: each begins anew below "Please write". */
  private static void bare(Section section, List<Found<String>> asks) {
    StringBuilder text = new StringBuilder();
    int begun = section.line();
    if (BEGINNING.matcher(section.labelText()).find() && !section.labelText().endsWith(":")) {
      text.append(section.labelText());
    }
    for (IssuedLine line : section.lines()) {
      boolean ended = text.isEmpty() || ".;,".indexOf(text.charAt(text.length() - 1)) >= 0;
      boolean anew = ended && Character.isUpperCase(line.text().codePointAt(0));
      if (!text.isEmpty() && line.gapBefore()) {
        break;
      } else if (anew) {
        add(text, begun, asks);
        begun = line.number();
      }
      text.append(text.isEmpty() ? "" : " ").append(line.text());
    }
    add(text, begun, asks);
  }

  private static void add(StringBuilder text, int line, List<Found<String>> asks) {
    String ask = clean(text.toString());
    text.setLength(0);
    if (isAsk(ask)) {
      asks.add(Found.doubtful(ask, line, "the list has no bullets; see where each request ends"));
    }
  }

  private static boolean isCall(Section section) {
    return section.lines().stream()
        .anyMatch(line -> line.kind() == IssuedLine.Kind.ITEM && line.text().length() > 60);
  }

  private static void items(Section section, List<Found<String>> asks, Set<String> seen) {
    List<IssuedLine> lines = section.lines();
    boolean any = false;
    for (int i = 0; i < lines.size(); i++) {
      IssuedLine line = lines.get(i);
      if (!isItem(line)) {
        if (any && !line.gapBefore()) {
          break;
        }
        continue;
      }
      StringBuilder text = new StringBuilder(ROMAN.matcher(line.text()).replaceFirst(""));
      IssuedLine last = line;
      while (i + 1 < lines.size() && continues(last, lines.get(i + 1), text)) {
        last = lines.get(++i);
        text.append(' ').append(last.text());
      }
      String ask = clean(text.toString());
      if (isAsk(ask) && seen.add(Folding.key(ask))) {
        asks.add(Found.certain(ask, line.number()));
        any = true;
      }
    }
  }

  /** An item by the format, or by a roman number or letter before it. */
  private static boolean isItem(IssuedLine line) {
    return line.kind() == IssuedLine.Kind.ITEM || ROMAN.matcher(line.text()).find();
  }

  private static boolean continues(IssuedLine last, IssuedLine next, StringBuilder item) {
    if (isItem(next) || next.kind() != IssuedLine.Kind.TEXT || next.gapBefore()) {
      return false;
    }
    char first = next.text().charAt(0);
    String end = item.toString();
    return (Character.isLowerCase(first) && !end.endsWith(".") && !end.endsWith(";"))
        || (last.text().length() >= 60 && !Paragraphs.endsSentence(end));
  }

  private static String clean(String text) {
    String ask = text.strip();
    while (!ask.isEmpty() && ".;,".indexOf(ask.charAt(ask.length() - 1)) >= 0) {
      ask = ask.substring(0, ask.length() - 1).strip();
    }
    for (String and : List.of("; and", "; y", "; et", "; und", "; e")) {
      if (ask.endsWith(and)) {
        ask = ask.substring(0, ask.length() - and.length());
      }
    }
    return ask;
  }

  private static boolean isAsk(String ask) {
    String folded = Folding.fold(ask);
    return ask.length() > 12
        && folded.indexOf('@') < 0
        && !folded.contains(" fax: ")
        && !folded.contains(" tel: ")
        && STEPS.stream()
            .noneMatch(
                step ->
                    folded.startsWith(step)
                        || folded.substring(0, Math.min(80, folded.length())).contains(step));
  }

  /** Items below a paragraph that ends with a colon and calls on somebody. */
  private static void afterColon(Section section, List<Found<String>> asks, Set<String> seen) {
    List<IssuedLine> lines = section.lines();
    for (int i = 0; i + 1 < lines.size(); i++) {
      String text = lines.get(i).text();
      if (text.endsWith(":")
          && lines.get(i + 1).kind() == IssuedLine.Kind.ITEM
          && calls(Folding.fold(text))) {
        items(
            new Section(
                Label.ASKS, lines.get(i).number(), text, "", lines.subList(i + 1, lines.size())),
            asks,
            seen);
        return;
      }
    }
  }

  private static boolean calls(String folded) {
    return List.of(
            "urg", "call", "ask", "write", "demand", "exhort", "instan", "insto", "pid", "solicit",
            "forder", "bitte", "chied", "scriv", "skriv", "escrev", "schrijf")
        .stream()
        .anyMatch(folded::contains);
  }

  private static void pleas(Section section, List<Found<String>> asks) {
    List<Found<String>> listed = new ArrayList<>();
    afterColon(section, listed, new LinkedHashSet<>());
    if (!listed.isEmpty()) {
      listed.forEach(ask -> asks.add(Found.doubtful(ask.value(), ask.line(), FROM_LETTER)));
      return;
    }
    for (Paragraphs.Paragraph paragraph : Paragraphs.of(section.lines())) {
      for (String sentence : paragraph.text().split("(?<=[.!?])\\s+", 60)) {
        String folded = Folding.fold(sentence);
        if (sentence.length() > 30 && PLEAS.stream().anyMatch(folded::contains)) {
          asks.add(Found.doubtful(withoutUrging(clean(sentence)), paragraph.line(), FROM_LETTER));
        }
      }
    }
  }

  private static String withoutUrging(String ask) {
    String rest = URGING.matcher(ask).replaceFirst("");
    return rest.equals(ask) ? ask : Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
  }
}
