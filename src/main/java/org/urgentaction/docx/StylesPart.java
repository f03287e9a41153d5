package org.urgentaction.docx;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.Block;

/**
 * word/styles.xml: the styles of a letter, under Word's own names where it has one, so that a
 * writer finds them in their own language.
 */
final class StylesPart {
  static final String NORMAL = "Normal";
  static final String BODY = "BodyText";
  static final String SENDER = "EnvelopeReturn";
  static final String RECIPIENT = "EnvelopeAddress";
  static final String HEADER = "Header";
  static final String FOOTER = "Footer";
  static final String STRONG = "Strong";
  static final String EMPHASIS = "Emphasis";
  static final String HYPERLINK = "Hyperlink";
  static final int LIST_STYLES = 5;
  private static final String DEFAULT_FONT = "DefaultParagraphFont";
  private static final int HEADINGS = 6;

  private final Xml xml = new Xml("w:styles");
  private final Look look;

  StylesPart(Look look) {
    this.look = look;
  }

  /** The style of a heading: a bulletin's first is its title, and its second Word's first. */
  static String heading(int level, Look look) {
    if (!look.bulletin()) {
      return heading(level);
    }
    return level == 1 ? BulletinStyles.TITLE : heading(level - 1);
  }

  private static String heading(int wordLevel) {
    return "Heading" + wordLevel;
  }

  /** The style of a paragraph by what it is in a letter. */
  static String of(Block.Role role) {
    return switch (role) {
      case BODY -> BODY;
      case DATE -> "Date";
      case SALUTATION -> "Salutation";
      case CLOSING -> "Closing";
      case SIGNER -> "Signature";
      case COPY -> "Copy";
      case MASTHEAD -> BulletinStyles.MASTHEAD;
      case ISSUE -> BulletinStyles.ISSUE;
      case NOTICE -> BulletinStyles.NOTICE;
      case LEAD -> BulletinStyles.LEAD;
      case CAPTION -> "Caption";
    };
  }

  /**
   * The style of a list's items; deeper ones than Word has styles for share the last.
   *
   * @param depth from 0
   */
  static String item(boolean ordered, int depth) {
    return (ordered ? "ListNumber" : "ListBullet") + suffix(depth, "");
  }

  /** The style of what goes on in an item after its first paragraph. */
  static String continued(int depth) {
    return "ListContinue" + suffix(depth, "");
  }

  private static String suffix(int depth, String space) {
    int number = Math.min(depth + 1, LIST_STYLES);
    return number == 1 ? "" : space + number;
  }

  byte[] bytes() {
    writeDefaults();
    writeNormal();
    int gap = look.gap();
    ParagraphProperties body = new ParagraphProperties().before(gap);
    paragraph(BODY, "Body Text", NORMAL, null, 1, body, new RunProperties());
    for (int level = 1; level <= HEADINGS; level++) {
      writeHeading(level);
    }
    ParagraphProperties kept = new ParagraphProperties().keptTogether();
    paragraph(SENDER, "envelope return", NORMAL, null, 2, kept, new RunProperties());
    paragraph(RECIPIENT, "envelope address", NORMAL, null, 2, kept, new RunProperties());
    ParagraphProperties date = new ParagraphProperties().before(gap);
    paragraph(of(Block.Role.DATE), "Date", NORMAL, null, 2, date, new RunProperties());
    ParagraphProperties apart =
        new ParagraphProperties().keptWithNext().before(look.before(Block.Role.CLOSING));
    String salutation = of(Block.Role.SALUTATION);
    paragraph(salutation, "Salutation", NORMAL, BODY, 2, apart, new RunProperties());
    String signer = of(Block.Role.SIGNER);
    paragraph(of(Block.Role.CLOSING), "Closing", NORMAL, signer, 3, apart, new RunProperties());
    paragraph(signer, "Signature", NORMAL, null, 3, kept, new RunProperties());
    writeCopy();
    writeRunning(HEADER);
    writeRunning(FOOTER);
    for (int depth = 0; depth < LIST_STYLES; depth++) {
      writeLists(depth);
    }
    if (look.bulletin()) {
      new BulletinStyles(xml, look).write();
    }
    writeCharacterStyles();
    return xml.end().bytes();
  }

  private void writeDefaults() {
    String tag = WordLanguage.tag(look.language());
    RunProperties run =
        sized(new RunProperties().fonts(look.font()), look.size())
            .language(ScriptFont.Slot.WESTERN, tag)
            .language(look.font().slot(), tag);
    xml.start("w:docDefaults").start("w:rPrDefault");
    run.write(xml);
    xml.end().empty("w:pPrDefault").end();
  }

  private void writeNormal() {
    xml.start("w:style").attribute("w:type", "paragraph").attribute("w:default", 1);
    xml.attribute("w:styleId", NORMAL).value("w:name", "Normal").empty("w:qFormat");
    ParagraphProperties properties =
        new ParagraphProperties().before(0).line(look.pitch(look.size()));
    if (look.rightToLeft()) {
      properties.rightToLeft(true);
    }
    properties.write(xml);
    xml.end();
  }

  private void writeHeading(int wordLevel) {
    int level = look.bulletin() ? wordLevel + 1 : wordLevel;
    int size = look.headingSize(level);
    Pitch pitch = look.pitch(size);
    ParagraphProperties properties =
        new ParagraphProperties()
            .keptWithNext()
            .keptTogether()
            .before(look.beforeHeading(level))
            .line(pitch)
            .outline(wordLevel - 1);
    if (look.bulletin() && wordLevel == 1) {
      properties.ruled();
    }
    RunProperties run = sized(new RunProperties().bold(), size);
    paragraph(heading(wordLevel), "heading " + wordLevel, NORMAL, BODY, 9, properties, run);
  }

  private void writeCopy() {
    int small = look.size(Block.Role.COPY);
    ParagraphProperties properties =
        new ParagraphProperties()
            .keptTogether()
            .before(look.before(Block.Role.COPY))
            .line(look.pitch(small));
    RunProperties run = sized(new RunProperties(), small);
    paragraph(of(Block.Role.COPY), "Copy", NORMAL, null, 4, properties, run);
  }

  /** What stands in the middle at the head or foot of pages. */
  private void writeRunning(String id) {
    ParagraphProperties properties =
        new ParagraphProperties().centred().line(look.pitch(Look.RUNNING));
    RunProperties run = sized(new RunProperties(), Look.RUNNING);
    paragraph(id, id.toLowerCase(Locale.ROOT), NORMAL, null, 9, properties, run);
  }

  private void writeLists(int depth) {
    ParagraphProperties bullets =
        new ParagraphProperties()
            .list(NumberingPart.BULLETS, depth)
            .before(look.beforeItem(false))
            .indent(look.indent(false, depth), 0)
            .hanging(look.indent(false, 0));
    ParagraphProperties numbers =
        new ParagraphProperties()
            .list(NumberingPart.NUMBERS, depth)
            .before(look.beforeItem(false))
            .indent(look.indent(true, depth), 0)
            .hanging(look.indent(true, 0));
    ParagraphProperties continued =
        new ParagraphProperties().before(look.gap()).indent(look.indent(false, depth), 0);
    String suffix = suffix(depth, " ");
    RunProperties none = new RunProperties();
    paragraph(item(false, depth), "List Bullet" + suffix, NORMAL, null, 5, bullets, none);
    paragraph(item(true, depth), "List Number" + suffix, NORMAL, null, 5, numbers, none);
    paragraph(continued(depth), "List Continue" + suffix, NORMAL, null, 6, continued, none);
  }

  private void writeCharacterStyles() {
    xml.start("w:style").attribute("w:type", "character").attribute("w:default", 1);
    xml.attribute("w:styleId", DEFAULT_FONT).value("w:name", "Default Paragraph Font");
    xml.value("w:uiPriority", 1).empty("w:semiHidden").empty("w:unhideWhenUsed").end();
    character(STRONG, "Strong", new RunProperties().bold());
    boolean eastAsian = look.font().slot() == ScriptFont.Slot.EAST_ASIAN;
    RunProperties stress = eastAsian ? new RunProperties().dotted() : new RunProperties().italic();
    character(EMPHASIS, "Emphasis", stress);
    character(HYPERLINK, "Hyperlink", new RunProperties().underlined());
  }

  private void paragraph(
      String id,
      String name,
      String base,
      @Nullable String next,
      int priority,
      ParagraphProperties properties,
      RunProperties run) {
    xml.start("w:style").attribute("w:type", "paragraph");
    if (of(Block.Role.COPY).equals(id)) {
      xml.attribute("w:customStyle", 1);
    }
    xml.attribute("w:styleId", id).value("w:name", name).value("w:basedOn", base);
    if (next != null) {
      xml.value("w:next", next);
    }
    xml.value("w:uiPriority", priority).empty("w:qFormat");
    properties.write(xml);
    run.write(xml);
    xml.end();
  }

  private void character(String id, String name, RunProperties run) {
    xml.start("w:style").attribute("w:type", "character").attribute("w:styleId", id);
    xml.value("w:name", name).value("w:basedOn", DEFAULT_FONT);
    xml.value("w:uiPriority", 20).empty("w:qFormat");
    run.write(xml);
    xml.end();
  }

  private RunProperties sized(RunProperties run, int size) {
    return run.size(look.westernSize(size), look.complexSize(size));
  }
}
