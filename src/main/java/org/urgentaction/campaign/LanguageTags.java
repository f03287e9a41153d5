package org.urgentaction.campaign;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads BCP 47 language tags and catches the usual slips: a country's code, three letters for two.
 */
final class LanguageTags implements ScalarType<Locale> {
  private final Reading reading;

  LanguageTags(Reading reading) {
    this.reading = reading;
  }

  @Override
  public @Nullable Locale read(YamlNode.Text node, String path) {
    String tag = node.text().strip();
    Locale locale = wellFormed(tag);
    if (locale != null && isLanguage(locale.getLanguage())) {
      return locale;
    }
    reading.error(
        node,
        "`" + Spelling.shown(tag) + "` is no language tag (" + Reading.label(path) + ")",
        advice(tag));
    return null;
  }

  private static @Nullable Locale wellFormed(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      return locale.getLanguage().isEmpty() ? null : locale;
    } catch (IllformedLocaleException e) {
      return null;
    }
  }

  private static boolean isLanguage(String code) {
    return Arrays.asList(Locale.getISOLanguages()).contains(code)
        || (code.length() == 3 && Arrays.asList(ULocale.getISOLanguages()).contains(code));
  }

  private static String advice(String tag) {
    Locale hyphens = wellFormed(tag.replace('_', '-'));
    if (hyphens != null && isLanguage(hyphens.getLanguage())) {
      return "did you mean `" + hyphens.toLanguageTag() + "`?";
    }
    String twoLetters = new ULocale(tag.replace('_', '-')).getLanguage();
    if (tag.length() == 3 && twoLetters.length() == 2 && isLanguage(twoLetters)) {
      return "did you mean `" + twoLetters + "`?";
    }
    String country = tag.toUpperCase(Locale.ROOT);
    if (Countries.isCountry(country)) {
      return country
          + " is a country; a language is meant here, for example en, fr, ru, kk (Kazakh), uk"
          + " (Ukrainian), ar, pt-BR";
    }
    return "a language is written as en, fr, ru, kk, ar, pt-BR";
  }
}
