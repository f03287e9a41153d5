package org.urgentaction.report;

import java.util.Locale;

/**
 * Writes a drawing as SVG 1.1: an image with a title and a description for those who hear it, text
 * as text in the reader's own font, no script, no style sheet, nothing loaded.
 */
final class SvgWriter {
  /** The document, UTF-8. */
  String write(Drawing drawing) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" font-family="sans-serif">
        <title id="title">%3$s</title>
        <desc id="desc">%4$s</desc>
        <rect width="%1$d" height="%2$d" fill="#ffffff"/>
        """
            .formatted(
                drawing.width(),
                drawing.height(),
                escaped(drawing.title()),
                escaped(drawing.description())));
    drawing.marks().forEach(mark -> svg.append(mark(mark)));
    return svg.append("</svg>\n").toString();
  }

  private static String mark(Mark mark) {
    if (mark instanceof Mark.Bar bar) {
      return format(
          "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"><title>%s</title></rect>\n",
          bar.x(), bar.y(), bar.width(), bar.height(), Ink.BAR, escaped(bar.meaning()));
    }
    if (mark instanceof Mark.Rule rule) {
      return format(
          "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"1\" fill=\"%s\"/>\n",
          rule.x(), rule.y(), rule.width(), Ink.RULE);
    }
    Mark.Words words = (Mark.Words) mark;
    return format(
        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.0f\"%s text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
        words.x(),
        words.y(),
        words.size(),
        words.bold() ? " font-weight=\"bold\"" : "",
        words.anchor().name().toLowerCase(Locale.ROOT),
        Ink.TEXT,
        escaped(words.text()));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** Text as XML 1.0 holds it: what it cannot hold is left out. */
  private static String escaped(String text) {
    StringBuilder xml = new StringBuilder();
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || (c >= 0x20 && c < 0x7F)
                    || (c > 0x9F && c < 0xD800)
                    || (c >= 0xE000 && c < 0xFFFE)
                    || c > 0xFFFF)
        .forEach(
            c -> {
              switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                default -> xml.appendCodePoint(c);
              }
            });
    return xml.toString();
  }
}
