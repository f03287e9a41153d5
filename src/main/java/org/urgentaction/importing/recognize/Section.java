package org.urgentaction.importing.recognize;

import java.util.List;
import org.urgentaction.importing.IssuedLine;

/**
 * Lines that belong to one label.
 *
 * @param line the number of the line that the label stands on, or of the first line
 * @param labelText the whole line of the label; empty where none stands there
 * @param rest what stands on the label's line after it
 * @param lines below the label
 */
record Section(Label label, int line, String labelText, String rest, List<IssuedLine> lines) {
  Section {
    lines = List.copyOf(lines);
  }
}
