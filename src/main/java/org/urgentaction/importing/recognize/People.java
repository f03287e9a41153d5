package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Pronouns;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundPerson;
import org.urgentaction.importing.IssuedLine;

/** Those at risk: as labelled, in an old headline with (m) and (f), else as the case names them. */
final class People {
  private static final Pattern BRACKET = Pattern.compile("\\(([^()]{1,60})\\)|（([^（）]{1,60})）");
  private static final Pattern GENDERED =
      Pattern.compile("([^(),;:]{3,80}?)\\s*\\((m|f|male|female|h|w)\\)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NEW_NAME =
      Pattern.compile("^new names?\\s*:\\s*", Pattern.CASE_INSENSITIVE);
  private static final int MOST = 60;

  private final HeadWords words;
  private final CountryNames countries;
  private final NamesInText namesInText;

  People(HeadWords words, CountryNames countries, NamesInText namesInText) {
    this.words = words;
    this.countries = countries;
    this.namesInText = namesInText;
  }

  List<FoundPerson> in(
      List<Section> sections,
      List<IssuedLine> lines,
      @Nullable Found<String> title,
      List<Paragraphs.Paragraph> story,
      List<String> officials) {
    for (Section section : sections) {
      if (section.label() == Label.NAMES) {
        List<FoundPerson> people = labelled(section, gender(sections));
        if (!people.isEmpty()) {
          return people;
        }
      }
    }
    List<FoundPerson> old = headline(lines);
    return old.isEmpty() ? namesInText.in(title, story, lines, officials) : old;
  }

  private static @Nullable Found<Pronouns> gender(List<Section> sections) {
    for (Section section : sections) {
      if (section.label() == Label.GENDER) {
        String said = Folding.key(section.rest());
        Pronouns pronouns = pronouns(said);
        return pronouns == null ? null : Found.certain(pronouns, section.line());
      }
    }
    return null;
  }

  private List<FoundPerson> labelled(Section section, @Nullable Found<Pronouns> gender) {
    List<FoundPerson> people = new ArrayList<>();
    List<IssuedLine> lines = new ArrayList<>();
    if (!section.rest().isEmpty()) {
      lines.add(
          new IssuedLine(
              section.line(), 0, IssuedLine.Kind.TEXT, section.rest(), false, false, List.of()));
    } else {
      for (IssuedLine line : section.lines()) {
        if (line.text().length() > 300
            || (!lines.isEmpty() && line.gapBefore() && line.kind() == IssuedLine.Kind.TEXT)) {
          break;
        }
        lines.add(line);
      }
    }
    for (IssuedLine line : lines) {
      for (String entry : entries(line.text())) {
        FoundPerson person = person(entry, line.number());
        if (person != null && people.size() < MOST) {
          people.add(person);
        }
      }
    }
    if (people.size() == 1 && people.get(0).pronouns() == null && gender != null) {
      return List.of(new FoundPerson(people.get(0).name(), people.get(0).also(), gender));
    }
    return people;
  }

  /** Parts at commas and "and" outside brackets. */
  private static List<String> entries(String text) {
    List<String> entries = new ArrayList<>();
    int depth = 0;
    int from = 0;
    String folded = Folding.fold(text);
    for (int i = 0; i < text.length(); i++) {
      char c = folded.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      int length = depth != 0 ? 0 : c == ',' || c == ';' ? 1 : conjunction(folded, i);
      if (length > 0) {
        entries.add(text.substring(from, i));
        from = i + length;
        i = from - 1;
      }
    }
    entries.add(text.substring(from));
    return entries;
  }

  private static int conjunction(String folded, int at) {
    for (String word : List.of(" and ", " et ", " und ", " och ", " en ", " & ")) {
      if (folded.startsWith(word, at)) {
        return word.length();
      }
    }
    boolean single = folded.startsWith(" y ", at) || folded.startsWith(" e ", at);
    return single && folded.charAt(Math.max(0, at - 1)) == ')' ? 3 : 0;
  }

  private @Nullable FoundPerson person(String entry, int line) {
    Matcher bracket = BRACKET.matcher(entry);
    Found<Pronouns> pronouns = null;
    StringBuilder name = new StringBuilder();
    List<String> also = new ArrayList<>();
    int from = 0;
    while (bracket.find()) {
      String inside = bracket.group(1) == null ? bracket.group(2) : bracket.group(1);
      Pronouns said = pronouns(Folding.key(inside));
      name.append(entry, from, bracket.start()).append(' ');
      from = bracket.end();
      if (said != null) {
        pronouns = Found.certain(said, line);
      } else if (words.isPerson(inside)) {
        also.add(inside.strip());
      }
    }
    name.append(entry.substring(from));
    String text = name.toString().replaceAll("\\s+", " ").strip();
    text = text.replaceAll("^[\\s:.•-]+|[\\s:.-]+$", "");
    boolean names = text.chars().anyMatch(c -> Character.isLetter(c) && !Character.isLowerCase(c));
    if (text.length() < 2
        || text.length() > 120
        || !names
        || Folding.key(text).equals("n/a")
        || isPlural(text)) {
      return null;
    }
    return new FoundPerson(Found.certain(text, line), also, pronouns);
  }

  private static boolean isPlural(String text) {
    String folded = Folding.key(text);
    return folded.startsWith("others")
        || folded.startsWith("and others")
        || folded.equals("various")
        || folded.matches("\\d+ .*");
  }

  static @Nullable Pronouns pronouns(String said) {
    String text = said.strip();
    if (text.startsWith("она") || text.startsWith("彼女")) {
      return Pronouns.SHE;
    }
    if (text.matches(
            "(?:m|male|h|hombre|homme|masculino|masculin|mannlich|maschile|man|m\\.|男性|男|he\\b.*|el\\b.*|il\\b.*|er\\b.*|lui|egli|han\\b.*|ele\\b.*|hij\\b.*|彼|彼.*|هو|он.*)")
        && !text.startsWith("ella")
        && !text.startsWith("elle")) {
      return Pronouns.HE;
    }
    if (text.matches(
        "(?:f|female|w|mujer|femme|femenino|feminin|weiblich|femminile|f\\.|女性|女|she\\b.*|ella\\b.*|elle\\b.*|sie\\b.*|lei\\b.*|hon\\b.*|ela\\b.*|zij\\b.*|彼女.*|هي|она.*)")) {
      return Pronouns.SHE;
    }
    return text.matches("(?:they\\b.*|elles?/.*|elle/el.*|elles|iel.*|hen\\b.*)")
        ? Pronouns.THEY
        : null;
  }

  /** "IRAN Amir Amrollahi (m), aged 17 or 18", and the names on the lines below it. */
  private List<FoundPerson> headline(List<IssuedLine> lines) {
    Map<String, FoundPerson> people = new LinkedHashMap<>();
    int last = -1;
    for (int i = 0; i < Math.min(40, lines.size()); i++) {
      IssuedLine line = lines.get(i);
      if (line.text().length() > 400 || (last >= 0 && i - last > 1)) {
        continue;
      }
      Matcher gendered = GENDERED.matcher(line.text());
      while (gendered.find()) {
        String name = withoutCountry(gendered.group(1));
        if (words.isPerson(name) || words.isName(name, 1)) {
          Pronouns pronouns = pronouns(Folding.key(gendered.group(2)));
          people.putIfAbsent(
              Folding.key(name),
              new FoundPerson(
                  Found.certain(name, line.number()),
                  List.of(),
                  pronouns == null ? null : Found.certain(pronouns, line.number())));
          last = i;
        }
      }
      String plain =
          last < 0 ? afterCountry(line.text()) : NEW_NAME.matcher(line.text()).replaceFirst("");
      if (plain != null && (last < 0 || i - last == 1) && line.text().length() < 160) {
        boolean first = true;
        for (String entry : entries(plain)) {
          if (words.isName(entry, 2) && (last < 0 || first)) {
            people.putIfAbsent(
                Folding.key(entry),
                new FoundPerson(Found.certain(entry.strip(), line.number()), List.of(), null));
            last = i;
          }
          first = false;
        }
      }
    }
    return List.copyOf(people.values());
  }

  /**
   * What follows a country in capitals at the beginning of a line; null where none stands there.
   */
  private @Nullable String afterCountry(String text) {
    CountryNames.Named country = countries.at(Folding.fold(text), 0);
    if (country == null || country.end() >= text.length()) {
      return null;
    }
    String word = text.substring(0, country.end());
    String rest = text.substring(country.end());
    boolean capitals = word.equals(word.toUpperCase(java.util.Locale.ROOT)) && word.length() > 2;
    return capitals
            && (rest.startsWith(" ") || rest.startsWith(":"))
            && !rest.equals(rest.toUpperCase(java.util.Locale.ROOT))
        ? rest.replaceAll("^[\\s:–-]+", "").replaceFirst("^\\([^()]{1,30}\\)\\s*", "")
        : null;
  }

  private String withoutCountry(String text) {
    String rest = afterCountry(text.strip());
    String name = rest == null ? text : rest;
    int and =
        Math.max(
            name.lastIndexOf(" and "), Math.max(name.lastIndexOf(" y "), name.lastIndexOf(" et ")));
    return (and < 0 ? name : name.substring(and + 4)).replaceAll("^[\\s:–-]+", "").strip();
  }
}
