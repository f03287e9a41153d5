package org.urgentaction.letter;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.urgentaction.campaign.Campaign;

/**
 * A campaign's summary, background and requests as HTML for pages that show them: the same small
 * Markdown as in a letter, with what does not depend on a letter filled in.
 */
public final class CaseText {
  private final Markdown markdown = new Markdown();

  /** Markdown as markup that a template writes as it is; unknown placeholders stay as text. */
  public Object html(Campaign campaign, Locale language, String text) {
    LetterFacts facts = facts(campaign, language);
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(
          markdown.html(text, name -> value(name, campaign, facts)));
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The people at risk, joined as the language joins a list. */
  public String people(Campaign campaign, Locale language) {
    return facts(campaign, language).people();
  }

  private static LetterFacts facts(Campaign campaign, Locale language) {
    return new LetterFacts(
        new LetterOrder(
            campaign,
            LetterPlanner.targets(campaign).get(0),
            false,
            List.of(),
            Writer.anonymous(null),
            language,
            null,
            null,
            LocalDate.EPOCH));
  }

  private static String value(String name, Campaign campaign, LetterFacts facts) {
    return switch (name) {
      case "person.name" -> facts.firstPerson();
      case "people" -> facts.people();
      case "country" -> facts.campaignCountry();
      case "ua" -> String.valueOf(campaign.ua());
      case "deadline" -> campaign.deadline() == null ? "" : facts.date(campaign.deadline());
      default -> "${" + name + "}";
    };
  }
}
