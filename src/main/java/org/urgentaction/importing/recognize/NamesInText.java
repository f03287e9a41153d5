package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundPerson;
import org.urgentaction.importing.IssuedLine;

/** Whom the case is about where no label says so: a name that the case opens with and repeats. */
final class NamesInText {
  private static final Pattern CAPITALIZED =
      Pattern.compile(
          "(?U)\\b\\p{Lu}[\\p{L}\\p{M}'’-]*+(?:\\s+(?:(?:al|el|bin|bint|ibn|de|la|del|da|dos|van|von|der|abu|y)\\s+){0,2}\\p{Lu}[\\p{L}\\p{M}'’-]*+){1,5}");
  private static final Pattern ACRONYM = Pattern.compile("(?U)\\b[\\p{Lu}]{4,14}\\b");
  private static final Pattern SHORT_NAME =
      Pattern.compile("(?U)\\p{Lu}[^.()]{8,90}\\((\\p{Lu}\\p{Ll}{3,20})\\)");
  private static final Pattern COLLECTIVES =
      Pattern.compile(
          "(?:communit|resident|people|member|town|village|city|province|inhabitant|comunidad|habitantes|pueblo)\\p{L}*\\s(?:of|in|de|del|from)\\s$");
  private static final Pattern ROLE_BEFORE = Pattern.compile("(?:\\p{L}+)\\s$");
  private static final int SUBJECT = 70;
  private static final int MOST_TEXT = 60_000;
  private static final int MOST_PARAGRAPH = 4_000;
  private static final int OPENING = 3;

  private final HeadWords words;
  private final Phrases own;
  private final Phrases bodies;
  private final Phrases demonyms;
  private final CountryNames countries;

  NamesInText(HeadWords words, Lexicon lexicon, CountryNames countries) {
    this.words = words;
    own = lexicon.phrases("own");
    bodies = lexicon.phrases("bodies");
    demonyms = lexicon.phrases("demonyms");
    this.countries = countries;
  }

  List<FoundPerson> in(
      @Nullable Found<String> title,
      List<Paragraphs.Paragraph> story,
      List<IssuedLine> lines,
      List<String> officials) {
    String all = all(lines);
    if (title != null) {
      List<FoundPerson> named = inTitle(title, all, officials);
      if (!named.isEmpty()) {
        return named;
      }
    }
    List<Paragraphs.Paragraph> opening = story.subList(0, Math.min(OPENING, story.size()));
    for (Paragraphs.Paragraph paragraph : opening) {
      List<FoundPerson> people = people(paragraph, opening.get(0), all, officials);
      if (!people.isEmpty()) {
        return people;
      }
    }
    for (Paragraphs.Paragraph paragraph : opening) {
      List<FoundPerson> groups = groups(paragraph, all);
      if (!groups.isEmpty()) {
        return groups;
      }
    }
    return List.of();
  }

  private static String all(List<IssuedLine> lines) {
    StringBuilder all = new StringBuilder();
    for (IssuedLine line : lines) {
      if (all.length() < MOST_TEXT) {
        all.append(line.text(), 0, Math.min(line.text().length(), MOST_PARAGRAPH)).append('\n');
      }
    }
    return all.toString();
  }

  private List<FoundPerson> inTitle(Found<String> title, String all, List<String> officials) {
    List<FoundPerson> people = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    String elsewhere = all.replace(title.value(), " ");
    Matcher matcher = CAPITALIZED.matcher(all);
    String headline = Folding.fold(title.value());
    while (matcher.find()) {
      String name = person(all, matcher);
      if (name != null
          && !isCapitals(name)
          && headline.contains(Folding.fold(name))
          && elsewhere.contains(name)
          && !isOfficial(name, officials)
          && seen.add(Folding.key(name))) {
        people.add(
            new FoundPerson(
                Found.doubtful(
                    name, title.line(), "named in the headline; no label gives the names"),
                List.of(),
                null));
      }
    }
    return people;
  }

  private List<FoundPerson> people(
      Paragraphs.Paragraph paragraph,
      Paragraphs.Paragraph firstTold,
      String all,
      List<String> officials) {
    List<FoundPerson> people = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    String told = paragraph.text();
    String text = told.substring(0, Math.min(told.length(), MOST_PARAGRAPH));
    Matcher matcher = CAPITALIZED.matcher(text);
    int lastEnd = -1;
    while (matcher.find()) {
      String name = person(text, matcher);
      if (name == null || isOfficial(name, officials)) {
        continue;
      }
      int start = matcher.start() + matcher.group().indexOf(name);
      boolean first = people.isEmpty();
      boolean listed = lastEnd > 0 && isList(text.substring(lastEnd, Math.max(lastEnd, start)));
      boolean subject =
          start < SUBJECT && paragraph.equals(firstTold) && !isAfterRole(text.substring(0, start));
      if ((first && (isRepeated(name, all) || subject)) || (!first && listed)) {
        if (seen.add(Folding.key(name))) {
          people.add(
              new FoundPerson(
                  Found.doubtful(
                      name, paragraph.line(), "named in the story; no label gives the names"),
                  List.of(),
                  null));
        }
        lastEnd = start + name.length();
      }
    }
    return people;
  }

  /** Whether the word before a name says that an official is named. */
  private boolean isAfterRole(String before) {
    Matcher word = ROLE_BEFORE.matcher(before);
    return word.find() && words.beginsWithRole(word.group());
  }

  private static boolean isList(String between) {
    String bare =
        Folding.fold(between)
            .replaceAll(
                "[\\d\\s,();]|\\b(?:aged|and|y|et|und|e|his|her|their|m|f|he|him|she)\\b", "");
    return bare.isEmpty()
        || Set.of("brother", "sister", "wife", "husband", "son", "daughter", "mother", "father")
            .contains(bare);
  }

  /** Whether the full name, or its last part alone, stands again in the document. */
  private static boolean isRepeated(String name, String all) {
    int at = all.indexOf(name);
    if (at >= 0 && all.indexOf(name, at + 1) >= 0) {
      return true;
    }
    String[] parts = name.split("\\s+", 20);
    String last = parts[parts.length - 1];
    int count = 0;
    for (int i = all.indexOf(last); i >= 0 && count < 2; i = all.indexOf(last, i + 1)) {
      count++;
    }
    return last.length() > 3 && count >= 2;
  }

  /** The part of a run of capitalized words that can be a person's name; null where none can. */
  private @Nullable String person(String text, Matcher matcher) {
    String run = matcher.group();
    String name = run.replaceAll("(?:'s|’s|’|')$", "");
    String[] parts = name.split("\\s+");
    int from = 0;
    // the article or the title before a name, the first word of a sentence
    while (from < parts.length - 1 && isLead(parts[from])) {
      from++;
    }
    name = String.join(" ", List.of(parts).subList(from, parts.length));
    if (!words.isName(name, 2) || own.isIn(Folding.fold(name)) || hasBody(name)) {
      return null;
    }
    String before = text.substring(Math.max(0, matcher.start() - 25), matcher.start());
    String folded = Folding.fold(before);
    if ((COLLECTIVES.matcher(folded).find() || folded.matches("(?s).*\\d $")) && from == 0) {
      return null;
    }
    if (folded.matches("(?s).*(?:'s|\\b(?:in|near|from|en|au|aux|a|an|nach|nel|na|no|i|at)) $")
        && from == 0) {
      return null;
    }
    return name;
  }

  private boolean isLead(String part) {
    String key = Folding.key(part);
    return words.honorifics(key + " x") > 0
        || Set.of(
                "the",
                "on",
                "in",
                "el",
                "la",
                "le",
                "les",
                "der",
                "die",
                "das",
                "since",
                "after",
                "when",
                "activist",
                "journalist",
                "lawyer",
                "dr",
                "prisoner",
                "human",
                "mr",
                "ms",
                "il",
                "os",
                "journalistin",
                "frau",
                "herr",
                "aktivistin",
                "aktivist",
                "anwalt",
                "anwaltin",
                "studentin",
                "student",
                "menschenrechtler",
                "menschenrechtsverteidiger",
                "menschenrechtsanwalt",
                "brothers",
                "defender",
                "opposition",
                "leader",
                "lehrer",
                "lehrerin",
                "blogger",
                "poet",
                "writer",
                "author",
                "teacher")
            .contains(key);
  }

  private boolean hasBody(String name) {
    for (String word : name.split("\\s+", 20)) {
      String key = Folding.key(word);
      if (bodies.contains(key) || countries.code(word) != null || demonyms.contains(key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfficial(String name, List<String> officials) {
    String key = Folding.key(name);
    return officials.stream()
        .map(Folding::key)
        .anyMatch(
            official ->
                official.contains(key) || (key.contains(official) && official.length() > 5));
  }

  private static boolean isCapitals(String text) {
    return text.equals(text.toUpperCase(Locale.ROOT));
  }

  /** Groups: acronyms that the opening names and the document repeats, or a name in brackets. */
  private List<FoundPerson> groups(Paragraphs.Paragraph paragraph, String all) {
    Set<String> names = new LinkedHashSet<>();
    Matcher acronym = ACRONYM.matcher(paragraph.text());
    while (acronym.find()) {
      String name = acronym.group();
      if (count(all, name) >= 2
          && !own.isIn(Folding.fold(name))
          && countries.code(name) == null
          && !isCapitals(paragraph.text())) {
        names.add(name);
      }
    }
    Matcher brackets = SHORT_NAME.matcher(paragraph.text());
    while (brackets.find()) {
      if (!own.isIn(Folding.fold(brackets.group(1))) && countries.code(brackets.group(1)) == null) {
        names.add(brackets.group(1));
      }
    }
    return names.stream()
        .map(
            name ->
                new FoundPerson(
                    Found.doubtful(
                        name,
                        paragraph.line(),
                        "a group that the story names; no label gives the names"),
                    List.of(),
                    null))
        .toList();
  }

  private static int count(String all, String name) {
    int count = 0;
    for (int i = all.indexOf(name); i >= 0 && count < 9; i = all.indexOf(name, i + name.length())) {
      count++;
    }
    return count;
  }
}
