package org.urgentaction.letter;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.urgentaction.document.Document;
import org.urgentaction.document.HtmlReader;
import org.urgentaction.document.Picture;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Composes letters: a campaign, a writer and a template become the Document that outputs render.
 */
public final class LetterComposer {
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
    Picture signature = order.signature();
    Map<String, Picture> pictures =
        signature == null ? Map.of() : Map.of(LetterModel.SIGNATURE, signature);
    Document document = new HtmlReader(templates.shown(template), pictures).read(html);
    return new Letter(order, model.subject(), document);
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

  private LetterModel model(LetterOrder order) {
    Locale language = order.language();
    if (order.campaign().letterLanguages().stream()
        .noneMatch(written -> written.getLanguage().equals(language.getLanguage()))) {
      throw missing(order, "the campaign has no letter in " + Languages.shown(language));
    }
    Messages messages =
        templates
            .messages(language)
            .orElseThrow(
                () -> missing(order, "there are no phrases in " + Languages.shown(language)));
    return new LetterModel(order, messages, markdown);
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
