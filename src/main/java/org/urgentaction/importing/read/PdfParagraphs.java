package org.urgentaction.importing.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.IssuedLine.Kind;

/** Makes paragraphs, items and headings of the lines that stand on the pages of a PDF. */
final class PdfParagraphs {
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}-]+");
  private static final int LONGEST_HEADING = 200;

  private final LineCollector lines;
  private final PdfMeasure measure;
  private final PdfLineJoin join;
  private final Set<String> words = new HashSet<>();
  private final Bullet bullets = new Bullet();
  private final List<PdfLine> open = new ArrayList<>();
  private final Set<String> links = new LinkedHashSet<>();
  private PdfColumns.@Nullable Region column;
  private boolean listed;
  private boolean joinedBefore;
  private int started;
  private int pageBefore;
  private int number;
  private String last = "";

  PdfParagraphs(LineCollector lines, List<PdfPage> pages) {
    this.lines = lines;
    this.measure = PdfMeasure.of(pages);
    this.join = new PdfLineJoin(measure, pages);
    for (PdfPage page : pages) {
      for (PdfColumns.Region region : page.regions()) {
        for (PdfLine line : region.lines()) {
          Matcher found = LETTERS.matcher(line.text().toLowerCase(Locale.ROOT));
          while (found.find()) {
            words.add(found.group());
          }
        }
      }
    }
  }

  /** Takes the lines of a region, but keeps its last paragraph, which may go on in the next. */
  void add(PdfPage page, PdfColumns.Region region, Set<PdfLine> leftOut)
      throws UnreadableException {
    List<PdfLine> all = region.lines().stream().filter(line -> !leftOut.contains(line)).toList();
    for (int i = 0; i < all.size(); i++) {
      PdfLine line = all.get(i);
      PdfLine after = i + 1 < all.size() ? all.get(i + 1) : null;
      boolean bullet = bullets.after(CleanText.of(line.text())) != null;
      boolean gap = i == 0 || measure.isGap(all.get(i - 1), line);
      boolean joins = !open.isEmpty() && !bullet;
      if (joins && i == 0 && column != null) {
        boolean onTop = page.number() > pageBefore || line.y() < open.get(open.size() - 1).y();
        joins = onTop && join.goesOver(open, column, line, after, region);
      } else if (joins) {
        joins = !gap && join.joins(open, line, after, region, listed, joinedBefore);
      }
      if (!joins) {
        end();
        listed = bullet;
        if (gap && (i > 0 || !Continuation.breaksOff(last, CleanText.of(line.text())))) {
          lines.gap();
        }
      }
      joinedBefore = joins && i > 0;
      open.add(line);
      links.addAll(page.links(line));
      started = open.size() > 1 ? started : page.number();
      number++;
    }
    column = region;
    pageBefore = page.number();
  }

  /** Ends the paragraph that is open, if any. */
  void end() throws UnreadableException {
    if (open.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    boolean bold = true;
    float size = 0;
    for (PdfLine line : open) {
      append(text, line.text().strip());
      bold &= line.isBold();
      size = Math.max(size, line.size());
    }
    last = CleanText.of(text.toString());
    boolean heading =
        size >= PdfMeasure.HEADING * measure.body() && text.length() < LONGEST_HEADING;
    lines.add(
        new RawLine(
            number - open.size() + 1,
            started,
            heading ? Kind.HEADING : Kind.TEXT,
            text.toString(),
            bold,
            List.copyOf(links)));
    open.clear();
    links.clear();
  }

  /**
   * Puts a line's text behind the line before it. A hyphen at the end stays where the document
   * writes the whole word with one, and goes where it writes it without.
   */
  private void append(StringBuilder text, String next) {
    if (text.isEmpty() || next.isEmpty()) {
      text.append(next);
      return;
    }
    char end = text.charAt(text.length() - 1);
    if (end == '\u00AD') {
      text.setLength(text.length() - 1);
    } else if ((end == '-' || end == '\u2010')
        && text.length() > 1
        && Character.isLetter(text.charAt(text.length() - 2))) {
      if (Character.isLowerCase(next.codePointAt(0)) && !isWrittenWithHyphen(text, next)) {
        text.setLength(text.length() - 1);
      }
    } else if (!PdfLine.isIdeograph(String.valueOf(end)) || !PdfLine.isIdeograph(next)) {
      text.append(' ');
    }
    text.append(next);
  }

  private boolean isWrittenWithHyphen(CharSequence text, String next) {
    String first = lastWord(text.subSequence(0, text.length() - 1));
    Matcher second = LETTERS.matcher(next);
    if (first.isEmpty() || !second.lookingAt()) {
      return true;
    }
    String rest = second.group().toLowerCase(Locale.ROOT);
    if (words.contains(first + rest)) {
      return false;
    }
    return words.contains(first + "-" + rest) || (words.contains(first) && words.contains(rest));
  }

  private static String lastWord(CharSequence text) {
    int start = text.length();
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return text.subSequence(start, text.length()).toString().toLowerCase(Locale.ROOT);
  }
}
