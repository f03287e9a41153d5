package org.urgentaction.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguagesTest {
  private static final Path TEMPLATES = Path.of("templates");
  private static final Path SPECIMENS = Path.of("src/test/resources/languages");

  private static final Map<String, Object> ARGUMENTS =
      Map.ofEntries(
          Map.entry("people", "PEOPLE"),
          Map.entry("person", "PERSON"),
          Map.entry("country", "COUNTRY"),
          Map.entry("name", "NAME"),
          Map.entry("role", "ROLE"),
          Map.entry("official", "OFFICIAL"),
          Map.entry("date", "DATE"),
          Map.entry("place", "PLACE"),
          Map.entry("recipients", "RECIPIENTS"),
          Map.entry("writer", "WRITER"),
          Map.entry("n", 2),
          Map.entry("total", 3));

  private static final List<String> GENDERS = List.of("he", "she", "they", "unknown");

  /** The directional marks, embeddings, overrides and isolates of UAX #9. */
  private static final Pattern BIDI_CONTROL =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Set<String> SPECIMEN_KEYS =
      Set.of("title", "person", "role", "official", "salutation", "ask.1", "ask.2", "letter");

  static Stream<String> languages() throws IOException {
    return tags(TEMPLATES, Pattern.compile("messages_(\\w+)\\.properties"));
  }

  static Stream<String> specimens() throws IOException {
    return tags(SPECIMENS, Pattern.compile("(\\w+)\\.properties"));
  }

  private static Stream<String> tags(Path folder, Pattern name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> tags =
          files
              .map(file -> name.matcher(file.getFileName().toString()))
              .filter(matcher -> matcher.matches())
              .map(matcher -> matcher.group(1))
              .sorted()
              .toList();
      assertFalse(tags.isEmpty(), folder.toString());
      return tags.stream();
    }
  }

  private static Map<String, String> messages(String tag) throws IOException {
    return read(TEMPLATES.resolve("messages_" + tag + ".properties"));
  }

  private static Map<String, String> specimen(String tag) throws IOException {
    return read(SPECIMENS.resolve(tag + ".properties"));
  }

  private static Map<String, String> read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> read = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
    return read;
  }

  private static Map<String, Object> arguments(String gender) {
    Map<String, Object> arguments = new HashMap<>(ARGUMENTS);
    arguments.put("gender", gender);
    return arguments;
  }

  private static Locale locale(String tag) {
    return Locale.forLanguageTag(tag.replace('_', '-'));
  }

  private static String withoutArguments(String text) {
    String bare = text;
    for (Object value : ARGUMENTS.values()) {
      bare = bare.replace(value.toString(), "");
    }
    return bare;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aLanguageHasExactlyTheKeysOfEnglish(String tag) throws IOException {
    assertEquals(messages("en").keySet(), messages(tag).keySet());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyPhraseIsFilledInForEveryGender(String tag) throws IOException {
    Messages messages = new Messages(locale(tag), tag, messages(tag));
    for (String key : messages(tag).keySet()) {
      for (String gender : GENDERS) {
        String phrase = messages.get(key, arguments(gender));
        String where = "%s %s %s: %s".formatted(tag, key, gender, phrase);
        assertFalse(phrase.isBlank(), where);
        assertEquals(phrase.strip(), phrase, where);
        assertFalse(Pattern.compile("[{}']").matcher(phrase).find(), where);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aPhraseSaysAllThatItsEnglishOneSaysOfTheCase(String tag) throws IOException {
    Map<String, String> english = messages("en");
    Map<String, String> own = messages(tag);
    for (String key : english.keySet()) {
      Set<String> wanted = new TreeSet<>(new MessageFormat(english.get(key)).getArgumentNames());
      Set<String> found =
          new TreeSet<>(new MessageFormat(own.get(key), ULocale.ROOT).getArgumentNames());
      wanted.removeAll(found);
      wanted.remove("gender"); // for languages that inflect by it
      assertEquals(Set.of(), wanted, tag + " " + key + " leaves out");
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aLanguageThatIsNotEnglishIsNotInEnglish(String tag) throws IOException {
    Map<String, String> own = messages(tag);
    Map<String, String> english = messages("en");
    for (String key : List.of("subject", "closing", "asks.intro", "opening", "cover.body.1")) {
      if (!tag.startsWith("en")) {
        assertNotEquals(english.get(key), own.get(key), tag + " " + key);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noPhraseHasAMarkOfDirectionOrALetterInPieces(String tag) throws IOException {
    Map<String, String> phrases = new TreeMap<>(messages(tag));
    // What is filled in may be of another script: a phrase may isolate it, and do no more.
    phrases.replaceAll((key, text) -> text.replaceAll("\u2068(\\{[a-z]+})\u2069", "$1"));
    assertClean(phrases, "messages_" + tag);
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void noSpecimenHasAMarkOfDirectionOrALetterInPieces(String tag) throws IOException {
    assertClean(specimen(tag), tag);
  }

  private static void assertClean(Map<String, String> texts, String source) {
    texts.forEach(
        (key, text) -> {
          String where = source + " " + key + ": " + text;
          assertFalse(BIDI_CONTROL.matcher(text).find(), where);
          assertEquals(Normalizer2.getNFCInstance().normalize(text), text, where);
          assertFalse(text.contains("\uFFFD"), where);
        });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageWithPhrasesHasASpecimen(String tag) throws IOException {
    assertTrue(specimens().toList().contains(tag), tag);
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void aSpecimenHasItsKeysAndALetterOfSeveralParagraphs(String tag) throws IOException {
    Map<String, String> specimen = specimen(tag);
    assertEquals(SPECIMEN_KEYS, specimen.keySet());
    specimen.forEach((key, text) -> assertFalse(text.isBlank(), tag + " " + key));
    String letter = specimen.get("letter");
    assertTrue(letter.split("\n\n").length >= 3, tag);
    int words = words(letter, locale(tag));
    assertTrue(words >= 80 && words <= 350, tag + " has " + words + " words");
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void aSpecimenHasANumberInRunningTextAndALatinNameWhateverTheScript(String tag)
      throws IOException {
    Map<String, String> specimen = specimen(tag);
    String letter = specimen.get("letter");
    assertTrue(letter.contains("+7 7172 74-56-31"), tag);
    if (!scriptsOf(specimen.get("person")).equals(Set.of(Character.UnicodeScript.LATIN))) {
      assertTrue(letter.contains("Zhanbolat Mamay"), tag);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void phrasesAreInTheScriptOfTheLanguage(String tag) throws IOException {
    Set<Character.UnicodeScript> expected = scriptsOf(specimen(tag).get("person"));
    String opening =
        withoutArguments(
            new Messages(locale(tag), tag, messages(tag)).get("opening", arguments("he")));
    Set<Character.UnicodeScript> found = scriptsOf(opening);
    if (!Set.of("ja", "ko", "zh").contains(locale(tag).getLanguage())) {
      assertEquals(expected, found, tag + ": " + opening);
    }
  }

  private static Set<Character.UnicodeScript> scriptsOf(String text) {
    Set<Character.UnicodeScript> scripts = new TreeSet<>();
    text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(Character.UnicodeScript::of)
        .filter(script -> script != Character.UnicodeScript.COMMON)
        .filter(script -> script != Character.UnicodeScript.INHERITED)
        .forEach(scripts::add);
    return scripts;
  }

  private static int words(String text, Locale language) {
    BreakIterator breaks = BreakIterator.getWordInstance(language);
    breaks.setText(text);
    List<Integer> words = new ArrayList<>();
    for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
      if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
        words.add(at);
      }
    }
    return words.size();
  }
}
