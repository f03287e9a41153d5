package org.urgentaction.importing.recognize;

import java.text.Normalizer;

/**
 * Texts without regard to capitals, accents, kinds of space and shapes of quotation marks, one
 * character for one, so that a place in the folded text is the place in the text.
 */
final class Folding {
  private Folding() {}

  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(fold(text.charAt(i)));
    }
    return folded.toString();
  }

  private static char fold(char c) {
    if (c < 128) {
      return Character.toLowerCase(c);
    }
    return switch (c) {
      case '’', '‘', 'ʼ', '´', '′' -> '\'';
      case '“', '”', '„', '«', '»' -> '"';
      case '–', '—', '‐', '‑', '−', '―' -> '-';
      case '：', '︰' -> ':';
      case '（' -> '(';
      case '）' -> ')';
      case '，', '、', '،' -> ',';
      case '；' -> ';';
      case '。' -> '.';
      case '／' -> '/';
      case '\u00A0', '\u2009', '\u202F', '\u3000', '\u2003', '\u2002' -> ' ';
      default -> base(c);
    };
  }

  private static char base(char c) {
    if (c >= '０' && c <= '９') {
      return (char) (c - '０' + '0');
    }
    if (Character.isSurrogate(c)) {
      return c;
    }
    char first = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    return Character.toLowerCase(first);
  }

  /** Folded, without punctuation at its ends, spaces joined. */
  static String key(String text) {
    String folded = fold(text).replace("(s)", "").replaceAll("[\"\\s]+", " ").strip();
    int from = 0;
    int to = folded.length();
    while (from < to && isEdge(folded.charAt(from), "[*#-<>\"'|=_ ")) {
      from++;
    }
    while (to > from && isEdge(folded.charAt(to - 1), "]*#:.-<>\"'|=_!? ")) {
      to--;
    }
    return folded.substring(from, to);
  }

  private static boolean isEdge(char c, String edges) {
    return edges.indexOf(c) >= 0;
  }
}
