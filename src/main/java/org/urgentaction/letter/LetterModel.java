package org.urgentaction.letter;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.document.Document;
import org.urgentaction.document.Picture;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** What a letter's template sees: maps, lists and texts, no object of the program. */
final class LetterModel {
  static final String LETTERHEAD = "letterhead";
  static final String SIGNATURE = "signature";

  private final LetterOrder order;
  private final LetterFacts facts;
  private final Messages messages;
  private final Markdown markdown;
  private final Map<String, Object> arguments = new HashMap<>();

  LetterModel(LetterOrder order, Messages messages, Markdown markdown) {
    this.order = order;
    this.facts = new LetterFacts(order);
    this.messages = messages;
    this.markdown = markdown;
    arguments.put("people", facts.people());
    arguments.put("person", facts.firstPerson());
    arguments.put("country", facts.campaignCountry());
    arguments.put("gender", facts.recipientGender());
    String authorities =
        order.campaign().targets().isEmpty() ? messages.get("authorities", arguments) : "";
    arguments.put("name", order.isOpen() ? authorities : facts.recipientNameOrRole());
    arguments.put("role", facts.recipientRole());
    arguments.put("official", authorities.isEmpty() ? facts.officials() : authorities);
    arguments.put("date", facts.date());
    arguments.put("place", Objects.requireNonNullElse(facts.writerCity(), ""));
    arguments.put("recipients", Objects.requireNonNullElse(facts.copies(), ""));
    arguments.put("writer", order.writer().signature());
  }

  String subject() {
    if (order.campaign().people().isEmpty() && !order.covering()) {
      return facts.title();
    }
    return messages.get(order.covering() ? "cover.subject" : "subject", arguments);
  }

  /** The people whom the letter names. */
  List<String> names() {
    return facts.names();
  }

  /** The whole model; a null value is a missing variable to FreeMarker. */
  Map<String, @Nullable Object> map() {
    Campaign campaign = order.campaign();
    Locale language = order.language();
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("lang", language.toLanguageTag());
    model.put("dir", Document.isRightToLeft(language) ? "rtl" : "ltr");
    model.put("subject", subject());
    model.put("sender", facts.senderLines());
    model.put("recipient", recipient(facts.recipientLines()));
    model.put("recipientLang", facts.addressLanguage().toLanguageTag());
    model.put("dateline", dateline());
    model.put("salutation", salutation());
    model.put("signer", facts.signerLines());
    model.put("copyLine", facts.copies() == null ? null : messages.get("copy.line", arguments));
    Picture letterhead = order.letterhead();
    model.put("letterhead", letterhead == null ? null : LETTERHEAD);
    model.put("letterheadAlt", letterhead == null ? null : letterhead.alternative());
    model.put("signature", order.signature() == null ? null : SIGNATURE);
    model.put("signatureAlt", order.signature() == null ? null : signatureAlt());
    model.put("asks", asks(campaign.asks().in(language)));
    model.put("summary", markup(campaign.summary().in(language)));
    model.put("text", text());
    model.put("words", words());
    model.put("ua", campaign.ua() == null ? null : campaign.ua().toString());
    model.put("named", !campaign.people().isEmpty());
    model.put("people", facts.people());
    model.put("country", facts.campaignCountry());
    model.put("msg", new MessageHash());
    return model;
  }

  /**
   * What a fax's cover sheet sees.
   *
   * @param number as dialled
   * @param pages of the fax, the cover sheet included
   */
  Map<String, Object> faxCover(String number, int pages) {
    Map<String, Object> model = new HashMap<>();
    model.put("lang", order.language().toLanguageTag());
    model.put("dir", Document.isRightToLeft(order.language()) ? "rtl" : "ltr");
    model.put("subject", subject());
    model.put("to", recipient(facts.toLines()));
    model.put("number", number);
    model.put("from", facts.fromLines());
    model.put("date", facts.date(order.date()));
    model.put("pages", messages.number(pages));
    model.put("msg", new MessageHash());
    return model;
  }

  /** The lines of an address; of an open letter, whom it is to in general. */
  private List<String> recipient(List<String> lines) {
    return order.isOpen() ? List.of(String.valueOf(arguments.get("name"))) : lines;
  }

  /** Where nobody is named, no name can be filled in: a title would not fit the sentence. */
  private @Nullable String named(String names) {
    return order.campaign().people().isEmpty() ? null : names;
  }

  private String signatureAlt() {
    return messages.get("signature.space", Map.of("name", order.writer().signature()));
  }

  private String dateline() {
    return messages.get(facts.writerCity() == null ? "dateline.noplace" : "dateline", arguments);
  }

  private String salutation() {
    String own = facts.salutation();
    return own != null ? own : messages.get("salutation", arguments);
  }

  private @Nullable List<Object> asks(@Nullable List<String> asks) {
    return asks == null
        ? null
        : asks.stream().map(ask -> Objects.requireNonNull(markup(ask))).toList();
  }

  /** The draft, or the campaign's sample letter with the writer's words at {@code ${words}}. */
  private @Nullable Object text() {
    String draft = order.draft();
    if (draft != null) {
      return markup(draft);
    }
    String letter = order.campaign().letter().in(order.language());
    if (letter == null || !wordsHaveAPlace()) {
      return markup(letter);
    }
    int at = letter.indexOf(WORDS);
    String words = Objects.requireNonNullElse(order.writer().words(), "");
    return fromHtml(
        html(letter.substring(0, at))
            + markdown.html(words, name -> "${" + name + "}")
            + html(letter.substring(at + WORDS.length())));
  }

  private static final String WORDS = "${words}";

  private boolean wordsHaveAPlace() {
    String letter = order.campaign().letter().in(order.language());
    return letter != null && letter.contains(WORDS);
  }

  /** The writer's words where the letter has no place of its own for them; never expanded. */
  private @Nullable Object words() {
    String words = order.writer().words();
    return words == null || order.draft() != null || order.covering() || wordsHaveAPlace()
        ? null
        : fromHtml(markdown.html(words, name -> "${" + name + "}"));
  }

  private @Nullable Object markup(@Nullable String text) {
    return text == null ? null : fromHtml(html(text));
  }

  private String html(String text) {
    return markdown.html(text, this::value);
  }

  private static Object fromHtml(String html) {
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(html);
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The value of a placeholder in a campaign's text. */
  String value(String name) {
    String value =
        switch (name) {
          case "writer.name" -> order.writer().signature();
          case "writer.city" -> facts.writerCity();
          case "writer.country" -> facts.writerCountry();
          case "writer.address" -> facts.writerAddress();
          case "target.name" -> facts.recipientName();
          case "target.role" -> facts.recipientRole();
          case "target.organization" -> facts.recipientOrganization();
          case "person.name" -> named(facts.firstPerson());
          case "people" -> named(facts.people());
          case "country" -> facts.campaignCountry();
          case "ua" -> order.campaign().ua() == null ? null : order.campaign().ua().toString();
          case "date" -> facts.date();
          case "deadline" -> deadline();
          default -> throw unknown(name);
        };
    if (value == null) {
      throw new InvalidInputException(
          Problem.error(
                  order.campaign().id(),
                  "the letter speaks of ${%s}, which is not given".formatted(name))
              .advise(
                  name.startsWith("writer.")
                      ? "give --" + name.substring("writer.".length())
                      : "take it out of the letter, or give it in the campaign"));
    }
    return value;
  }

  private @Nullable String deadline() {
    return order.campaign().deadline() == null ? null : facts.date(order.campaign().deadline());
  }

  private InvalidInputException unknown(String name) {
    return new InvalidInputException(
        Problem.error(order.campaign().id(), "nothing is known as ${%s}".formatted(name))
            .advise("see docs/campaign.md for what can vary"));
  }

  /** Messages by key, filled in when a template asks for them. */
  private final class MessageHash implements TemplateHashModel {
    @Override
    public TemplateModel get(String key) {
      return new SimpleScalar(messages.get(key, arguments));
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
