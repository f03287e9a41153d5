package org.urgentaction.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.Document;
import org.urgentaction.letter.Messages;
import org.urgentaction.letter.Templates;

/** Makes pages of templates: what every page has in common stands here. */
final class PageWriter {
  private static final String BUNDLE = "web/page";

  /** Further phrases of the pages in a folder of templates, which have those of all pages too. */
  private static final Map<String, List<String>> FURTHER =
      Map.of("desk", List.of("web/desk", "web/sending"));

  private final Templates templates;
  private final Assets assets;
  private final Map<String, Messages> messages = new ConcurrentHashMap<>();

  PageWriter(Templates templates, Assets assets) {
    this.templates = templates;
    this.assets = assets;
  }

  /**
   * A page.
   *
   * @param name of its template below {@code web/}
   * @param path of the page itself, with which its links to other languages begin
   * @param model what the template sees beside what all of them see, or in its place
   */
  String page(String name, Visitor visitor, String path, Map<String, ?> model) {
    Map<String, @Nullable Object> all = new HashMap<>();
    all.put("lang", visitor.language().toLanguageTag());
    all.put("dir", Document.isRightToLeft(visitor.language()) ? "rtl" : "ltr");
    all.put("msg", new Phrases(phrases(name, visitor.language())));
    all.put("url", new Links(visitor));
    all.put("chosen", visitor.chosen());
    all.put("languages", languages(visitor, path));
    all.put("style", assets.path("style.css"));
    all.put("script", assets.path("page.js"));
    all.put("icon", assets.path("icon.svg"));
    all.put("file", new PathMethod(at -> at));
    all.put("static", false);
    all.putAll(model);
    return templates.render("web/" + name + ".ftlh", visitor.language(), all);
  }

  /** Those that a page may ask for, in a language of {@link Visitor#LANGUAGES}. */
  private List<Messages> phrases(String name, Locale language) {
    List<Messages> phrases = new ArrayList<>();
    int slash = name.indexOf('/');
    FURTHER
        .getOrDefault(slash < 0 ? "" : name.substring(0, slash), List.of())
        .forEach(bundle -> phrases.add(messages(bundle, language)));
    phrases.add(messages(BUNDLE, language));
    return phrases;
  }

  private Messages messages(String bundle, Locale language) {
    return messages.computeIfAbsent(
        bundle + " " + language.toLanguageTag(),
        key ->
            templates
                .phrases(bundle, language)
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "no phrases of %s in %s".formatted(bundle, language))));
  }

  private static List<Map<String, Object>> languages(Visitor visitor, String path) {
    List<Map<String, Object>> languages = new ArrayList<>();
    for (Locale language : Visitor.LANGUAGES) {
      String tag = language.toLanguageTag();
      languages.add(
          Map.of(
              "tag",
              tag,
              "name",
              Wording.languageName(language, language),
              "dir",
              Document.isRightToLeft(language) ? "rtl" : "ltr",
              "current",
              language.equals(visitor.language()),
              "link",
              path + (path.contains("?") ? "&" : "?") + "ui=" + tag));
    }
    return languages;
  }
}
