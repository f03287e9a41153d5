package org.urgentaction.letter;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Channel;
import org.urgentaction.document.Document;
import org.urgentaction.document.HtmlReader;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Composes what a supporter is mailed: the case in short, by when, and what to do. */
public final class AlertComposer {
  private static final String TEMPLATE = "alert.ftlh";

  private final Templates templates;
  private final Markdown markdown = new Markdown();

  public AlertComposer(Templates templates) {
    this.templates = templates;
  }

  /** The mail that was asked for: its title is its subject. */
  public Document compose(AlertPage page) {
    Messages messages = messages(page.order());
    LetterFacts facts = new LetterFacts(page.order().in(messages.language()));
    String html = templates.render(TEMPLATE, messages.language(), model(page, messages, facts));
    return new HtmlReader(templates.shown(TEMPLATE), Map.of()).read(html);
  }

  /** What stands in a mail program's draft where the letter is to be pasted. */
  public String pasteHere(LetterOrder order, String file) {
    return messages(order).get("paste.here", Map.of("file", file));
  }

  /**
   * The phrases in the letter's language, else in the campaign's own, else in the first of the
   * campaign's that has them.
   */
  private Messages messages(LetterOrder order) {
    Set<Locale> languages = new LinkedHashSet<>();
    languages.add(order.language());
    languages.add(order.campaign().language());
    languages.addAll(order.campaign().letterLanguages());
    return languages.stream()
        .map(templates::alertMessages)
        .flatMap(java.util.Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Problem.error(
                            order.campaign().id(),
                            "there are no phrases for mail to supporters in any of its languages")
                        .advise(
                            "write templates/alert_%s.properties".formatted(order.language()))));
  }

  private Map<String, @Nullable Object> model(
      AlertPage page, Messages messages, LetterFacts facts) {
    Campaign campaign = page.order().campaign();
    Locale language = messages.language();
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("ua", campaign.ua() == null ? "" : campaign.ua().toString());
    arguments.put("people", facts.people());
    arguments.put("country", facts.campaignCountry());
    arguments.put("name", page.order().writer().signature());
    arguments.put("section", page.section());
    arguments.put("date", campaign.deadline() == null ? "" : facts.date(campaign.deadline()));
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("lang", language.toLanguageTag());
    model.put("dir", Document.isRightToLeft(language) ? "rtl" : "ltr");
    model.put(
        "subject", campaign.ua() == null ? facts.title() : messages.get("subject", arguments));
    model.put("title", words(campaign.best(campaign.title(), language)));
    model.put("titleLang", tag(campaign.title().matching(language), campaign));
    model.put("summary", markup(campaign.best(campaign.summary(), language)));
    model.put("hasDeadline", campaign.deadline() != null);
    model.put("byPost", !campaign.closedChannels().containsKey(Channel.POST));
    model.put("ways", ways(page, language));
    model.put("reportTo", reportTo(campaign));
    model.put("leave", page.leave() == null ? null : page.leave().toString());
    model.put("msg", new Phrases(messages, arguments));
    return model;
  }

  private static String tag(@Nullable Locale found, Campaign campaign) {
    return (found == null ? campaign.language() : found).toLanguageTag();
  }

  private static String words(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static List<Map<String, @Nullable Object>> ways(AlertPage page, Locale language) {
    List<Map<String, @Nullable Object>> ways = new ArrayList<>();
    for (AlertPage.Way way : page.ways()) {
      LetterFacts facts = new LetterFacts(way.order().in(language));
      Map<String, @Nullable Object> shown = new HashMap<>();
      shown.put("official", String.join(facts.comma(), facts.toLines()));
      shown.put("address", way.address());
      shown.put("link", way.link());
      shown.put("text", way.text());
      ways.add(shown);
    }
    return ways;
  }

  /** Where writers tell the section, as a link's target and its words. */
  private static @Nullable Map<String, String> reportTo(Campaign campaign) {
    if (campaign.reportTo() == null) {
      return null;
    }
    String web = campaign.reportTo().web();
    String email = campaign.reportTo().email();
    return web != null && web.matches("(?i)https?://.+")
        ? Map.of("link", web, "words", web)
        : email == null ? null : Map.of("link", "mailto:" + email, "words", email);
  }

  private @Nullable Object markup(@Nullable String text) {
    try {
      return text == null
          ? null
          : HTMLOutputFormat.INSTANCE.fromMarkup(markdown.html(text, name -> "${" + name + "}"));
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Phrases by key, filled in when the template asks for them. */
  private record Phrases(Messages messages, Map<String, Object> arguments)
      implements TemplateHashModel {
    @Override
    public SimpleScalar get(String key) {
      return new SimpleScalar(messages.get(key, arguments));
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
