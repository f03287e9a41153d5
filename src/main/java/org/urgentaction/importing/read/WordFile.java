package org.urgentaction.importing.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.urgentaction.importing.IssuedDocument;
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
    WordBody body = new WordBody(parts, styles, parts.main());
    WordFlow flow = body.read();
    Set<String> said = new HashSet<>();
    flow.lines().forEach(line -> said.add(CleanText.of(line.text())));
    aside(parts, styles, "/header", said, lines);
    lines.gap();
    flow.replay(lines);
    lines.gap();
    aside(parts, styles, "/footer", said, lines);
    String stated = parts.property("language");
    String language = StatedLanguage.of(stated.isEmpty() ? body.language() : stated);
    return new IssuedDocument(source, parts.property("title"), language, lines.lines());
  }

  /** What stands on every page, once, without numbers of pages and what the body says too. */
  private static void aside(
      WordParts parts, WordStyles styles, String type, Set<String> said, LineCollector lines)
      throws IOException, XMLStreamException {
    for (String name : parts.related(type)) {
      for (RawLine line : new WordBody(parts, styles, name).read().lines()) {
        String text = CleanText.of(line.text());
        if (!PAGE_NUMBER.matcher(text).matches() && said.add(text)) {
          lines.add(line);
        }
      }
    }
  }
}
