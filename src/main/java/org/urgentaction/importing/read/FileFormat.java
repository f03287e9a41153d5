package org.urgentaction.importing.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is by its first bytes, whatever its name says. */
enum FileFormat {
  TEXT,
  WEB_PAGE,
  WEB_ARCHIVE,
  ZIP,
  PDF,
  OLE,
  RTF,
  PICTURE;

  static final String ADVICE = "save it as .docx, .pdf, .html or .txt";

  /** How many bytes of a file {@link #of} wants to see. */
  static final int BEGINNING = 4096;

  private static final Pattern MARKUP =
      Pattern.compile(
          "(?s)\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body|meta|title)\\b.*");
  private static final Pattern ARCHIVE =
      Pattern.compile(
          "(?s)(?:[a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?content-type:\\s*multipart/related.*");
  private static final Pattern TAGS = Pattern.compile("(?s).*</?(?:p|div|br|h[1-6]|table)\\b.*");

  static FileFormat of(byte[] beginning, String name) {
    String bytes = new String(beginning, StandardCharsets.ISO_8859_1);
    int pdf = bytes.indexOf("%PDF-");
    if (bytes.startsWith("PK\u0003\u0004") || bytes.startsWith("PK\u0005\u0006")) {
      return ZIP;
    } else if (pdf >= 0 && pdf < 1024) {
      return PDF;
    } else if (bytes.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      return OLE;
    } else if (bytes.startsWith("{\\rtf")) {
      return RTF;
    } else if (isPicture(bytes)) {
      return PICTURE;
    }
    String text = plain(bytes).toLowerCase(Locale.ROOT);
    boolean called = name.toLowerCase(Locale.ROOT).matches(".*\\.x?html?");
    if (MARKUP.matcher(text).matches() || (called && TAGS.matcher(text).matches())) {
      return WEB_PAGE;
    }
    return ARCHIVE.matcher(text.replace("\r\n", "\n")).matches() ? WEB_ARCHIVE : TEXT;
  }

  private static boolean isPicture(String bytes) {
    return bytes.startsWith("\u0089PNG")
        || bytes.startsWith("\u00FF\u00D8\u00FF")
        || bytes.startsWith("GIF8")
        || bytes.startsWith("II*\u0000")
        || bytes.startsWith("MM\u0000*")
        || (bytes.startsWith("RIFF") && bytes.startsWith("WEBP", 8))
        || bytes.startsWith("ftypheic", 4);
  }

  /** Without a byte order mark, and without the zero bytes of UTF-16. */
  private static String plain(String bytes) {
    String text = bytes.startsWith("\u00EF\u00BB\u00BF") ? bytes.substring(3) : bytes;
    boolean wide = text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF");
    return wide ? text.substring(2).replace("\u0000", "") : text;
  }
}
