package org.urgentaction.docx;

import com.ibm.icu.util.ULocale;
import java.util.Locale;

/** Language tags as Word keeps them: with the region that CLDR thinks likely. */
final class WordLanguage {
  private WordLanguage() {}

  /** ru-RU for ru, zh-TW for zh-Hant; the script only where language and region do not say it. */
  static String tag(Locale language) {
    ULocale full = ULocale.addLikelySubtags(ULocale.forLocale(language));
    if (full.getLanguage().isEmpty() || full.getCountry().isEmpty()) {
      return language.toLanguageTag();
    }
    ULocale regional = new ULocale(full.getLanguage(), full.getCountry());
    boolean plain = ULocale.addLikelySubtags(regional).getScript().equals(full.getScript());
    return (plain ? regional : full).toLanguageTag();
  }
}
