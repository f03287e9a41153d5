package org.urgentaction.campaign;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.urgentaction.problem.Problem;

/**
 * Doubts about languages: promised but not written, missing beside others, or not what the tag
 * says.
 */
final class LanguageChecker {

  void check(CampaignFile file, List<Problem> found) {
    checkPreferred(file, found);
    Campaign campaign = file.campaign();
    Set<Locale> letters = campaign.letterLanguages();
    checkMissing(file, "title", campaign.title(), letters, found);
    checkMissing(file, "summary", campaign.summary(), letters, found);
    checkMissing(file, "asks", campaign.asks(), letters, found);
    for (int i = 0; i < campaign.targets().size(); i++) {
      Target target = campaign.targets().get(i);
      checkMissing(file, "targets[" + i + "].role", target.role(), letters, found);
      checkMissing(file, "targets[" + i + "].salutation", target.salutation(), letters, found);
    }
    for (Map.Entry<String, Localized<String>> text : textsOf(campaign).entrySet()) {
      checkScripts(file, text.getKey(), text.getValue(), found);
      checkTwins(file, text.getKey(), text.getValue(), found);
      if (text.getKey().endsWith(".salutation")) {
        checkSalutation(file, text.getKey(), text.getValue(), found);
      }
    }
  }

  private static void checkPreferred(CampaignFile file, List<Problem> found) {
    Campaign campaign = file.campaign();
    List<Locale> preferred = campaign.preferredLanguages();
    for (int i = 0; i < preferred.size(); i++) {
      Locale language = preferred.get(i);
      if (!campaign.letter().has(language) && !campaign.asks().has(language)) {
        found.add(
            file.warning(
                    "preferred_languages[" + i + "]",
                    "%s is preferred, and there is neither a letter nor a request in it"
                        .formatted(language.getDisplayName(Locale.ENGLISH)))
                .advise("write `letter: {%s: …}`".formatted(language.toLanguageTag())));
      }
    }
  }

  private static void checkMissing(
      CampaignFile file,
      String path,
      Localized<?> text,
      Set<Locale> letterLanguages,
      List<Problem> found) {
    List<String> missing =
        letterLanguages.stream()
            .filter(language -> !text.has(language))
            .map(Locale::toLanguageTag)
            .toList();
    if (!text.isEmpty() && !missing.isEmpty()) {
      found.add(
          file.warning(
                  path,
                  "%s is not written in every language that letters are: %s missing"
                      .formatted(Reading.label(path), String.join(", ", missing)))
              .advise("add it, or letters in these languages fall back to another"));
    }
  }

  private static void checkScripts(
      CampaignFile file, String path, Localized<String> text, List<Problem> found) {
    text.values()
        .forEach(
            (language, value) -> {
              if (isInAnotherScript(value, language)) {
                found.add(
                    file.warning(
                            path + "." + language.toLanguageTag(),
                            "%s is not in the letters that %s is written in"
                                .formatted(
                                    Reading.label(path), language.getDisplayName(Locale.ENGLISH)))
                        .advise("write it in the language of its tag"));
              }
            });
  }

  private static void checkSalutation(
      CampaignFile file, String path, Localized<String> salutation, List<Problem> found) {
    salutation
        .values()
        .forEach(
            (language, text) ->
                SalutationLanguages.otherThan(language, text)
                    .ifPresent(
                        other ->
                            found.add(
                                file.warning(
                                        path + "." + language.toLanguageTag(),
                                        "a letter in %s begins in %s here: `%s`"
                                            .formatted(
                                                language.getDisplayLanguage(Locale.ENGLISH),
                                                other.getDisplayLanguage(Locale.ENGLISH),
                                                Spelling.shown(text)))
                                    .advise(
                                        "write it in the letter's language, or leave it out: the"
                                            + " letter has one of its own"))));
  }

  private static void checkTwins(
      CampaignFile file, String path, Localized<String> text, List<Problem> found) {
    List<Map.Entry<Locale, String>> all = new ArrayList<>(text.values().entrySet());
    for (int i = 1; i < all.size(); i++) {
      Locale language = all.get(i).getKey();
      for (Map.Entry<Locale, String> earlier : all.subList(0, i)) {
        if (earlier.getValue().equals(all.get(i).getValue())
            && !isInAnotherScript(earlier.getValue(), language)
            && !earlier.getKey().getLanguage().equals(language.getLanguage())) {
          found.add(
              file.warning(
                      path + "." + language.toLanguageTag(),
                      "%s is the same in %s as in %s"
                          .formatted(
                              Reading.label(path),
                              language.getDisplayName(Locale.ENGLISH),
                              earlier.getKey().getDisplayName(Locale.ENGLISH)))
                  .advise("translate it, or leave it out"));
          break;
        }
      }
    }
  }

  /** Whether most letters belong to no script of the language. */
  private static boolean isInAnotherScript(String text, Locale language) {
    int[] scripts = UScript.getCode(ULocale.forLocale(language));
    if (scripts == null) {
      return false;
    }
    long letters = text.codePoints().filter(Character::isLetter).count();
    long own =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(c -> Arrays.stream(scripts).anyMatch(script -> UScript.hasScript(c, script)))
            .count();
    return letters > 0 && own * 2 < letters;
  }

  private static Map<String, Localized<String>> textsOf(Campaign campaign) {
    Map<String, Localized<String>> texts = new LinkedHashMap<>();
    texts.put("title", campaign.title());
    texts.put("summary", campaign.summary());
    texts.put("letter", campaign.letter());
    for (int i = 0; i < campaign.targets().size(); i++) {
      texts.put("targets[" + i + "].salutation", campaign.targets().get(i).salutation());
    }
    for (int i = 0; i < campaign.copies().size(); i++) {
      texts.put("copies[" + i + "].salutation", campaign.copies().get(i).office().salutation());
    }
    return texts;
  }
}
