package org.urgentaction.importing.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.urgentaction.importing.IssuedDocument;
import org.urgentaction.importing.IssuedLine.Kind;
import org.urgentaction.input.XmlPart;

/**
 * A Word file (ISO/IEC 29500-1, WordprocessingML): what its headers say, its body with text boxes
 * and tables, what its footers say. Nothing is unpacked to disk, and no part that the text does not
 * need is opened.
 */
final class WordFile {
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("(?:\\p{L}{0,8}\\.? ?)?[0-9]{0,3}(?: ?(?:/|\\p{L}{1,3}) ?[0-9]{0,3})?");

  private final String source;

  WordFile(String source) {
    this.source = source;
  }

  IssuedDocument read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return document(new WordParts(zip));
    } catch (ZipException | IllegalArgumentException e) {
      throw UnreadableException.damaged("Word file");
    } catch (XmlPart.TooLargeException e) {
      throw UnreadableException.tooLarge();
    } catch (XMLStreamException e) {
      Throwable cause = e.getNestedException();
      throw cause instanceof XmlPart.TooLargeException
          ? UnreadableException.tooLarge()
          : UnreadableException.damaged("Word file");
    }
  }

  private IssuedDocument document(WordParts parts) throws IOException, XMLStreamException {
    WordStyles styles = WordStyles.of(parts);
    LineCollector lines = new LineCollector();
    int number = aside(parts, styles, "/header", lines, 0);
    lines.gap();
    WordBody body = new WordBody(parts, styles, parts.main(), number);
    body.read().replay(lines);
    lines.gap();
    aside(parts, styles, "/footer", lines, body.paragraphs());
    return new IssuedDocument(source, parts.title(), body.language(), lines.lines());
  }

  /** What stands on every page, once, without numbers of pages; the last paragraph's number. */
  private static int aside(
      WordParts parts, WordStyles styles, String type, LineCollector lines, int number)
      throws IOException, XMLStreamException {
    int last = number;
    Set<String> seen = new LinkedHashSet<>();
    for (String name : parts.related(type)) {
      WordBody body = new WordBody(parts, styles, name, last);
      for (RawLine line : body.read().lines()) {
        String text = CleanText.of(line.text());
        if (!PAGE_NUMBER.matcher(text).matches() && seen.add(text)) {
          lines.add(
              new RawLine(line.number(), 0, Kind.TEXT, line.text(), line.strong(), line.links()));
        }
      }
      last = body.paragraphs();
    }
    return last;
  }
}
