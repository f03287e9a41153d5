package org.urgentaction.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Target;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.WriterField;

/**
 * What a reader has filled in so far, as it came: whatever may be wrong with it is said when
 * letters are made of it. It lives as long as one request.
 *
 * @param to ids of the officials that are ticked
 * @param copy whether the office in the writer's country gets a copy
 * @param fields of the writer, empty where nothing was typed
 * @param drafted the language whose sample letter the draft began as; null for a form not filled in
 * @param draft the letter's text in Markdown; empty for the sample
 * @param done what has been told to the log from this form, as target and channel
 */
record WriteForm(
    List<String> to,
    boolean copy,
    Map<WriterField, String> fields,
    boolean safe,
    Locale language,
    @Nullable Locale drafted,
    String draft,
    Set<String> done) {

  static final List<WriterField> FIELDS =
      List.of(
          WriterField.NAME,
          WriterField.ADDRESS,
          WriterField.POSTCODE,
          WriterField.CITY,
          WriterField.COUNTRY,
          WriterField.EMAIL,
          WriterField.WORDS);

  WriteForm {
    to = List.copyOf(to);
    fields = Map.copyOf(fields);
    done = Set.copyOf(done);
  }

  /**
   * A form that nobody has filled in: to everybody, in the reader's language where there is one.
   */
  static WriteForm blank(Campaign campaign, List<Locale> languages, Locale reader) {
    Locale language =
        languages.stream()
            .filter(tag -> tag.getLanguage().equals(reader.getLanguage()))
            .findFirst()
            .orElse(
                languages.contains(campaign.language()) ? campaign.language() : languages.get(0));
    return new WriteForm(
        LetterPlanner.targets(campaign).stream().map(Target::id).toList(),
        true,
        Map.of(),
        false,
        language,
        null,
        "",
        Set.of());
  }

  /**
   * What came with a request.
   *
   * @param languages in which the letter can be written
   */
  static WriteForm read(
      Map<String, List<String>> parameters, Campaign campaign, List<Locale> languages) {
    Map<WriterField, String> fields = new EnumMap<>(WriterField.class);
    for (WriterField field : FIELDS) {
      String value = first(parameters, parameter(field));
      boolean lines = field == WriterField.ADDRESS || field == WriterField.WORDS;
      if (!value.isBlank()) {
        fields.put(field, lines ? value : withoutMarks(value));
      }
    }
    String asked = first(parameters, "lang");
    Locale language =
        languages.stream()
            .filter(tag -> tag.toLanguageTag().equals(asked))
            .findFirst()
            .orElse(languages.get(0));
    String was = first(parameters, "drafted");
    Locale drafted =
        languages.stream()
            .filter(tag -> tag.toLanguageTag().equals(was))
            .findFirst()
            .orElse(language);
    List<String> to = new ArrayList<>();
    for (Target target : LetterPlanner.targets(campaign)) {
      if (parameters.getOrDefault("to", List.of()).contains(target.id())) {
        to.add(target.id());
      }
    }
    Set<String> done = new LinkedHashSet<>();
    for (String each : parameters.getOrDefault("done", List.of())) {
      if (done.size() < 50 && each.length() <= 100) {
        done.add(each);
      }
    }
    return new WriteForm(
        to,
        !first(parameters, "copy").isEmpty(),
        fields,
        !first(parameters, "safe").isEmpty(),
        language,
        drafted,
        first(parameters, "draft").replace("\r\n", "\n"),
        done);
  }

  String field(WriterField field) {
    return fields.getOrDefault(field, "");
  }

  WriteForm withDraft(String text) {
    return new WriteForm(to, copy, fields, safe, language, language, text, done);
  }

  WriteForm alsoDone(String what) {
    Set<String> all = new LinkedHashSet<>(done);
    all.add(what);
    return new WriteForm(to, copy, fields, safe, language, drafted, draft, all);
  }

  static String parameter(WriterField field) {
    return field.toString().replace(' ', '-');
  }

  private static String first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }

  /** Keyboards put invisible direction marks around names, which nobody could find to remove. */
  private static String withoutMarks(String value) {
    return value.strip().replaceAll("[\\u200E\\u200F\\u061C]", "");
  }
}
