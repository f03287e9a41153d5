package org.urgentaction.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One group of keys of a campaign file; hands out their values and notes every wrong key or type.
 */
final class Section {
  private final Reading reading;
  private final String path;
  private final YamlNode.Entries node;
  private final List<String> known;
  private final Map<String, YamlNode> values = new LinkedHashMap<>();

  /**
   * Notes keys that are not known.
   *
   * @param path of the group, empty for the whole file
   */
  Section(Reading reading, String path, YamlNode.Entries node, List<String> known) {
    this.reading = reading;
    this.path = path;
    this.node = node;
    this.known = known;
    reading.remember(path, node);
    boolean toldKnown = false;
    for (YamlNode.Entry entry : node.entries()) {
      String key = entry.key().text();
      if (known.contains(key)) {
        values.put(key, entry.value());
        reading.remember(pathOf(key), entry.value());
      } else {
        String meant = Spelling.nearest(key, known);
        reading.error(
            entry.key(),
            "unknown key `" + Spelling.shown(key) + "`",
            meant != null
                ? "did you mean `" + meant + "`?"
                : toldKnown ? null : "known here: " + String.join(", ", known));
        toldKnown |= meant == null;
      }
    }
  }

  YamlNode node() {
    return node;
  }

  String path() {
    return path;
  }

  boolean has(String key) {
    return value(key) != null;
  }

  /** The value of a key that holds one text; null where it is absent or wrong. */
  <T> @Nullable T one(String key, ScalarType<T> type) {
    YamlNode value = value(key);
    return value == null ? null : scalar(value, pathOf(key), "a text", type);
  }

  /** As {@link #one}, and notes an error where it is absent. */
  <T> @Nullable T required(String key, ScalarType<T> type, String example) {
    require(key, example);
    return one(key, type);
  }

  /** Notes an error where a key is absent. */
  void require(String key, String example) {
    if (!has(key)) {
      reading.error(node, "`" + key + "` is missing", "add it, for example `" + example + "`");
    }
  }

  /** A single text or a list of them. */
  <T> List<T> many(String key, ScalarType<T> type) {
    List<T> all = new ArrayList<>();
    for (Item item : itemsOrOne(key)) {
      T read = scalar(item.node, item.path, "a text", type);
      if (read != null) {
        all.add(read);
      }
    }
    return all;
  }

  /** A text, or texts by language. */
  <T> Localized<T> localized(String key, ScalarType<T> type) {
    return byLanguage(key, "a text", (item, at) -> scalar(item, at, "a text", type));
  }

  /** A list of texts, or such lists by language. */
  <T> Localized<List<T>> localizedLists(String key, ScalarType<T> type) {
    return byLanguage(key, "a list of texts", (item, at) -> list(item, at, type));
  }

  /** A group of keys; null where absent. */
  @Nullable Section section(String key, List<String> keys) {
    YamlNode value = value(key);
    return value == null ? null : section(value, pathOf(key), keys);
  }

  /** A list of groups of keys. */
  List<Section> sections(String key, List<String> keys) {
    YamlNode value = value(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof YamlNode.Items items)) {
      wrongType(value, pathOf(key), "a list, each entry beginning with `- `");
      return List.of();
    }
    refuseEmpty(items, pathOf(key));
    List<Section> all = new ArrayList<>();
    for (int i = 0; i < items.items().size(); i++) {
      Section section = section(items.items().get(i), pathOf(key) + "[" + i + "]", keys);
      if (section != null) {
        all.add(section);
      }
    }
    return all;
  }

  /** A single value or a list, where each may be a text or a group of keys. */
  <T> List<T> textsOrSections(
      String key, ScalarType<T> text, List<String> keys, SectionType<T> sectionType) {
    List<T> all = new ArrayList<>();
    for (Item item : itemsOrOne(key)) {
      T read = null;
      if (item.node instanceof YamlNode.Entries) {
        Section section = section(item.node, item.path, keys);
        read = section == null ? null : sectionType.read(section);
      } else {
        read = scalar(item.node, item.path, "a text, or " + String.join(" and ", keys), text);
      }
      if (read != null) {
        all.add(read);
      }
    }
    return all;
  }

  /** A group whose keys are free names, each with a text. */
  <T> Map<String, T> named(String key, ScalarType<String> nameType, ScalarType<T> type) {
    YamlNode value = value(key);
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof YamlNode.Entries group)) {
      wrongType(value, pathOf(key), "names with texts (`x: TheHandle`)");
      return Map.of();
    }
    Map<String, T> all = new LinkedHashMap<>();
    for (YamlNode.Entry entry : group.entries()) {
      String name = nameType.read(entry.key(), pathOf(key));
      if (name != null) {
        String at = pathOf(key) + "." + name;
        reading.remember(at, entry.value());
        T read = scalar(entry.value(), at, "a text", type);
        if (read != null) {
          all.put(name, read);
        }
      }
    }
    return Collections.unmodifiableMap(all);
  }

  private <T> Localized<T> byLanguage(String key, String wanted, NodeType<T> type) {
    YamlNode value = value(key);
    if (value == null) {
      return Localized.none();
    }
    Map<Locale, T> all = new LinkedHashMap<>();
    if (value instanceof YamlNode.Entries group) {
      LanguageTags tags = new LanguageTags(reading);
      for (YamlNode.Entry entry : group.entries()) {
        Locale language = tags.read(entry.key(), pathOf(key));
        if (language != null) {
          putOnce(all, language, entry, pathOf(key), type);
        }
      }
      if (group.entries().isEmpty()) {
        reading.error(value, Reading.label(pathOf(key)) + " is empty", "leave the line out");
      }
    } else {
      rememberTree(pathOf(key) + "." + reading.language().toLanguageTag(), value);
      boolean fits = value instanceof YamlNode.Text == wanted.equals("a text");
      T read = fits ? type.read(value, pathOf(key)) : null;
      if (!fits) {
        wrongType(value, pathOf(key), wanted + ", or one for each language (`en: …`)");
      } else if (read != null) {
        all.put(reading.language(), read);
      }
    }
    return new Localized<>(all);
  }

  private <T> void putOnce(
      Map<Locale, T> all, Locale language, YamlNode.Entry entry, String at, NodeType<T> type) {
    String itemPath = at + "." + language.toLanguageTag();
    if (reading.remembers(itemPath)) {
      reading.error(
          entry.key(),
          "`" + entry.key().text() + "` stands here a second time",
          "keep one of them");
      return;
    }
    reading.remember(itemPath, entry.value());
    T read = type.read(entry.value(), itemPath);
    if (read != null) {
      all.put(language, read);
    }
  }

  private <T> @Nullable List<T> list(YamlNode value, String at, ScalarType<T> type) {
    if (!(value instanceof YamlNode.Items items)) {
      wrongType(value, at, "a list of texts");
      return null;
    }
    refuseEmpty(items, at);
    List<T> all = new ArrayList<>();
    for (int i = 0; i < items.items().size(); i++) {
      YamlNode item = items.items().get(i);
      reading.remember(at + "[" + i + "]", item);
      T read = scalar(item, at + "[" + i + "]", "a text", type);
      if (read != null) {
        all.add(read);
      }
    }
    return List.copyOf(all);
  }

  private List<Item> itemsOrOne(String key) {
    YamlNode value = value(key);
    if (value == null) {
      return List.of();
    }
    List<YamlNode> nodes = List.of(value);
    if (value instanceof YamlNode.Items items) {
      refuseEmpty(items, pathOf(key));
      nodes = items.items();
    }
    List<Item> all = new ArrayList<>();
    for (YamlNode item : nodes) {
      String at = pathOf(key) + "[" + all.size() + "]";
      reading.remember(at, item);
      all.add(new Item(item, at));
    }
    return all;
  }

  private <T> @Nullable T scalar(YamlNode value, String at, String wanted, ScalarType<T> type) {
    if (!(value instanceof YamlNode.Text text)) {
      wrongType(value, at, wanted);
      return null;
    }
    if (text.isNothing()) {
      reading.error(value, Reading.label(at) + " has no value", "write one, or leave the line out");
      return null;
    }
    return type.read(text, at);
  }

  private @Nullable Section section(YamlNode value, String at, List<String> keys) {
    if (value instanceof YamlNode.Entries group) {
      if (group.entries().isEmpty()) {
        reading.error(value, Reading.label(at) + " is empty", "leave the line out");
      }
      return new Section(reading, at, group, keys);
    }
    wrongType(value, at, "keys with values (" + String.join(", ", keys) + ")");
    return null;
  }

  private void refuseEmpty(YamlNode.Items items, String at) {
    if (items.items().isEmpty()) {
      reading.error(
          items, Reading.label(at) + " is an empty list", "write an entry, or leave the line out");
    }
  }

  private void wrongType(YamlNode value, String at, String wanted) {
    String found =
        value instanceof YamlNode.Text text && text.isNothing() ? "nothing" : value.kind();
    reading.error(value, Reading.label(at) + ": expected " + wanted + ", found " + found, null);
  }

  private void rememberTree(String at, YamlNode value) {
    reading.remember(at, value);
    if (value instanceof YamlNode.Items items) {
      for (int i = 0; i < items.items().size(); i++) {
        reading.remember(at + "[" + i + "]", items.items().get(i));
      }
    }
  }

  private @Nullable YamlNode value(String key) {
    if (!known.contains(key)) {
      throw new IllegalArgumentException(key + " is not among the known keys " + known);
    }
    return values.get(key);
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private record Item(YamlNode node, String path) {}

  @FunctionalInterface
  private interface NodeType<T> {
    @Nullable T read(YamlNode node, String path);
  }

  /** How a group of keys becomes a value. */
  @FunctionalInterface
  interface SectionType<T> {
    @Nullable T read(Section section);
  }
}
