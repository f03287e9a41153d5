package org.urgentaction.importing.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.urgentaction.importing.IssuedDocument;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Reads an Urgent Action as it was issued, choosing by what the file holds. Files come from
 * anybody: size, time and what they unpack to are limited.
 */
public final class DocumentReader {
  private static final long LARGEST = 64L << 20;

  /**
   * The lines of a {@code .docx}, {@code .pdf}, {@code .html} or {@code .txt} file.
   *
   * @throws InvalidInputException where it is none of these, or cannot be read
   */
  public IssuedDocument read(Path file) {
    String source = file.toString();
    try {
      IssuedDocument document = TimeLimit.within(() -> reading(source, file));
      if (document.lines().isEmpty()) {
        throw new UnreadableException("the document holds no text", FileFormat.ADVICE);
      }
      return document;
    } catch (UnreadableException e) {
      throw invalid(source, String.valueOf(e.getMessage()), e.advice());
    } catch (NoSuchFileException e) {
      throw invalid(source, "there is no such file", "check its name and folder");
    } catch (IOException e) {
      throw invalid(source, "the file cannot be read", "check that it is whole and may be read");
    }
  }

  private static IssuedDocument reading(String source, Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UnreadableException("this is a folder", "name a file in it");
    }
    if (Files.size(file) > LARGEST) {
      throw new UnreadableException(
          "the file is larger than 64 MB", "save its text alone, as .docx or .txt");
    }
    byte[] beginning;
    try (InputStream in = Files.newInputStream(file)) {
      beginning = in.readNBytes(FileFormat.BEGINNING);
    }
    if (beginning.length == 0) {
      throw new UnreadableException("the file is empty", "get it again from where it came");
    }
    return switch (FileFormat.of(beginning, source)) {
      case TEXT -> new TextFile(source).read(file);
      case ZIP -> new WordFile(source).read(file);
      case WEB_PAGE -> new WebPageFile(source).read(file);
      case WEB_ARCHIVE -> new WebPageFile(source).readArchive(file);
      case PDF -> new PdfFile(source).read(file);
      case OLE -> throw OleFile.refusal(file);
      case RTF -> throw new UnreadableException("this is an RTF file", "save it as .docx or PDF");
      case PICTURE ->
          throw new UnreadableException(
              "this is a picture, which holds no text",
              "recognise its text (OCR) first and save that as PDF, .docx or .txt");
    };
  }

  private static InvalidInputException invalid(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
