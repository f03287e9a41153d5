package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a line at the head of an address names: a role, a person, a body, or a place. */
final class HeadWords {
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "of", "de", "del", "della", "du", "des", "di", "do", "da", "for", "to", "in", "fur", "en",
          "et", "and", "van", "von", "der", "till", "at", "i", "för", "y", "on", "per", "pour",
          "para", "auf", "-");
  private static final Set<String> COMPOUNDS =
      Set.of(
          "minister",
          "ministern",
          "ministerin",
          "prasident",
          "prasidentin",
          "anwalt",
          "anwaltin",
          "sekretar",
          "direktor",
          "kommissar",
          "guvernor",
          "aklagare",
          "大臣",
          "大使",
          "長官",
          "総長",
          "大統領");
  private static final Set<String> ARTICLES =
      Set.of(
          "the", "la", "le", "el", "los", "las", "les", "l'", "der", "die", "das", "il", "o", "a",
          "den", "de", "het");

  private final Phrases roles;
  private final Phrases organs;
  private final Phrases places;
  private final Phrases honorifics;
  private final Phrases portfolios;
  private final NameShape names;
  private final CountryNames countries;

  HeadWords(Lexicon lexicon, CountryNames countries) {
    roles = lexicon.phrases("roles");
    organs = lexicon.phrases("organs");
    places = lexicon.phrases("places");
    honorifics = lexicon.phrases("honorifics");
    portfolios = lexicon.phrases("portfolios");
    names = new NameShape(lexicon, countries);
    this.countries = countries;
  }

  /** What a line names. */
  enum Kind {
    ROLE,
    NAME,
    ORGAN,
    PLACE
  }

  Kind kind(String line) {
    String text = line.strip();
    String folded = Folding.fold(text);
    int honorific = honorifics(folded);
    if (honorific > 0) {
      String rest = text.substring(honorific);
      String foldedRest = Folding.fold(rest);
      int article = article(foldedRest, 0);
      if (roles.at(foldedRest, article) > 0 && roleAndName(rest) == null && !isName(rest, 2)) {
        return Kind.ROLE;
      }
      if (roles.at(foldedRest, article) == foldedRest.length() - article) {
        return Kind.ROLE;
      }
      if (isName(rest, 1) || roleAndName(rest) != null) {
        return Kind.NAME;
      }
    }
    if (hasDigit(folded)) {
      return Kind.PLACE;
    }
    Kind office = office(folded);
    if (office != null) {
      return office;
    }
    return isName(text, 2) ? Kind.NAME : Kind.PLACE;
  }

  /** Role or body by the last such word before the first preposition: the head of the phrase. */
  private @Nullable Kind office(String folded) {
    Kind last = null;
    for (int i = article(folded, 0); i < folded.length(); i++) {
      if (!Phrases.isBoundary(folded, i) || !Character.isLetter(folded.charAt(i))) {
        continue;
      }
      boolean spaceless =
          Character.isIdeographic(folded.charAt(i))
              || Character.UnicodeScript.of(folded.charAt(i)) == Character.UnicodeScript.KATAKANA;
      int organ = organs.at(folded, i);
      int role = roleAt(folded, i);
      if (organ > 0 || role > 0) {
        last = organ > role ? Kind.ORGAN : Kind.ROLE;
        i += Math.max(organ, role) - 1;
        continue;
      }
      int end = i;
      while (end < folded.length()
          && (Character.isLetter(folded.charAt(end)) || folded.charAt(end) == '\'')) {
        end++;
      }
      if (last != null && PREPOSITIONS.contains(folded.substring(i, end))) {
        return last;
      }
      if (last == null && places.at(folded, i) > 0) {
        return null;
      }
      i = spaceless ? i : Math.max(i, end - 1);
    }
    return last;
  }

  /** The length of a role at a place, compounds such as Premierminister included; or 0. */
  private int roleAt(String folded, int at) {
    int role = roles.at(folded, at);
    if (role > 0 || at >= folded.length()) {
      return role;
    }
    int end = at;
    while (end < folded.length() && Character.isLetter(folded.charAt(end)) && end - at < 60) {
      end++;
    }
    String word = folded.substring(at, end);
    return COMPOUNDS.stream().anyMatch(last -> word.length() > last.length() && word.endsWith(last))
        ? word.length()
        : 0;
  }

  /** The length of the honorifics at the beginning, with the spaces after them; or 0. */
  int honorifics(String folded) {
    int at = 0;
    while (at < folded.length()) {
      int length = honorifics.at(folded, at);
      if (length == 0) {
        break;
      }
      int end = at + length;
      if (end < folded.length() && ".,".indexOf(folded.charAt(end)) >= 0) {
        end++;
      }
      if (end < folded.length() && folded.charAt(end) != ' ' && folded.charAt(end - 1) != '.') {
        break;
      }
      while (end < folded.length() && folded.charAt(end) == ' ') {
        end++;
      }
      at = end;
    }
    return at;
  }

  private static int article(String folded, int from) {
    int space = folded.indexOf(' ', from);
    if (space > 0 && ARTICLES.contains(folded.substring(from, space))) {
      return space + 1;
    }
    return folded.startsWith("l'", from) ? from + 2 : from;
  }

  /** Whether a text is shaped as a person's name, of so many words at least. */
  boolean isName(String text, int fewest) {
    return names.isName(text, fewest);
  }

  /** A role and the person who holds it, on one line. */
  record RoleAndName(String role, String name) {}

  /**
   * Takes "Ambassador José Cabañas", "President of Kazakhstan X Y", "Role, Name" apart; or null.
   */
  @Nullable RoleAndName roleAndName(String line) {
    String text = line.strip();
    if (text.endsWith(",")) {
      text = text.substring(0, text.length() - 1);
    }
    if (hasDigit(text)) {
      return null;
    }
    RoleAndName byComma = byComma(text);
    if (byComma != null) {
      return byComma;
    }
    String folded = Folding.fold(text);
    int start = article(folded, 0);
    for (int end : roleEnds(folded, start)) {
      String name = text.substring(end).strip();
      int first = name.indexOf(' ');
      if (first > 0 && PREPOSITIONS.contains(Folding.key(name.substring(0, first)))) {
        continue;
      }
      boolean honored = honorifics(Folding.fold(name)) > 0;
      String bare = honored ? name.substring(honorifics(Folding.fold(name))) : name;
      if (isName(bare, honored ? 1 : 2)) {
        return new RoleAndName(text.substring(0, end).strip(), name);
      }
    }
    return null;
  }

  private @Nullable RoleAndName byComma(String text) {
    int comma = text.indexOf(',');
    if (comma < 0 || (text.indexOf(',', comma + 1) >= 0 && comma < 3)) {
      return null;
    }
    String left = text.substring(0, comma).strip();
    String right = text.substring(comma + 1).strip();
    boolean leftName = isPerson(left);
    boolean rightName = isPerson(right);
    if (rightName && !leftName && office(Folding.fold(left)) == Kind.ROLE) {
      return new RoleAndName(left, right);
    }
    if (leftName && !rightName && office(Folding.fold(right)) == Kind.ROLE && right.length() < 90) {
      return new RoleAndName(right, left);
    }
    return null;
  }

  boolean isPerson(String text) {
    int honorific = honorifics(Folding.fold(text));
    return isName(text.substring(honorific), honorific > 0 ? 1 : 2);
  }

  /** Where the role at the beginning of a line may end, the latest place first. */
  private List<Integer> roleEnds(String folded, int start) {
    int role = leadingRole(folded, start);
    if (role == 0) {
      return List.of();
    }
    List<Integer> ends = new ArrayList<>();
    int at = role;
    ends.add(at);
    while (at < folded.length() && folded.charAt(at) == ' ') {
      int next = at + 1;
      int word = folded.indexOf(' ', next);
      String preposition = word < 0 ? "" : folded.substring(next, word);
      if (!PREPOSITIONS.contains(preposition)) {
        break;
      }
      next = article(folded, word + 1);
      CountryNames.Named country = countries.at(folded, next);
      int portfolio = portfolios.at(folded, next);
      int length = Math.max(portfolio, country == null ? 0 : country.end() - next);
      int further = leadingRole(folded, next);
      length = Math.max(length, further == 0 ? 0 : further - next);
      if (length == 0) {
        break;
      }
      at = next + length;
      ends.add(0, at);
    }
    return ends;
  }

  /** Where the role that a line begins with ends, words before it such as Deputy included; or 0. */
  private int leadingRole(String folded, int start) {
    int at = start;
    int end = 0;
    for (int words = 0; words < 4 && at < folded.length(); words++) {
      int role = roleAt(folded, at);
      if (role > 0) {
        end = at + role;
        at = end + 1;
        words--;
        continue;
      }
      if (end > 0) {
        break;
      }
      int space = folded.indexOf(' ', at);
      if (space < 0 || PREPOSITIONS.contains(folded.substring(at, space)) || words > 1) {
        break;
      }
      at = space + 1;
    }
    return end;
  }

  /** Where within a line a body's name begins, after words that are none; -1 where none does. */
  int organWithin(String text) {
    String folded = Folding.fold(text);
    int organ = organs.indexIn(folded, 1);
    while (organ > 0 && !Character.isUpperCase(text.charAt(organ))) {
      organ = organs.indexIn(folded, organ + 1);
    }
    if (organ <= 0) {
      return -1;
    }
    // Permanent Mission, Royal Embassy, Colombian Embassy: the words before belong to it
    int start = organ;
    int space = folded.lastIndexOf(' ', start - 2);
    String before = folded.substring(space + 1, Math.max(space + 1, start - 1));
    if (before.endsWith("'s")) {
      String office = before.substring(0, before.length() - 2);
      start = space + 1;
      int earlier = folded.lastIndexOf(' ', space - 1);
      boolean longer =
          earlier > 0 && roles.contains(folded.substring(earlier + 1, space) + " " + office);
      return longer ? earlier + 1 : start;
    }
    if (before.equals("permanent") || before.equals("royal") || before.equals("presidential")) {
      start = space + 1;
    }
    return start;
  }

  static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  boolean beginsWithRole(String text) {
    String folded = Folding.fold(text.strip());
    return leadingRole(folded, article(folded, 0)) > 0;
  }

  boolean isCountry(String text) {
    return countries.code(text) != null;
  }
}
