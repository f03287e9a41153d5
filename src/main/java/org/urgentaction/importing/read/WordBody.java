package org.urgentaction.importing.read;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.urgentaction.input.XmlPart;

/**
 * Goes through one part of a Word file that holds text. Deleted and hidden text, field codes,
 * readings above characters and the second form of what is there twice are passed over.
 */
final class WordBody {
  /** Deeper than any document that a person made. */
  static final int DEEPEST = 500;

  private static final int GAP = 100;
  private static final int MOST_PARAGRAPHS = 50_000;
  private static final Set<String> PASSED_OVER =
      Set.of(
          "del",
          "moveFrom",
          "Fallback",
          "pPrChange",
          "rPrChange",
          "sectPr",
          "rt",
          "tblPr",
          "tabs",
          "numberingChange",
          "docPartObj",
          "framePr");
  private static final Pattern LINK_FIELD =
      Pattern.compile("\\s*HYPERLINK\\s+\"([^\"]{1,2000})\".*", Pattern.DOTALL);
  private static final Pattern NUMBER_FIELD =
      Pattern.compile("\\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SEQ|TIME)\\b.*", Pattern.DOTALL);

  /** A field between its beginning and its end. */
  private static final class Field {
    final StringBuilder code = new StringBuilder();
    boolean result;
  }

  private final WordParts parts;
  private final WordStyles styles;
  private final String name;
  private final Map<String, String> links;
  private final Deque<WordFlow> flows = new ArrayDeque<>();
  private final Deque<WordParagraph> open = new ArrayDeque<>();
  private final Deque<Field> fields = new ArrayDeque<>();
  private final Map<String, Integer> languages = new HashMap<>();
  private int paragraphs;
  private int after;
  private @Nullable String link;
  private boolean inRun;
  private boolean inParagraphProperties;
  private boolean inText;
  private boolean inCode;
  private boolean hidden;
  private @Nullable Boolean bold;
  private String language = "";

  WordBody(WordParts parts, WordStyles styles, String name, int paragraphsBefore)
      throws IOException, XMLStreamException {
    this.parts = parts;
    this.styles = styles;
    this.name = name;
    this.paragraphs = paragraphsBefore;
    this.links = parts.links(name);
  }

  /** Paragraphs counted so far, those before this part included. */
  int paragraphs() {
    return paragraphs;
  }

  /** The language of most of the text, empty where the file does not tell. */
  String language() {
    return languages.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(styles.language());
  }

  WordFlow read() throws IOException, XMLStreamException {
    WordFlow flow = new WordFlow();
    flows.push(flow);
    try (XmlPart part = parts.open(name)) {
      XMLStreamReader xml = part.xml();
      int depth = 0;
      int passing = Integer.MAX_VALUE;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            if (depth > DEEPEST) {
              throw UnreadableException.damaged("Word file");
            }
            if (depth < passing && PASSED_OVER.contains(xml.getLocalName())) {
              passing = depth;
            } else if (depth < passing && isWord(xml)) {
              begin(xml.getLocalName(), part);
            }
          }
          case XMLStreamConstants.END_ELEMENT -> {
            if (depth < passing && isWord(xml)) {
              end(xml.getLocalName());
            }
            passing = depth == passing ? Integer.MAX_VALUE : passing;
            depth--;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
            if (depth < passing) {
              characters(xml.getText());
            }
          }
          default -> {
            // Nothing that holds text.
          }
        }
      }
    }
    return flow;
  }

  private static boolean isWord(XMLStreamReader xml) {
    String space = xml.getNamespaceURI();
    return space != null && space.contains("wordprocessingml");
  }

  private void begin(String element, XmlPart part) {
    String value = part.attribute("val");
    switch (element) {
      case "p" -> open.push(new WordParagraph());
      case "pPr" -> inParagraphProperties = true;
      case "r" -> {
        inRun = true;
        hidden = false;
        bold = null;
        language = "";
      }
      case "t" -> inText = true;
      case "instrText" -> inCode = true;
      case "fldChar" -> field(part.attribute("fldCharType"));
      case "fldSimple" -> {
        Field field = new Field();
        field.code.append(part.attribute("instr"));
        field.result = true;
        fields.push(field);
      }
      case "hyperlink" -> link = links.get(String.valueOf(part.attribute("id")));
      case "txbxContent" -> flows.push(new WordFlow());
      case "tr" -> flows.element().mark(WordFlow.Mark.ROW);
      case "tc" -> flows.element().mark(WordFlow.Mark.CELL);
      default -> {
        if (inParagraphProperties) {
          paragraphProperty(element, value, part);
        } else if (inRun) {
          runProperty(element, value, part);
        }
      }
    }
  }

  private void paragraphProperty(String element, @Nullable String value, XmlPart part) {
    WordParagraph paragraph = open.peek();
    if (paragraph == null) {
      return;
    }
    switch (element) {
      case "pStyle" -> paragraph.style = value;
      case "numId" -> paragraph.listed = !"0".equals(value);
      case "outlineLvl" -> paragraph.heading = WordStyles.isHeading(value);
      case "spacing" -> {
        paragraph.before = WordStyles.twips(part.attribute("before"), paragraph.before);
        paragraph.after = WordStyles.twips(part.attribute("after"), paragraph.after);
      }
      default -> {
        // Only what makes a heading, a list or a gap.
      }
    }
  }

  private void runProperty(String element, @Nullable String value, XmlPart part) {
    switch (element) {
      case "b" -> bold = WordStyles.isOn(value, true);
      case "vanish" -> hidden = WordStyles.isOn(value, true);
      case "rStyle" -> {
        if (bold == null && styles.bold(value)) {
          bold = true;
        }
        hidden |= styles.hidden(value);
      }
      case "lang" -> language = value == null ? "" : value;
      case "tab", "ptab" -> characters(" ", true);
      case "br", "cr" -> characters("\n", true);
      case "noBreakHyphen" -> characters("-", true);
      case "sym" -> {
        String code = part.attribute("char");
        if (code != null && code.matches("[0-9A-Fa-f]{4}")) {
          characters(String.valueOf((char) Integer.parseInt(code, 16)), true);
        }
      }
      default -> {
        // Looks that change no word.
      }
    }
  }

  private void field(@Nullable String type) {
    if ("begin".equals(type)) {
      fields.push(new Field());
    } else if ("separate".equals(type) && !fields.isEmpty()) {
      fields.element().result = true;
    } else if ("end".equals(type)) {
      fields.poll();
    }
  }

  private void end(String element) throws UnreadableException {
    switch (element) {
      case "p" -> endParagraph();
      case "pPr" -> inParagraphProperties = false;
      case "r" -> inRun = false;
      case "t" -> inText = false;
      case "instrText" -> inCode = false;
      case "fldSimple" -> fields.poll();
      case "hyperlink" -> link = null;
      case "txbxContent" -> {
        WordFlow box = flows.pop();
        WordParagraph anchor = open.peek();
        (anchor == null ? flows.element() : anchor.boxes).append(box);
        inRun = true;
      }
      case "tr" -> flows.element().mark(WordFlow.Mark.ROW_END);
      default -> {
        // Nothing ends with it.
      }
    }
  }

  private void characters(String text) {
    if (inCode && !fields.isEmpty()) {
      fields.element().code.append(text);
    } else if (inText) {
      characters(text, inRun);
    }
  }

  private void characters(String text, boolean shown) {
    WordParagraph paragraph = open.peek();
    if (paragraph == null || !shown || hidden) {
      return;
    }
    for (Field field : fields) {
      if (!field.result || NUMBER_FIELD.matcher(field.code).matches()) {
        return;
      }
      Matcher target = LINK_FIELD.matcher(field.code);
      if (target.matches()) {
        paragraph.links.add(String.valueOf(target.group(1)));
      }
    }
    if (link != null) {
      paragraph.links.add(link);
    }
    paragraph.append(text, bold == null ? styles.bold(paragraph.style) : bold);
    if (!language.isEmpty() || !styles.language().isEmpty()) {
      languages.merge(
          language.isEmpty() ? styles.language() : language, text.length(), Integer::sum);
    }
  }

  private void endParagraph() throws UnreadableException {
    WordParagraph paragraph = open.pop();
    WordFlow flow = flows.element();
    paragraphs++;
    if (paragraphs > MOST_PARAGRAPHS) {
      throw UnreadableException.tooLarge();
    }
    int before = paragraph.before == null ? styles.before(paragraph.style) : paragraph.before;
    if (paragraph.isBlank() || Math.max(before, after) >= GAP) {
      flow.mark(WordFlow.Mark.GAP);
    }
    if (!paragraph.isBlank()) {
      flow.line(paragraph.line(paragraphs, styles));
      after = paragraph.after == null ? styles.after(paragraph.style) : paragraph.after;
    }
    flow.append(paragraph.boxes);
  }
}
