package org.urgentaction.letter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.document.Document;
import org.urgentaction.document.HtmlReader;
import org.urgentaction.document.Picture;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Composes bulletins: a whole Urgent Action as a document to print and to pass on. */
public final class BulletinComposer {
  private static final String TEMPLATE = "bulletin.ftlh";

  private final Templates templates;
  private final Markdown markdown = new Markdown();

  public BulletinComposer(Templates templates) {
    this.templates = templates;
  }

  /**
   * The bulletin that was ordered; what its campaign does not hold in the language is left out.
   *
   * @throws InvalidInputException where the campaign says nothing in that language, or there are no
   *     labels in it
   */
  public Document compose(BulletinOrder order) {
    Locale language = order.language();
    if (written(order.campaign()).stream().noneMatch(tag -> isSame(tag, language))) {
      throw missing(order, "the campaign is not written in " + Languages.shown(language));
    }
    Messages labels =
        templates
            .bulletinMessages(language)
            .orElseThrow(
                () -> missing(order, "there are no labels in " + Languages.shown(language)));
    Messages phrases =
        templates
            .messages(language)
            .orElseThrow(
                () -> missing(order, "there are no phrases in " + Languages.shown(language)));
    BulletinModel model = new BulletinModel(order, labels, phrases, markdown);
    String html = templates.render(TEMPLATE, language, model.map());
    Picture photo = order.photo();
    Map<String, Picture> pictures =
        photo == null ? Map.of() : Map.of(BulletinModel.PHOTO, Objects.requireNonNull(photo));
    return new HtmlReader(templates.shown(TEMPLATE), pictures).read(html).naming(model.names());
  }

  /** The languages in which a campaign tells its case or its letter. */
  public static Set<Locale> written(Campaign campaign) {
    Set<Locale> languages = new LinkedHashSet<>(campaign.summary().languages());
    languages.addAll(campaign.letterLanguages());
    languages.addAll(campaign.background().languages());
    return languages;
  }

  private static boolean isSame(Locale tag, Locale language) {
    return tag.getLanguage().equals(language.getLanguage());
  }

  private InvalidInputException missing(BulletinOrder order, String message) {
    List<String> available =
        written(order.campaign()).stream()
            .filter(language -> templates.bulletinMessages(language).isPresent())
            .map(Languages::shown)
            .toList();
    return new InvalidInputException(
        Problem.error(order.campaign().id(), message)
            .advise(
                available.isEmpty()
                    ? "write templates/bulletin_%s.properties"
                        .formatted(order.language().getLanguage())
                    : "choose with --lang from "
                        + available.stream().collect(Collectors.joining(", "))));
  }
}
