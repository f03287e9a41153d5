package org.urgentaction.importing.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.urgentaction.campaign.CampaignEditor.Piece;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Target;

/** Values as pieces of YAML that an editor puts into a file. */
final class Pieces {
  private final Locale own;

  /**
   * @param own language of plain texts in the file
   */
  Pieces(Locale own) {
    this.own = own;
  }

  /** {@code ru: "…"}, to stand beside other languages. */
  Piece text(Locale language, String text) {
    return keyed(language.toLanguageTag(), text);
  }

  Piece list(Locale language, List<String> items) {
    return keyedList(language.toLanguageTag(), items);
  }

  /** {@code key: …}, with the language where it is not the file's own. */
  Piece keyed(String key, Locale language, String text) {
    return language.equals(own) ? keyed(key, text) : below(key, text(language, text));
  }

  Piece keyedList(String key, Locale language, List<String> items) {
    return language.equals(own) ? keyedList(key, items) : below(key, list(language, items));
  }

  /** {@code key: [a, b]}. */
  Piece keyedList(String key, List<String> items) {
    YamlLines lines = new YamlLines();
    new TextLines(lines, new Remarks(), own).flow(0, key, key, items);
    return new Piece(lines.lines(), key + ": " + YamlLines.flow(items));
  }

  Piece keyed(String key, String text) {
    YamlLines lines = new YamlLines();
    String name = YamlText.inline(key, true);
    lines.text(0, name + ":", text);
    return new Piece(lines.lines(), name + ": " + YamlText.inline(text, true));
  }

  /** A date or number, which needs no quotes. */
  Piece bare(String key, Object value) {
    String line = key + ": " + value;
    return new Piece(List.of(line), line);
  }

  Piece accounts(Map<String, String> accounts) {
    String line =
        "social: {"
            + accounts.entrySet().stream()
                .map(each -> keyed(each.getKey(), each.getValue()).inline())
                .reduce((a, b) -> a + ", " + b)
                .orElse("")
            + "}";
    return new Piece(List.of(line), line);
  }

  /** An item of a list: a value alone. */
  Piece item(String value) {
    return new Piece(List.of("- " + YamlText.inline(value, false)), YamlText.inline(value, true));
  }

  /** An official as an item of a list. */
  Piece office(Target office, List<String> countries) {
    YamlLines lines = new YamlLines();
    new OfficeLines(lines, new TextLines(lines, new Remarks(), own), "office")
        .write(office, countries);
    return unindented(lines.lines());
  }

  private static Piece below(String key, Piece value) {
    List<String> lines = new ArrayList<>(List.of(key + ":"));
    value.block().forEach(line -> lines.add(line.isEmpty() ? "" : "  " + line));
    return new Piece(lines, "%s: {%s}".formatted(key, value.inline()));
  }

  private static Piece unindented(List<String> lines) {
    return new Piece(
        lines.stream().map(line -> line.startsWith("  ") ? line.substring(2) : line).toList(), "");
  }

  /** The text of a draft, which is in one language. */
  static <T> T only(Localized<T> value) {
    return value.values().values().iterator().next();
  }
}
