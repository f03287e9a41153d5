package org.urgentaction.campaign;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in plain words, to people who never learnt YAML, why a file is not YAML. */
final class YamlSyntax {
  private static final String QUOTE_IT = "put the whole text in quotes";

  private YamlSyntax() {}

  static void explain(MarkedYAMLException e, SourceText source, ProblemList problems) {
    Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
    int index = mark == null ? 0 : mark.getIndex();
    SourcePlace tab = tabInIndentation(source, source.at(index).line());
    if (tab != null) {
      problems.error(
          tab, "a tab stands here; YAML wants spaces", "replace each tab with two spaces");
      return;
    }
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext();
    SourcePlace opened =
        e.getContextMark() == null ? source.at(index) : source.at(e.getContextMark().getIndex());
    SourcePlace here = source.at(index);
    if (context.contains("quoted scalar") && problem.contains("unexpected end of stream")) {
      problems.error(opened, "the quote that opens here is never closed", "close it");
    } else if (context.contains("flow sequence") || context.contains("flow mapping")) {
      String bracket = context.contains("sequence") ? "[" : "{";
      problems.error(
          here,
          "the `%s` of line %d is not closed, or a comma is missing before this"
              .formatted(bracket, opened.line()),
          "texts with commas, brackets or colons need quotes inside %s"
              .formatted(bracket.equals("[") ? "[ ]" : "{ }"));
    } else if (problem.contains("mapping values are not allowed")) {
      problems.error(
          here,
          "a colon stands where none can",
          QUOTE_IT + " if the colon belongs to it; else begin a new line");
    } else if (problem.contains("could not find expected ':'")) {
      problems.error(
          opened, "this line has no `key:`", "write `key: value`, or indent it under its key");
    } else if (problem.contains("cannot start any token")) {
      problems.error(
          here,
          "a text cannot begin with `%s` unless it is in quotes"
              .formatted(source.slice(index, index + 1)),
          QUOTE_IT);
    } else if (problem.contains("unknown escape") || problem.contains("hexadecimal")) {
      problems.error(
          here,
          "`\\` in double quotes begins an escape that YAML does not know",
          "use single quotes, or write `\\\\`");
    } else if (context.contains("alias") || context.contains("anchor")) {
      problems.error(
          opened, "`*` and `&` at the beginning of a text mean something else in YAML", QUOTE_IT);
    } else if (context.contains("tag")) {
      problems.error(opened, "`!` at the beginning of a text means a type in YAML", QUOTE_IT);
    } else if (context.contains("block scalar")) {
      problems.error(
          here, "after `|` or `>` the text begins on the next line", "move it there, indented");
    } else if (context.contains("block mapping") || context.contains("block collection")) {
      problems.error(
          here,
          "this line is not indented like the lines it belongs to (those from line %d on)"
              .formatted(opened.line()),
          "keys of one group begin in the same column, and text after a closing quote has no place");
    } else {
      problems.error(here, "this is not YAML: " + problem, null);
    }
  }

  /** The first tab before a line's first other character, down to a line. */
  private static @Nullable SourcePlace tabInIndentation(SourceText source, int lastLine) {
    String[] lines = source.text().split("\r\n|\r|\n", -1);
    for (int line = 0; line < Math.min(lastLine, lines.length); line++) {
      String text = lines[line];
      int indent = text.length() - text.stripLeading().length();
      int tab = text.indexOf('\t');
      if (tab >= 0 && tab < indent && indent < text.length()) {
        return new SourcePlace(line + 1, tab + 1);
      }
    }
    return null;
  }
}
