package org.urgentaction.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a campaign file by the places of its values and leaves everything else as its author
 * wrote it: order, comments, quotes, line ends. Nothing that is there is changed or taken away.
 */
public final class CampaignEditor {
  private static final int STEP = 2;

  private final SourceText source;
  private final String text;
  private final String lineEnd;
  private final YamlNode.Entries root;
  private final List<Edit> edits = new ArrayList<>();

  /**
   * What is to stand at a place in the original text.
   *
   * @param at in UTF-16 units
   * @param until what is replaced ends here; {@code at} where nothing is
   * @param above whether it is a line of its own above what else is put there
   */
  private record Edit(int at, int until, String replacement, boolean above) {}

  /**
   * A key with its value, or an item, as YAML.
   *
   * @param block its lines, not indented
   * @param inline the same on one line, for between braces or brackets
   */
  public record Piece(List<String> block, String inline) {
    public Piece {
      block = List.copyOf(block);
    }
  }

  /**
   * @param bytes of a file that {@link CampaignReader} takes
   */
  public CampaignEditor(String name, byte[] bytes) {
    this.source = SourceText.decode(name, bytes);
    this.text = source.text();
    this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    this.root = YamlTree.parse(name, source, new ProblemList(name));
  }

  /** The text with all that was added. */
  public String edited() {
    StringBuilder result = new StringBuilder(text);
    List<Edit> last = new ArrayList<>(edits);
    Collections.reverse(last);
    last.sort(Comparator.comparingInt(Edit::at).reversed().thenComparing(Edit::above));
    last.forEach(edit -> result.replace(edit.at(), edit.until(), edit.replacement()));
    return result.toString();
  }

  /** Whether the file has this key or item. */
  public boolean has(String path) {
    return Spot.find(root, path) != null;
  }

  /** A comment of its own line above a value, or above the group that lacks it. */
  public void comment(String path, String comment) {
    Spot spot = nearest(path);
    int line = lineStart(spot == null ? offset(root.start()) : offset(spot.start()));
    int column = line;
    while (column < text.length() && text.charAt(column) == ' ') {
      column++;
    }
    edits.add(new Edit(line, line, text.substring(line, column) + "# " + comment + lineEnd, true));
  }

  private @Nullable Spot nearest(String path) {
    String around = path;
    while (!around.isEmpty()) {
      Spot spot = Spot.find(root, around);
      if (spot != null) {
        return spot;
      }
      int cut = Math.max(around.lastIndexOf('.'), around.lastIndexOf('['));
      around = cut < 0 ? "" : around.substring(0, cut);
    }
    return null;
  }

  /**
   * A text in a further language: a plain one becomes a map, in which it keeps its place.
   *
   * @param own language of plain texts
   * @param piece the further tag with its text
   */
  public void addLanguage(String path, Locale own, Piece piece) {
    Spot spot = existing(path);
    if (spot.node() instanceof YamlNode.Entries map) {
      addEntry(map, map.entries().get(map.entries().size() - 1), piece, false);
    } else if (spot.inFlow()) {
      int from = offset(spot.node().start());
      int until = offset(contentEnd(spot.node()));
      String plain = text.substring(from, until);
      edits.add(
          new Edit(from, until, "{%s: %s, %s}".formatted(tag(own), plain, piece.inline()), false));
    } else {
      wrapInMap(spot, own, piece);
    }
  }

  private void wrapInMap(Spot spot, Locale own, Piece piece) {
    int key = offset(spot.start());
    String indent = " ".repeat(key - lineStart(key) + STEP);
    int value = offset(spot.node().start());
    int end = lineEndAfter(offset(contentEnd(spot.node())));
    boolean below = lineStart(value) != lineStart(key);
    int firstShifted;
    if (below) {
      firstShifted = lineEndAfter(key);
      insert(firstShifted, lineEnd + indent + tag(own) + ":");
    } else {
      int colon = text.indexOf(':', offset(spot.keyEnd())) + 1;
      edits.add(new Edit(colon, value, lineEnd + indent + tag(own) + ": ", false));
      firstShifted = lineEndAfter(value);
    }
    for (int line = nextLine(firstShifted); line > 0 && line <= end; line = nextLine(line)) {
      if (line < text.length() && text.charAt(line) != '\n' && text.charAt(line) != '\r') {
        insert(line, " ".repeat(STEP));
      }
    }
    insertLines(end, indent, piece.block(), false);
  }

  /**
   * A key that a group lacks, behind those that stand before it by custom.
   *
   * @param group path of the group, empty for the whole file
   * @param order of the group's keys
   * @param apart whether an empty line stands before it
   */
  public void addKey(String group, String key, List<String> order, Piece piece, boolean apart) {
    YamlNode node = group.isEmpty() ? root : existing(group).node();
    YamlNode.Entries entries = (YamlNode.Entries) node;
    YamlNode.Entry before = entries.entries().get(0);
    for (YamlNode.Entry entry : entries.entries()) {
      int place = order.indexOf(entry.key().text());
      if (place >= 0 && place < order.indexOf(key)) {
        before = entry;
      }
    }
    addEntry(entries, before, piece, apart);
  }

  private void addEntry(
      YamlNode.Entries entries, YamlNode.Entry before, Piece piece, boolean apart) {
    int end = offset(contentEnd(before.value()));
    if (entries.flow()) {
      insert(end, ", " + piece.inline());
    } else {
      int first = offset(entries.entries().get(0).key().start());
      insertLines(lineEndAfter(end), " ".repeat(first - lineStart(first)), piece.block(), apart);
    }
  }

  /** An item behind those of a list; a single value becomes a list. */
  public void addItem(String path, Piece piece) {
    YamlNode node = existing(path).node();
    if (!(node instanceof YamlNode.Items items)) {
      int from = offset(node.start());
      int until = offset(contentEnd(node));
      String single = text.substring(from, until);
      edits.add(new Edit(from, until, "[%s, %s]".formatted(single, piece.inline()), false));
    } else if (items.flow()) {
      insert(
          offset(contentEnd(items.items().get(items.items().size() - 1))), ", " + piece.inline());
    } else {
      int dash = text.lastIndexOf('-', offset(items.items().get(0).start()) - 1);
      insertLines(
          lineEndAfter(offset(contentEnd(items))),
          " ".repeat(dash - lineStart(dash)),
          piece.block(),
          false);
    }
  }

  private Spot existing(String path) {
    Spot spot = Spot.find(root, path);
    if (spot == null) {
      throw new IllegalArgumentException("the file has no " + path);
    }
    return spot;
  }

  /** Behind the last sign of a value, in code points. */
  private int contentEnd(YamlNode node) {
    if (node instanceof YamlNode.Items items) {
      return items.flow() ? items.end() : contentEnd(items.items().get(items.items().size() - 1));
    }
    if (node instanceof YamlNode.Entries entries) {
      return entries.flow()
          ? entries.end()
          : contentEnd(entries.entries().get(entries.entries().size() - 1).value());
    }
    YamlNode.Text scalar = (YamlNode.Text) node;
    String raw = source.slice(scalar.start(), scalar.end()).stripTrailing();
    return scalar.start() + raw.codePointCount(0, raw.length());
  }

  private void insertLines(int lineEndOffset, String indent, List<String> lines, boolean apart) {
    StringBuilder added = new StringBuilder(apart ? lineEnd : "");
    for (String line : lines) {
      added.append(lineEnd).append(line.isEmpty() ? "" : indent + line);
    }
    insert(lineEndOffset, added.toString());
  }

  private void insert(int at, String added) {
    edits.add(new Edit(at, at, added, false));
  }

  private int offset(int codePoint) {
    return text.offsetByCodePoints(0, codePoint);
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the line's text ends, before its line end. */
  private int lineEndAfter(int offset) {
    int end = text.indexOf('\n', offset);
    if (end < 0) {
      return text.length();
    }
    return end > 0 && text.charAt(end - 1) == '\r' && end > offset ? end - 1 : end;
  }

  /** The beginning of the next line, or -1 on the last. */
  private int nextLine(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? -1 : end + 1;
  }

  private static String tag(Locale language) {
    String tag = language.toLanguageTag();
    return tag.equals("no") ? "\"no\"" : tag;
  }

  /**
   * A value found by its path.
   *
   * @param start of its key, or of the item
   * @param keyEnd behind the key
   * @param inFlow whether it stands between braces or brackets
   */
  private record Spot(YamlNode node, int start, int keyEnd, boolean inFlow) {

    static @Nullable Spot find(YamlNode.Entries root, String path) {
      Spot spot = new Spot(root, root.start(), root.start(), root.flow());
      for (String step : path.replace("[", ".[").split("\\.", -1)) {
        spot = step.isEmpty() ? spot : spot.step(step);
        if (spot == null) {
          return null;
        }
      }
      return spot;
    }

    private @Nullable Spot step(String step) {
      if (step.startsWith("[")) {
        int number = Integer.parseInt(step.substring(1, step.length() - 1));
        if (node instanceof YamlNode.Items items && number < items.items().size()) {
          YamlNode item = items.items().get(number);
          return new Spot(item, item.start(), item.start(), inFlow || items.flow());
        }
        return number == 0 && node instanceof YamlNode.Text ? this : null;
      }
      if (node instanceof YamlNode.Entries entries) {
        for (YamlNode.Entry entry : entries.entries()) {
          if (entry.key().text().equals(step)) {
            return new Spot(
                entry.value(), entry.key().start(), entry.key().end(), inFlow || entries.flow());
          }
        }
      }
      return null;
    }
  }
}
