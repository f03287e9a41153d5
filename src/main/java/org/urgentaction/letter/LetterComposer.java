package org.urgentaction.letter;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.Document;
import org.urgentaction.document.HtmlReader;
import org.urgentaction.document.Picture;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Composes letters: a campaign, a writer and a template become the Document that outputs render.
 */
public final class LetterComposer {
  private static final String FAX_COVER = "fax.ftlh";

  private final Templates templates;
  private final Markdown markdown = new Markdown();

  public LetterComposer(Templates templates) {
    this.templates = templates;
  }

  /**
   * The letter that was ordered.
   *
   * @throws InvalidInputException where the language, a template or a value is missing or wrong
   */
  public Letter compose(LetterOrder order) {
    LetterModel model = model(order);
    String template = order.covering() ? "cover.ftlh" : "letter.ftlh";
    String html = templates.render(template, order.language(), model.map());
    Map<String, Picture> pictures = new LinkedHashMap<>();
    if (order.letterhead() != null) {
      pictures.put(LetterModel.LETTERHEAD, order.letterhead());
    }
    if (order.signature() != null) {
      pictures.put(LetterModel.SIGNATURE, order.signature());
    }
    Document document = new HtmlReader(templates.shown(template), pictures).read(html);
    return new Letter(order, model.subject(), document.naming(model.names()));
  }

  /**
   * The cover sheet of a fax.
   *
   * @param number as the writer dials it
   * @param pages of the fax, this one included
   */
  public Document faxCover(LetterOrder order, String number, int pages) {
    String html =
        templates.render(FAX_COVER, order.language(), model(order).faxCover(number, pages));
    return new HtmlReader(templates.shown(FAX_COVER), Map.of()).read(html);
  }

  /** The number of a page among those that go out together, in the letter's language. */
  public String pageNumber(LetterOrder order, int page, int pages) {
    return messages(order).get("page", Map.of("n", page, "total", pages));
  }

  /** The text that a writer starts from when editing: Markdown with every value filled in. */
  public String draft(LetterOrder order) {
    String letter = order.campaign().letter().in(order.language());
    if (letter == null) {
      throw new InvalidInputException(
          Problem.error(
                  order.campaign().id(),
                  "there is no sample letter in %s to edit"
                      .formatted(Languages.shown(order.language())))
              .advise("write one with --words FILE"));
    }
    LetterModel model = model(order);
    return Markdown.filled(
        letter,
        name ->
            name.equals("words")
                ? order.writer().words() == null ? "" : order.writer().words()
                : Markdown.escaped(model.value(name)));
  }

  /**
   * The campaign's sample letter to change before it is known who writes: every value filled in but
   * the writer's, which a letter with this draft fills in. Null where there is none in the
   * language.
   */
  public @Nullable String sample(LetterOrder order) {
    String letter = order.campaign().letter().in(order.language());
    if (letter == null) {
      return null;
    }
    LetterModel model = model(order);
    return Markdown.filled(
        letter,
        name ->
            name.equals("words")
                ? ""
                : name.startsWith("writer.")
                    ? "${" + name + "}"
                    : Markdown.escaped(model.value(name)));
  }

  private LetterModel model(LetterOrder order) {
    Locale language = order.language();
    if (order.campaign().letterLanguages().stream()
        .noneMatch(written -> written.getLanguage().equals(language.getLanguage()))) {
      throw missing(order, "the campaign has no letter in " + Languages.shown(language));
    }
    return new LetterModel(order, messages(order), markdown);
  }

  private Messages messages(LetterOrder order) {
    Locale language = order.language();
    return templates
        .messages(language)
        .orElseThrow(() -> missing(order, "there are no phrases in " + Languages.shown(language)));
  }

  private InvalidInputException missing(LetterOrder order, String message) {
    String available =
        order.campaign().letterLanguages().stream()
            .filter(language -> templates.messages(language).isPresent())
            .map(Languages::shown)
            .collect(Collectors.joining(", "));
    return new InvalidInputException(
        Problem.error(order.campaign().id(), message).advise("it can be written in " + available));
  }
}
