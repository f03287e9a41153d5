package org.urgentaction.campaign;

import java.util.List;

/** A piece of a YAML file as it was written: texts stay texts, and everything knows its place. */
sealed interface YamlNode {

  /** The first code point, counted from the beginning of the file. */
  int start();

  /** What it is, in the words of a message. */
  String kind();

  /**
   * A text.
   *
   * @param end the code point after its last one, quotes included
   * @param plain whether it stands without quotes or a block indicator
   */
  record Text(int start, int end, String text, boolean plain) implements YamlNode {

    /** Nothing after the colon, or YAML's words for it. */
    boolean isNothing() {
      return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }

    @Override
    public String kind() {
      return "a text";
    }
  }

  /**
   * A list.
   *
   * @param end behind its closing bracket, where it stands between brackets
   * @param flow whether it does
   */
  record Items(int start, int end, boolean flow, List<YamlNode> items) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * Keys with their values, each key once.
   *
   * @param end behind its closing brace, where it stands between braces
   * @param flow whether it does
   */
  record Entries(int start, int end, boolean flow, List<Entry> entries) implements YamlNode {
    @Override
    public String kind() {
      return "keys with values";
    }
  }

  /** A key and its value. */
  record Entry(Text key, YamlNode value) {}
}
