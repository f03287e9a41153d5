package org.urgentaction.campaign;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges whether the words of a letter say what a campaign needs said: who is meant and what is
 * asked. It errs on the side of silence, since names are inflected and requests are re-worded.
 */
public final class LetterContent {
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Written without spaces, or with particles before words: the same word looks too different. */
  private static final Set<String> HARD_TO_COMPARE =
      Set.of("zh", "yue", "ja", "th", "km", "lo", "my", "bo", "dz", "ar", "he", "sw", "ka");

  private static final int STEM = 5;
  private static final int SHORTEST_NAME_STEM = 4;

  private final Campaign campaign;

  public LetterContent(Campaign campaign) {
    this.campaign = campaign;
  }

  /**
   * Whether a text names a person at risk, in any spelling and case; true where nobody is known.
   */
  public boolean namesAnyone(String letter) {
    if (campaign.people().isEmpty()
        || letter.contains("${person.name}")
        || letter.contains("${people}")) {
      return true;
    }
    String folded = folded(letter);
    Set<String> words = new HashSet<>(words(letter));
    for (Person person : campaign.people()) {
      List<String> spellings = new ArrayList<>(person.also());
      spellings.add(person.name());
      spellings.addAll(person.names().values().values());
      for (String spelling : spellings) {
        if (folded.contains(folded(spelling)) || hasSurname(folded, words, spelling)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a word begins as the surname does; endings vary where names are inflected. */
  private static boolean hasSurname(String folded, Set<String> words, String name) {
    List<String> parts = words(name);
    if (parts.size() < 2) {
      return false;
    }
    String surname = parts.get(parts.size() - 1);
    if (surname.length() < SHORTEST_NAME_STEM) {
      return words.contains(surname);
    }
    String stem = surname.substring(0, Math.max(SHORTEST_NAME_STEM, surname.length() - 2));
    return words.stream().anyMatch(word -> word.startsWith(stem))
        || (isArabicScript(stem) && folded.contains(stem));
  }

  /** The numbers, from 0, of the requests of which hardly a word comes back in a text. */
  public List<Integer> missingRequests(Locale language, String letter) {
    List<String> asks = campaign.asks().values().getOrDefault(language, List.of());
    List<Integer> missing = new ArrayList<>();
    if (HARD_TO_COMPARE.contains(language.getLanguage())) {
      return missing;
    }
    Set<String> inLetter = stems(letter);
    Set<String> names = new HashSet<>();
    for (Person person : campaign.people()) {
      names.addAll(stems(person.nameIn(language)));
      names.addAll(stems(person.name()));
    }
    for (int i = 0; i < asks.size(); i++) {
      Set<String> wanted = stems(asks.get(i));
      wanted.removeAll(names);
      long kept = wanted.stream().filter(inLetter::contains).count();
      if (!wanted.isEmpty() && kept * 4 < wanted.size()) {
        missing.add(i);
      }
    }
    return missing;
  }

  /** Whether two requests are made of nearly the same words. */
  static boolean saysTheSame(String one, String other) {
    Set<String> first = new HashSet<>(words(one));
    Set<String> second = new HashSet<>(words(other));
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    first.addAll(second);
    return !first.isEmpty() && both.size() * 10 >= first.size() * 9;
  }

  /** The beginnings of the longer words, which carry the content. */
  private static Set<String> stems(String text) {
    Set<String> stems = new LinkedHashSet<>();
    for (String word : words(text)) {
      if (word.length() >= STEM) {
        stems.add(word.substring(0, STEM));
      }
    }
    return stems;
  }

  private static List<String> words(String text) {
    return List.of(NOT_LETTERS.split(folded(text).strip())).stream()
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Lower case without accents, so that spellings that differ in these alone are one. */
  private static String folded(String text) {
    return Normalizer2.getNFKDInstance()
        .normalize(UCharacter.foldCase(text, true))
        .replaceAll("\\p{M}+", "");
  }

  private static boolean isArabicScript(String text) {
    return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.ARABIC;
  }
}
