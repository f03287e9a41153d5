package org.urgentaction.docx;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What running text is, by the inlines that it stands in.
 *
 * @param language its own or its paragraph's
 * @param link where it leads, or null
 */
record CharacterStyle(boolean strong, boolean emphasis, Locale language, @Nullable String link) {

  static CharacterStyle plain(Locale language) {
    return new CharacterStyle(false, false, language, null);
  }

  CharacterStyle asStrong() {
    return new CharacterStyle(true, emphasis, language, link);
  }

  CharacterStyle asEmphasis() {
    return new CharacterStyle(strong, true, language, link);
  }

  CharacterStyle in(Locale other) {
    return new CharacterStyle(strong, emphasis, other, link);
  }

  CharacterStyle leading(String target) {
    return new CharacterStyle(strong, emphasis, language, link == null ? target : link);
  }
}
