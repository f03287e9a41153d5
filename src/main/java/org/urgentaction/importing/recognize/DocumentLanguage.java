package org.urgentaction.importing.recognize;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.urgentaction.importing.IssuedDocument;
import org.urgentaction.importing.IssuedLine;

/** Tells a document's language by its script and its small words; what the file says is a hint. */
final class DocumentLanguage {
  private static final int ENOUGH = 40_000;

  private final Lexicon lexicon;

  DocumentLanguage(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** A BCP 47 tag; English where nothing tells. */
  String of(IssuedDocument document) {
    StringBuilder all = new StringBuilder();
    for (IssuedLine line : document.lines()) {
      if (all.length() < ENOUGH) {
        all.append(line.text(), 0, Math.min(line.text().length(), ENOUGH)).append(' ');
      }
    }
    String script = byScript(all);
    if (!script.isEmpty()) {
      return script;
    }
    String best = "";
    int most = 0;
    String[] words = Folding.fold(all.toString()).split("[^\\p{L}']+");
    for (Map.Entry<String, Set<String>> language : lexicon.stopwords().entrySet()) {
      int count = (int) List.of(words).stream().filter(language.getValue()::contains).count();
      if (count > most) {
        most = count;
        best = language.getKey();
      }
    }
    String stated = document.language();
    if (!stated.isEmpty()
        && (best.isEmpty() || Locale.forLanguageTag(stated).getLanguage().equals(best))) {
      return stated;
    }
    return best.isEmpty() ? "en" : best;
  }

  private static String byScript(CharSequence text) {
    int kana = 0;
    int han = 0;
    int hangul = 0;
    int arabic = 0;
    int cyrillic = 0;
    int persian = 0;
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c)) {
        continue;
      }
      switch (Character.UnicodeScript.of(c)) {
        case HIRAGANA, KATAKANA -> kana++;
        case HAN -> han++;
        case HANGUL -> hangul++;
        case ARABIC -> {
          arabic++;
          persian += "پچژگیک".indexOf(c) >= 0 ? 1 : 0;
        }
        case CYRILLIC -> cyrillic++;
        default -> latin++;
      }
    }
    if (kana * 4 > latin && kana > 10) {
      return "ja";
    }
    if (hangul > latin) {
      return "ko";
    }
    if (han * 2 > latin && han > 20) {
      return kana > han / 8 ? "ja" : "zh";
    }
    if (arabic > latin) {
      return persian * 12 > arabic ? "fa" : "ar";
    }
    return cyrillic > latin ? "ru" : "";
  }
}
