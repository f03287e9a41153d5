package org.urgentaction.campaign;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows by its first words in which of the usual languages of letters a salutation is. */
final class SalutationLanguages {
  private static final Map<String, Pattern> BEGINNINGS = beginnings();

  private SalutationLanguages() {}

  private static Map<String, Pattern> beginnings() {
    Map<String, Pattern> beginnings = new LinkedHashMap<>();
    beginnings.put("en", start("dear|your (?:royal )?(?:excellency|honou?r|majesty|highness)"));
    beginnings.put("fr", start("monsieur|madame|excellence|chère?|votre excellence"));
    beginnings.put("es", start("estimad[oa]s?|señora?|excelent[ií]sim[oa]|su excelencia"));
    beginnings.put("de", start("sehr geehrte[rs]?|exzellenz|eure exzellenz"));
    beginnings.put("it", start("egregi[oa]|gentile|illustrissim[oa]|eccellenza|signora?"));
    beginnings.put("pt", start("exm[oa]|excelentíssim[oa]|prezad[oa]|senhora?|vossa"));
    beginnings.put("nl", start("geachte|excellentie"));
    beginnings.put("ru", start("уважаем(?:ый|ая|ые)|ваше превосходительство"));
    beginnings.put("uk", start("шановн(?:ий|а|і)|вельмишановн(?:ий|а)|ваша ясновельможносте"));
    beginnings.put("tr", start("sayın|ekselansları"));
    return beginnings;
  }

  private static Pattern start(String words) {
    return Pattern.compile(
        "(?:" + words + ")(?![\\p{L}\\p{M}]).*",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  /** The language it is in, where that is another than the one it is to be in. */
  static Optional<Locale> otherThan(Locale wanted, String salutation) {
    String text = salutation.strip();
    Pattern own = BEGINNINGS.get(wanted.getLanguage());
    if (own != null && own.matcher(text).matches()) {
      return Optional.empty();
    }
    return BEGINNINGS.entrySet().stream()
        .filter(each -> !each.getKey().equals(wanted.getLanguage()))
        .filter(each -> each.getValue().matcher(text).matches())
        .map(each -> Locale.forLanguageTag(each.getKey()))
        .findFirst();
  }
}
