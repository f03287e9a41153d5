package org.urgentaction.docx;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * The typeface of a script, what stands in for it where it is not installed, and how large and open
 * it is set so that it goes with Noto Serif: the faces and figures of the PDF.
 */
enum ScriptFont {
  EUROPEAN("Noto Serif", "Georgia,Times New Roman", Slot.WESTERN, false, 100, 100, 0),
  ARABIC("Noto Naskh Arabic", "Times New Roman", Slot.COMPLEX, true, 112, 118, 0),
  URDU("Noto Nastaliq Urdu", "Urdu Typesetting", Slot.COMPLEX, true, 100, 172, 0),
  HEBREW("Noto Serif Hebrew", "Times New Roman", Slot.COMPLEX, true, 104, 104, 0),
  ARMENIAN("Noto Sans Armenian", "Sylfaen", Slot.WESTERN, false, 98, 104, 0),
  GEORGIAN("Noto Sans Georgian", "Sylfaen", Slot.WESTERN, false, 98, 104, 0),
  ETHIOPIC("Noto Sans Ethiopic", "Ebrima,Nyala", Slot.WESTERN, false, 98, 110, 137),
  DEVANAGARI("Noto Serif Devanagari", "Nirmala UI,Mangal", Slot.COMPLEX, false, 104, 112, 0),
  BENGALI("Noto Serif Bengali", "Nirmala UI,Vrinda", Slot.COMPLEX, false, 104, 112, 160),
  TAMIL("Noto Sans Tamil", "Nirmala UI,Latha", Slot.COMPLEX, false, 94, 112, 133),
  SINHALA("Noto Sans Sinhala", "Nirmala UI,Iskoola Pota", Slot.COMPLEX, false, 98, 112, 133),
  THAI("Noto Sans Thai", "Leelawadee UI,Angsana New", Slot.COMPLEX, false, 104, 114, 152),
  LAO("Noto Sans Lao", "Leelawadee UI,DokChampa", Slot.COMPLEX, false, 102, 116, 165),
  KHMER("Noto Sans Khmer", "Leelawadee UI,Khmer UI", Slot.COMPLEX, false, 98, 124, 137),
  BURMESE("Noto Sans Myanmar", "Myanmar Text", Slot.COMPLEX, false, 96, 130, 0),
  TIBETAN("Noto Serif Tibetan", "Microsoft Himalaya", Slot.COMPLEX, false, 106, 140, 282),
  CHINESE("Noto Sans SC", "SimSun", Slot.EAST_ASIAN, false, 98, 118, 145),
  TAIWANESE("Noto Sans TC", "PMingLiU", Slot.EAST_ASIAN, false, 98, 118, 145),
  JAPANESE("Noto Sans JP", "Yu Mincho,MS Mincho", Slot.EAST_ASIAN, false, 98, 116, 145),
  KOREAN("Noto Sans KR", "Batang,Malgun Gothic", Slot.EAST_ASIAN, false, 98, 116, 145);

  /** Which of a run's fonts, sizes and languages Word takes (ISO/IEC 29500-1, 17.3.2.26). */
  enum Slot {
    WESTERN,
    COMPLEX,
    EAST_ASIAN
  }

  private final String family;
  private final String alternatives;
  private final Slot slot;
  private final boolean rightToLeft;
  private final int size;
  private final int leading;
  private final int natural;

  ScriptFont(
      String family,
      String alternatives,
      Slot slot,
      boolean rightToLeft,
      int size,
      int leading,
      int natural) {
    this.family = family;
    this.alternatives = alternatives;
    this.slot = slot;
    this.rightToLeft = rightToLeft;
    this.size = size;
    this.leading = leading;
    this.natural = natural;
  }

  String family() {
    return family;
  }

  /** Names with commas between them. */
  String alternatives() {
    return alternatives;
  }

  Slot slot() {
    return slot;
  }

  boolean rightToLeft() {
    return rightToLeft;
  }

  /** Half points, for a size in half points of Noto Serif. */
  int size(int european) {
    return (int) Math.round(european * size / 100.0);
  }

  /** Per cent of Noto Serif's leading, as in the PDF. */
  int leading() {
    return leading;
  }

  /** Per cent of the size that its lines take at the least; 0 where the leading always holds. */
  int natural() {
    return natural;
  }

  /** The face of a language's own script. */
  static ScriptFont of(Locale language) {
    String script = ULocale.addLikelySubtags(ULocale.forLocale(language)).getScript();
    int code = script.isEmpty() ? UScript.LATIN : UScript.getCodeFromName(script);
    if (language.getLanguage().equals("ur")) {
      return URDU;
    }
    return switch (code) {
      case UScript.SIMPLIFIED_HAN -> CHINESE;
      case UScript.TRADITIONAL_HAN -> TAIWANESE;
      case UScript.JAPANESE -> JAPANESE;
      case UScript.KOREAN -> KOREAN;
      default -> of(code, EUROPEAN);
    };
  }

  /**
   * The face of a script.
   *
   * @param around the face of what stands around it: decides whose Han or Arabic characters they
   *     are
   */
  static ScriptFont of(int script, ScriptFont around) {
    return switch (script) {
      case UScript.ARABIC, UScript.SYRIAC, UScript.THAANA -> around == URDU ? URDU : ARABIC;
      case UScript.HEBREW -> HEBREW;
      case UScript.ARMENIAN -> ARMENIAN;
      case UScript.GEORGIAN -> GEORGIAN;
      case UScript.ETHIOPIC -> ETHIOPIC;
      case UScript.DEVANAGARI -> DEVANAGARI;
      case UScript.BENGALI -> BENGALI;
      case UScript.TAMIL -> TAMIL;
      case UScript.SINHALA -> SINHALA;
      case UScript.THAI -> THAI;
      case UScript.LAO -> LAO;
      case UScript.KHMER -> KHMER;
      case UScript.MYANMAR -> BURMESE;
      case UScript.TIBETAN -> TIBETAN;
      case UScript.HIRAGANA, UScript.KATAKANA -> JAPANESE;
      case UScript.HANGUL -> KOREAN;
      case UScript.BOPOMOFO -> TAIWANESE;
      case UScript.HAN -> around.slot == Slot.EAST_ASIAN ? around : CHINESE;
      default -> EUROPEAN;
    };
  }
}
