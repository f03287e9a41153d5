package org.urgentaction.importing.read;

import java.util.List;
import org.urgentaction.importing.IssuedLine.Kind;

/**
 * A line as a format gave it, before what all formats share is made of it.
 *
 * @param number 0 where the format does not count lines
 */
record RawLine(int number, int page, Kind kind, String text, boolean strong, List<String> links) {

  RawLine {
    links = List.copyOf(links);
  }

  static RawLine text(int number, String text) {
    return new RawLine(number, 0, Kind.TEXT, text, false, List.of());
  }

  RawLine cleaned(String other, int count) {
    return new RawLine(number == 0 ? count : number, page, kind, other, strong, links);
  }

  RawLine withText(String other) {
    return new RawLine(number, page, kind, other, strong, links);
  }
}
