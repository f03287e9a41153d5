package org.urgentaction.importing.draft;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.urgentaction.campaign.Localized;

/** Writes texts and lists of them, in one language or in several, each below its remarks. */
final class TextLines {
  private final YamlLines out;
  private final Remarks remarks;
  private final Locale language;

  /**
   * @param language whose texts stand without a tag
   */
  TextLines(YamlLines out, Remarks remarks, Locale language) {
    this.out = out;
    this.remarks = remarks;
    this.language = language;
  }

  /** The remarks on a value, above it. */
  void remark(int level, String path) {
    remarks.before(path).forEach(line -> out.comment(level, line));
  }

  void localized(int level, String key, String path, Localized<String> text) {
    remark(level, path);
    if (isPlain(text)) {
      text.values().values().forEach(only -> out.text(level, key + ":", only));
    } else if (!text.isEmpty()) {
      out.add(level, key + ":");
      text.values().forEach((tag, each) -> out.text(level + 1, tag(tag) + ":", each));
    }
  }

  void localizedLists(int level, String key, String path, Localized<List<String>> lists) {
    remark(level, path);
    if (lists.isEmpty()) {
      return;
    }
    out.add(level, key + ":");
    lists
        .values()
        .forEach(
            (tag, items) -> {
              if (!isPlain(lists)) {
                out.add(level + 1, tag(tag) + ":");
              }
              items(isPlain(lists) ? level + 1 : level + 2, path, items);
            });
  }

  private void items(int level, String path, List<String> items) {
    for (int i = 0; i < items.size(); i++) {
      remark(level, path + "[" + i + "]");
      out.text(level, "-", items.get(i));
    }
  }

  /** Short values in brackets; below each other where they are long or something is said of one. */
  void flow(int level, String key, String path, List<String> values) {
    remark(level, path);
    boolean remarked =
        IntStream.range(0, values.size())
            .anyMatch(i -> !remarks.before(path + "[" + i + "]").isEmpty());
    if (values.isEmpty()) {
      return;
    }
    if (!remarked && out.fits(level, key, values)) {
      out.value(level, key + ":", YamlLines.flow(values));
    } else {
      out.add(level, key + ":");
      items(level + 1, path, values);
    }
  }

  /** Lists of lines by language, such as an address. */
  void localizedFlow(int level, String key, String path, Localized<List<String>> lists) {
    if (isPlain(lists)) {
      lists.values().values().forEach(only -> flow(level, key, path, only));
      return;
    }
    remark(level, path);
    if (!lists.isEmpty()) {
      out.add(level, key + ":");
      lists.values().forEach((tag, each) -> flow(level + 1, tag(tag), path + "." + tag, each));
    }
  }

  private boolean isPlain(Localized<?> text) {
    return text.values().size() == 1 && text.values().containsKey(language);
  }

  private static String tag(Locale language) {
    return YamlText.inline(language.toLanguageTag(), false);
  }
}
