package org.urgentaction.importing.recognize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The words by which Urgent Actions are recognized, read from {@code labels.yaml} and folded. */
final class Lexicon {
  private final Map<String, Label> wholes = new HashMap<>();
  private final List<Map.Entry<String, Label>> starts = new ArrayList<>();
  private final List<String> urging;
  private final Map<String, ContactLabel> contacts = new HashMap<>();
  private final Phrases contactPhrases;
  private final Map<String, Integer> months = new HashMap<>();
  private final Map<String, Set<String>> stopwords = new LinkedHashMap<>();
  private final Map<String, Phrases> phrases = new HashMap<>();

  Lexicon() {
    Map<?, ?> root = load("labels.yaml");
    for (Map.Entry<?, ?> label : map(root, "labels").entrySet()) {
      Label value = Label.valueOf(label.getKey().toString());
      Map<?, ?> forms = (Map<?, ?>) label.getValue();
      strings(forms, "whole").forEach(phrase -> wholes.putIfAbsent(Folding.key(phrase), value));
      strings(forms, "start").forEach(phrase -> starts.add(Map.entry(Folding.key(phrase), value)));
    }
    starts.sort(Comparator.comparing(entry -> -entry.getKey().length()));
    urging = strings(root, "urging").stream().map(Folding::key).toList();
    phrases.put(
        "letterLabels",
        new Phrases(
            wholes.entrySet().stream()
                .filter(entry -> entry.getValue() == Label.LETTER)
                .map(Map.Entry::getKey)
                .toList()));
    for (Map.Entry<?, ?> contact : map(root, "contacts").entrySet()) {
      ContactLabel value = ContactLabel.valueOf(contact.getKey().toString());
      texts(contact.getValue()).forEach(phrase -> contacts.putIfAbsent(Folding.key(phrase), value));
    }
    contactPhrases = new Phrases(List.copyOf(contacts.keySet()));
    for (Map.Entry<?, ?> month : map(root, "months").entrySet()) {
      int number = Integer.parseInt(month.getKey().toString());
      texts(month.getValue()).forEach(name -> months.putIfAbsent(Folding.key(name), number));
    }
    for (Map.Entry<?, ?> language : map(root, "stopwords").entrySet()) {
      Set<String> words = new HashSet<>();
      texts(language.getValue()).forEach(word -> words.add(Folding.fold(word)));
      stopwords.put(language.getKey().toString(), words);
    }
    for (Map.Entry<?, ?> entry : root.entrySet()) {
      if (entry.getValue() instanceof List<?> list) {
        phrases.put(entry.getKey().toString(), new Phrases(texts(list)));
      }
    }
  }

  static Map<?, ?> load(String resource) {
    try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return (Map<?, ?>) new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> map(Map<?, ?> parent, String key) {
    return (Map<?, ?>) java.util.Objects.requireNonNull(parent.get(key), key);
  }

  private static List<String> strings(Map<?, ?> parent, String key) {
    return texts(parent.get(key));
  }

  static List<String> texts(@Nullable Object list) {
    return list instanceof List<?> items
        ? items.stream().map(item -> String.valueOf(item)).toList()
        : List.of();
  }

  /** The label of a whole line, or of what stands before its colon; {@code key} as by Folding. */
  @Nullable Label whole(String key) {
    return wholes.get(key);
  }

  /** Beginnings of labelled lines, folded, the longest first. */
  List<Map.Entry<String, Label>> starts() {
    return starts;
  }

  /** Ends of sentences that lead to a list of requests, folded. */
  List<String> urging() {
    return urging;
  }

  @Nullable ContactLabel contact(String key) {
    return contacts.get(key);
  }

  /** All labels of contact data, to look for within a line. */
  Phrases contactPhrases() {
    return contactPhrases;
  }

  @Nullable Integer month(String word) {
    return months.get(word);
  }

  Map<String, Set<String>> stopwords() {
    return stopwords;
  }

  /** One of the lists: roles, organs, places, honorifics, openings, closings, series, own, …. */
  Phrases phrases(String list) {
    return java.util.Objects.requireNonNull(phrases.get(list), list);
  }
}
