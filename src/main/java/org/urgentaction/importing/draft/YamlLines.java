package org.urgentaction.importing.draft;

import java.util.ArrayList;
import java.util.List;

/** A YAML file as it grows, line by line; knows the number of the line that comes next. */
final class YamlLines {
  private final List<String> lines = new ArrayList<>();
  private final String indent;

  YamlLines() {
    this("");
  }

  /**
   * @param indent stands before every line that is not empty
   */
  YamlLines(String indent) {
    this.indent = indent;
  }

  /** The number of the last line, from 1. */
  int last() {
    return lines.size();
  }

  void add(int level, String line) {
    lines.add(line.isEmpty() ? "" : indent + "  ".repeat(level) + line);
  }

  /** An empty line, unless one stands there already. */
  void gap() {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
  }

  void comment(int level, String text) {
    add(level, text.isEmpty() ? "#" : "# " + text);
  }

  /** {@code key: value}. */
  void value(int level, String key, String value) {
    add(level, key + " " + value);
  }

  /**
   * A text of any length behind a key or a list's dash: on one line where it fits, folded where it
   * is one paragraph, as a block of Markdown otherwise.
   *
   * @param key with what follows it: {@code title:} or {@code -}
   */
  void text(int level, String key, String text) {
    int left = YamlText.WIDTH - 2 * (level + 1) - indent.length();
    boolean oneLine = text.indexOf('\n') < 0;
    if (oneLine && key.length() + text.length() + 3 <= left + 2) {
      value(level, key, YamlText.inline(text, false));
    } else if (oneLine) {
      add(level, key + " >-");
      YamlText.folded(text, left).forEach(line -> add(level + 1, line));
    } else {
      add(level, key + " |");
      YamlText.markdown(text, left).forEach(line -> add(level + 1, line));
    }
  }

  /** Whether the values fit on one line as {@code key: [a, b]}. */
  boolean fits(int level, String key, List<String> values) {
    return (key + flow(values)).length() + 2 * level + indent.length() < YamlText.WIDTH - 15
        && values.stream().noneMatch(value -> value.indexOf('\n') >= 0);
  }

  static String flow(List<String> values) {
    return "["
        + String.join(", ", values.stream().map(value -> YamlText.inline(value, true)).toList())
        + "]";
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
