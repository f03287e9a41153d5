package org.urgentaction.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.urgentaction.problem.Problem;

/** Doubts whether a sample letter says what it must: who is meant and what is asked. */
final class LetterChecker {
  void check(CampaignFile file, List<Problem> found) {
    Campaign campaign = file.campaign();
    campaign.asks().values().forEach((tag, asks) -> checkRepeats(file, tag, asks, found));
    for (Map.Entry<Locale, String> letter : campaign.letter().values().entrySet()) {
      String tag = letter.getKey().toLanguageTag();
      if (!new LetterContent(campaign).namesAnyone(letter.getValue())) {
        found.add(
            file.warning("letter." + tag, "the letter never names the person at risk")
                .advise("write the full name, or `${person.name}`"));
      }
      checkRequests(file, letter.getKey(), letter.getValue(), found);
    }
  }

  private static void checkRepeats(
      CampaignFile file, Locale language, List<String> asks, List<Problem> found) {
    String path = "asks." + language.toLanguageTag();
    for (int i = 1; i < asks.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (LetterContent.saysTheSame(asks.get(i), asks.get(j))) {
          found.add(
              file.warning(
                      path + "[" + i + "]",
                      "this request repeats the one on line %d"
                          .formatted(file.places().at(path + "[" + j + "]").line()))
                  .advise("keep one of them"));
          break;
        }
      }
    }
  }

  private static void checkRequests(
      CampaignFile file, Locale language, String letter, List<Problem> found) {
    String tag = language.toLanguageTag();
    for (int i : new LetterContent(file.campaign()).missingRequests(language, letter)) {
      found.add(
          file.warning(
                  "asks." + tag + "[" + i + "]",
                  "the letter in %s seems to leave this request out"
                      .formatted(language.getDisplayLanguage(Locale.ENGLISH)))
              .advise("repeat the request in the letter, in the same words"));
    }
  }

  /** The texts in which placeholders may stand, by their place. */
  static Map<String, String> textsOf(Campaign campaign) {
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
}
