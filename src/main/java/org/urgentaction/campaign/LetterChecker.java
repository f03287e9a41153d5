package org.urgentaction.campaign;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.urgentaction.problem.Problem;

/** Doubts whether a sample letter says what it must: who is meant and what is asked. */
final class LetterChecker {
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Written without spaces, or with particles before words: the same word looks too different. */
  private static final Set<String> HARD_TO_COMPARE =
      Set.of("zh", "yue", "ja", "th", "km", "lo", "my", "bo", "dz", "ar", "he", "sw", "ka");

  private static final int STEM = 5;
  private static final int SHORTEST_NAME_STEM = 4;

  void check(CampaignFile file, List<Problem> found) {
    Campaign campaign = file.campaign();
    for (Map.Entry<Locale, String> letter : campaign.letter().values().entrySet()) {
      String tag = letter.getKey().toLanguageTag();
      if (!namesAnyone(letter.getValue(), campaign)) {
        found.add(
            file.warning("letter." + tag, "the letter never names the person at risk")
                .advise("write the full name, or `${person.name}`"));
      }
      checkRequests(file, letter.getKey(), letter.getValue(), found);
    }
    for (Map.Entry<String, String> text : textsOf(campaign).entrySet()) {
      boolean used =
          Placeholders.namesIn(text.getValue()).stream()
              .anyMatch(name -> name.name().equals("deadline"));
      if (used && campaign.deadline() == null) {
        found.add(
            file.warning(text.getKey(), "`${deadline}` stands here, and the campaign has none")
                .advise("give the `deadline`, or leave it out here"));
      }
    }
  }

  private static boolean namesAnyone(String letter, Campaign campaign) {
    if (letter.contains("${person.name}") || letter.contains("${people}")) {
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

  /** Warns where hardly a word of a request comes back in the letter; careful not to cry wolf. */
  private static void checkRequests(
      CampaignFile file, Locale language, String letter, List<Problem> found) {
    List<String> asks = file.campaign().asks().values().getOrDefault(language, List.of());
    if (HARD_TO_COMPARE.contains(language.getLanguage())) {
      return;
    }
    Set<String> inLetter = stems(letter);
    Set<String> names = new HashSet<>();
    for (Person person : file.campaign().people()) {
      names.addAll(stems(person.nameIn(language)));
      names.addAll(stems(person.name()));
    }
    for (int i = 0; i < asks.size(); i++) {
      Set<String> wanted = stems(asks.get(i));
      wanted.removeAll(names);
      long kept = wanted.stream().filter(inLetter::contains).count();
      if (!wanted.isEmpty() && kept * 4 < wanted.size()) {
        found.add(
            file.warning(
                    "asks." + language.toLanguageTag() + "[" + i + "]",
                    "the letter in %s seems to leave this request out"
                        .formatted(language.getDisplayLanguage(Locale.ENGLISH)))
                .advise("repeat the request in the letter, in the same words"));
      }
    }
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

  private static Map<String, String> textsOf(Campaign campaign) {
    Map<String, String> texts = new LinkedHashMap<>();
    campaign.summary().values().forEach((tag, text) -> texts.put(path("summary", tag), text));
    campaign.letter().values().forEach((tag, text) -> texts.put(path("letter", tag), text));
    campaign.background().values().forEach((tag, text) -> texts.put(path("background", tag), text));
    campaign
        .asks()
        .values()
        .forEach((tag, asks) -> texts.put(path("asks", tag), String.join("\n", asks)));
    return texts;
  }

  private static String path(String key, Locale tag) {
    return key + "." + tag.toLanguageTag();
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
