package org.urgentaction.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;

/**
 * Where the program speaks with its user: results on {@code out}, everything else on {@code err}.
 *
 * @param interactive whether a person is at both ends: colour, questions and progress bars only
 *     then
 * @param width columns
 */
public record Terminal(
    PrintWriter out, PrintWriter err, BufferedReader in, boolean interactive, int width) {

  /** Text in an SGR style (ECMA-48) on a terminal, as it is elsewhere. */
  String styled(Style style, String text) {
    return interactive ? "\u001B[" + style.code + "m" + text + "\u001B[0m" : text;
  }

  /** What is made to stand out; meaning never hangs on it alone. */
  enum Style {
    BOLD(1),
    DIM(2),
    RED(31),
    YELLOW(33);

    private final int code;

    Style(int code) {
      this.code = code;
    }
  }
}
