package org.urgentaction.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Channel;
import org.urgentaction.campaign.Localized;
import org.urgentaction.letter.Languages;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterAdvice;
import org.urgentaction.letter.LetterOrder;

/** The next steps, said once letters are written; on standard error, so that scripts see none. */
final class Advice {
  private final Workbench bench;
  private final Campaign campaign;
  private final boolean faxesOnly;

  /**
   * @param faxesOnly whether nothing was written that could be posted
   */
  Advice(Workbench bench, Campaign campaign, boolean faxesOnly) {
    this.bench = bench;
    this.campaign = campaign;
    this.faxesOnly = faxesOnly;
  }

  /**
   * @param letter the first of them
   */
  void afterLetters(Letter letter, List<LetterOrder> orders, boolean list) {
    Locale language = letter.order().language();
    if (!list) {
      LetterAdvice.on(letter).forEach(remark -> bench.note(sentence(remark)));
    }
    otherLanguages(language);
    if (campaign.deadline() == null) {
      bench.note(
          "%s gives no deadline%s: ask your section office whether letters are still wanted."
              .formatted(
                  campaign.id(),
                  campaign.issued() == null
                      ? ""
                      : " (it was issued in " + CampaignWords.issued(campaign.issued()) + ")"));
    }
    if (!faxesOnly) {
      onPost(orders, list);
    }
  }

  private static String sentence(LetterAdvice.Remark remark) {
    if (remark instanceof LetterAdvice.NeverNames nameless) {
      return "It never names %s: give the full name.".formatted(nameless.person());
    }
    if (remark instanceof LetterAdvice.LeavesOut without) {
      return "It seems to leave out a request: " + without.request();
    }
    return "A personal word counts for more than a copied letter: --edit, or --words FILE.";
  }

  private void onPost(List<LetterOrder> orders, boolean list) {
    Localized<String> closed = campaign.closedChannels().get(Channel.POST);
    if (closed != null) {
      bench.note("Post is not advised: " + campaign.best(closed, Locale.ENGLISH));
    }
    if (orders.stream().anyMatch(LetterOrder::covering)) {
      bench.note("Put a copy of the letter to the official into the embassy's envelope.");
    }
    if (!list) {
      bench.note(
          "Once they are in the post: ua log add %s --to %s --channel post"
              .formatted(
                  campaign.id(),
                  orders.stream()
                      .map(order -> order.recipient().id())
                      .collect(Collectors.joining(","))));
    }
  }

  /** The official reads these more readily, and the campaign has them. */
  private void otherLanguages(Locale language) {
    Set<Locale> written = campaign.letterLanguages();
    List<Locale> preferred =
        campaign.preferredLanguages().stream()
            .filter(tag -> !tag.getLanguage().equals(language.getLanguage()))
            .filter(written::contains)
            .toList();
    boolean already =
        campaign.preferredLanguages().stream()
            .findFirst()
            .map(tag -> tag.getLanguage().equals(language.getLanguage()))
            .orElse(true);
    if (!already && !preferred.isEmpty()) {
      bench.note(
          "The official's language is %s: the same letter with --lang %s."
              .formatted(Languages.shown(preferred.get(0)), preferred.get(0).toLanguageTag()));
    }
  }
}
