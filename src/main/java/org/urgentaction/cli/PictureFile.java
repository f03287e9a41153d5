package org.urgentaction.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.urgentaction.document.Picture;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.typeset.PictureReader;

/** Reads the picture files that options name, none larger than 10 MB. */
final class PictureFile {
  private static final long LARGEST = 10 << 20;

  private PictureFile() {}

  /**
   * @throws InvalidInputException where there is none, or it is no PNG or JPEG picture
   */
  static Picture read(Path file) {
    String source = file.toString();
    try {
      if (!Files.isRegularFile(file)) {
        throw invalid(source, "there is no such picture", "look at its path");
      }
      if (Files.size(file) > LARGEST) {
        throw invalid(source, "the picture is larger than 10 MB", "make it smaller");
      }
      byte[] bytes = Files.readAllBytes(file);
      Picture picture = new Picture(bytes, mediaType(bytes, source), "");
      PictureReader.check(picture, source);
      return picture;
    } catch (IOException e) {
      throw invalid(source, "the picture cannot be read", "look at its path and permissions");
    }
  }

  private static String mediaType(byte[] bytes, String source) {
    if (bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N') {
      return "image/png";
    }
    if (bytes.length > 8 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8) {
      return "image/jpeg";
    }
    throw invalid(source, "this is neither a PNG nor a JPEG picture", "save it as one of them");
  }

  private static InvalidInputException invalid(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
