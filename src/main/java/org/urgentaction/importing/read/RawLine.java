package org.urgentaction.importing.read;

import java.util.List;
import org.urgentaction.importing.IssuedLine.Kind;

/** A line as a format gave it, before what all formats share is made of it. */
record RawLine(int number, int page, Kind kind, String text, boolean strong, List<String> links) {

  RawLine {
    links = List.copyOf(links);
  }

  static RawLine text(int number, String text) {
    return new RawLine(number, 0, Kind.TEXT, text, false, List.of());
  }

  RawLine withText(String other) {
    return new RawLine(number, page, kind, other, strong, links);
  }
}
