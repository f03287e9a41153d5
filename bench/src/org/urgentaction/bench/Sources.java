package org.urgentaction.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the letter in the languages that programs outside this one read. */
public final class Sources {
  private Sources() {}

  /** Arguments: folder, letters. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<Letter.Writer> writers = Letter.writers(Integer.parseInt(arguments[1]));
    Files.createDirectories(folder.resolve("html"));
    Files.createDirectories(folder.resolve("fodt"));
    StringBuilder tex = new StringBuilder(texHead());
    for (int i = 0; i < writers.size(); i++) {
      String name = String.format("%05d", i);
      Files.writeString(folder.resolve("html/" + name + ".html"), Letter.html(writers.get(i)));
      Files.writeString(folder.resolve("fodt/" + name + ".fodt"), fodt(writers.get(i)));
      tex.append(tex(writers.get(i)));
    }
    Files.writeString(folder.resolve("all.tex"), tex + "\\end{document}\n");
    Files.writeString(
        folder.resolve("one.tex"), texHead() + tex(writers.get(0)) + "\\end{document}\n");
    Files.writeString(folder.resolve("letter.typ"), typst());
    Files.writeString(
        folder.resolve("writers.json"),
        writers.stream()
            .map(writer -> "[\"" + String.join("\",\"", writer.lines()) + "\"]")
            .collect(Collectors.joining(",\n", "[", "]")));
  }

  private static String typst() {
    return """
        #let w = json(bytes(sys.inputs.writer))
        #set document(title: "%1$s")
        #set page(paper: "a4", margin: (top: 18mm, right: 18mm, bottom: 18mm, left: 22mm))
        #set text(font: "Noto Serif", size: 10pt, lang: "en")
        #set par(leading: 0.45em, spacing: 0.8em)
        #set list(tight: true)
        #show heading: set text(size: 10pt)
        #pad(left: 103mm, w.slice(0, 4).join(linebreak()))
        #v(15mm)
        %2$s
        #v(3mm)
        #pad(left: 103mm, w.at(4))
        = %1$s

        %3$s

        %4$s

        %5$s

        %6$s

        %7$s
        #v(16mm)
        #w.at(0)

        #text(size: 9pt)[%8$s]
        """
        .formatted(
            Letter.SUBJECT,
            String.join(" \\\n", Letter.RECIPIENT),
            Letter.SALUTATION,
            String.join("\n\n", Letter.BEFORE),
            Letter.ASKS.stream().map(ask -> "- " + ask).collect(Collectors.joining("\n")),
            Letter.LAST,
            Letter.CLOSING,
            Letter.COPY);
  }

  private static String texHead() {
    return """
        \\documentclass[fontsize=10pt,paper=a4,DIV=17,parskip=half,fromalign=right,foldmarks=off,enlargefirstpage=on]{scrlttr2}
        \\usepackage[T1]{fontenc}\\usepackage{lmodern}
        \\setplength{firstheadvpos}{12mm}\\setplength{toaddrvpos}{38mm}\\setplength{refvpos}{76mm}\\setplength{firstfootvpos}{288mm}
        \\setkomavar{backaddress}{}\\renewcommand*{\\raggedsignature}{\\raggedright}
        \\begin{document}
        """;
  }

  private static String tex(Letter.Writer writer) {
    return """
        \\setkomavar{fromname}{%s}\\setkomavar{fromaddress}{%s}\\setkomavar{date}{%s}
        \\setkomavar{subject}{%s}
        \\begin{letter}{%s}
        \\opening{%s}
        %s
        \\begin{itemize}
        %s
        \\end{itemize}
        %s
        \\closing{%s}
        %s
        \\end{letter}
        """
        .formatted(
            writer.name(),
            String.join("\\\\", writer.lines().subList(1, 4)),
            writer.lines().get(4),
            Letter.SUBJECT,
            String.join("\\\\", Letter.RECIPIENT),
            Letter.SALUTATION,
            String.join("\n\n", Letter.BEFORE),
            Letter.ASKS.stream().map(ask -> "\\item " + ask).collect(Collectors.joining("\n")),
            Letter.LAST,
            Letter.CLOSING,
            Letter.COPY);
  }

  private static String fodt(Letter.Writer writer) {
    StringBuilder text = new StringBuilder(FODT_HEAD.replace("{title}", Letter.SUBJECT));
    paragraph(text, "Sender", String.join("<text:line-break/>", writer.lines().subList(0, 4)));
    paragraph(text, "Recipient", String.join("<text:line-break/>", Letter.RECIPIENT));
    paragraph(text, "Date", writer.lines().get(4));
    text.append("<text:h text:style-name=\"Subject\" text:outline-level=\"1\">");
    text.append(Letter.SUBJECT).append("</text:h>");
    paragraph(text, "Body", Letter.SALUTATION);
    Letter.BEFORE.forEach(words -> paragraph(text, "Body", words));
    text.append("<text:list text:style-name=\"L\">");
    for (String ask : Letter.ASKS) {
      text.append("<text:list-item>");
      paragraph(text, "Body", ask);
      text.append("</text:list-item>");
    }
    text.append("</text:list>");
    paragraph(text, "Body", Letter.LAST);
    paragraph(text, "Closing", Letter.CLOSING);
    paragraph(text, "Body", writer.name());
    paragraph(text, "Copy", Letter.COPY);
    return text.append("</office:text></office:body></office:document>").toString();
  }

  private static void paragraph(StringBuilder text, String style, String words) {
    text.append("<text:p text:style-name=\"").append(style).append("\">");
    text.append(words).append("</text:p>");
  }

  private static final String FODT_HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
       xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
       xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
       xmlns:dc="http://purl.org/dc/elements/1.1/"
       xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
       xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
       office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
      <office:meta><dc:title>{title}</dc:title><dc:language>en-GB</dc:language></office:meta>
      <office:font-face-decls><style:font-face style:name="Noto Serif" svg:font-family="'Noto Serif'"/></office:font-face-decls>
      <office:styles>
      <style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="12pt"/><style:text-properties style:font-name="Noto Serif" fo:font-size="10pt" fo:language="en" fo:country="GB"/></style:default-style>
      <style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="4pt"/></style:style>
      <style:style style:name="Sender" style:family="paragraph"><style:paragraph-properties fo:margin-left="103mm" fo:margin-bottom="6mm"/></style:style>
      <style:style style:name="Recipient" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="4mm"/></style:style>
      <style:style style:name="Date" style:family="paragraph"><style:paragraph-properties fo:margin-left="103mm" fo:margin-bottom="4mm"/></style:style>
      <style:style style:name="Subject" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="4pt"/><style:text-properties fo:font-weight="bold"/></style:style>
      <style:style style:name="Closing" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="10mm"/></style:style>
      <style:style style:name="Copy" style:family="paragraph"><style:text-properties fo:font-size="9pt"/></style:style>
      <text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:space-before="0mm" text:min-label-width="4mm"/></text:list-level-style-bullet></text:list-style>
      </office:styles>
      <office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="18mm" fo:margin-right="18mm" fo:margin-bottom="18mm" fo:margin-left="22mm"/></style:page-layout></office:automatic-styles>
      <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"/></office:master-styles>
      <office:body><office:text>
      """;
}
