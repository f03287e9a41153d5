package org.urgentaction.importing.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.IssuedDocument;
import org.urgentaction.importing.IssuedLine;

/** A web page as a browser saved it: an HTML file, or the page within a web archive (MHTML). */
final class WebPageFile {
  /** Of markup and text, without the pictures that a page may carry inside it. */
  private static final int LARGEST = 4 << 20;

  /** Parsers keep an object for each, and some more for what is not closed. */
  private static final int MOST_TAGS = 60_000;

  private static final int LONGEST_CODE = 2048;

  private final String source;

  WebPageFile(String source) {
    this.source = source;
  }

  IssuedDocument read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return page(in, null);
    }
  }

  /** The first page of a web archive (RFC 2557). */
  IssuedDocument readArchive(Path file) throws IOException {
    MimeTokenStream parts = new MimeTokenStream();
    try (InputStream in = Files.newInputStream(file)) {
      parts.parse(in);
      while (parts.getState() != EntityState.T_END_OF_STREAM) {
        if (parts.getState() == EntityState.T_BODY
            && "text/html".equals(parts.getBodyDescriptor().getMimeType())) {
          return page(parts.getDecodedInputStream(), parts.getBodyDescriptor().getCharset());
        }
        parts.next();
      }
    } catch (MimeException e) {
      throw UnreadableException.damaged("web archive");
    }
    throw new UnreadableException("the web archive holds no page", FileFormat.ADVICE);
  }

  private IssuedDocument page(InputStream in, @Nullable String charset) throws IOException {
    String encoding = charset != null && Charset.isSupported(charset) ? charset : null;
    Document page = Jsoup.parse(new ByteArrayInputStream(withoutPictures(in)), encoding, "");
    List<IssuedLine> lines = lines(page, true);
    String language = page.select("html[lang], body[lang]").attr("lang").strip();
    return new IssuedDocument(
        source, CleanText.of(page.title()), language, lines.isEmpty() ? lines(page, false) : lines);
  }

  private static List<IssuedLine> lines(Document page, boolean contentOnly)
      throws UnreadableException {
    LineCollector lines = new LineCollector();
    new WebPageLines(lines, contentOnly).read(page);
    return lines.lines();
  }

  /** The page without long runs of Base64, in which saved pages hold their pictures and fonts. */
  private static byte[] withoutPictures(InputStream in) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    int run = 0;
    int tags = 0;
    int read = in.read(buffer);
    while (read >= 0) {
      for (int i = 0; i < read; i++) {
        run = isCode(buffer[i]) ? run + 1 : 0;
        tags += buffer[i] == '<' ? 1 : 0;
        if (run <= LONGEST_CODE) {
          kept.write(buffer[i]);
        }
      }
      if (kept.size() > LARGEST || tags > MOST_TAGS) {
        throw UnreadableException.tooLarge();
      }
      read = in.read(buffer);
    }
    return kept.toByteArray();
  }

  private static boolean isCode(byte c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '=';
  }
}
