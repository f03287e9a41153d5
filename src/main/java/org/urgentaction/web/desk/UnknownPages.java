package org.urgentaction.web.desk;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.SupporterMail;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.web.Shelf;
import org.urgentaction.web.Wording;

/**
 * Messages of which nobody knows whether they were sent: what is known of each, and a person's word
 * on them, as {@code ua log resolve} takes it.
 */
final class UnknownPages {
  /** So many stand on one page; the others follow once these are settled. */
  private static final int SHOWN = 200;

  private static final Set<String> SAID = Set.of("sent", "claimed", "failed");

  private final DeskAnswers answers;
  private final Shelf shelf;
  private final DeskLog log;

  UnknownPages(DeskAnswers answers, Shelf shelf, DeskLog log) {
    this.answers = answers;
    this.shelf = shelf;
    this.log = log;
  }

  /** Those of all campaigns, or of the one that the address names. */
  void list(Context context) {
    show(context, 200, null, List.of());
  }

  /** Takes a word on some of them. */
  void resolve(Context context) {
    Optional<ActionState> word = word(context.formParam("word"));
    Set<String> ids = Set.copyOf(context.formParams("action"));
    if (word.isEmpty() || ids.isEmpty() || ids.size() > SHOWN) {
      show(context, 422, ids.isEmpty() ? "none" : "word", List.of());
      return;
    }
    List<Problem> problems = log.change(actions -> resolve(actions, ids, word.get()));
    if (problems.isEmpty()) {
      answers.seeOther(
          context,
          DeskAnswers.path(DeskAnswers.campaign(context), "unknown")
              + "?said=%s&n=%d".formatted(word.get(), ids.size()));
    } else {
      show(context, 422, null, problems);
    }
  }

  /** What could not be noted, because somebody else has said so meanwhile. */
  private static List<Problem> resolve(ActionLog actions, Set<String> ids, ActionState word) {
    List<Problem> problems = new ArrayList<>();
    for (String id : ids) {
      try {
        actions.resolve(id, word);
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    return problems;
  }

  private static Optional<ActionState> word(@Nullable String word) {
    return switch (word == null ? "" : word) {
      case "sent" -> Optional.of(ActionState.SENT);
      case "not-sent" -> Optional.of(ActionState.CLAIMED);
      case "failed" -> Optional.of(ActionState.FAILED);
      default -> Optional.empty();
    };
  }

  private void show(Context context, int status, @Nullable String fault, List<Problem> problems) {
    String id = DeskAnswers.campaign(context);
    Wording wording = answers.wording(context);
    List<ActionRecord> unknown =
        log.read(actions -> actions.list(new ActionFilter(id, ActionState.UNKNOWN, null)))
            .orElse(List.of());
    Map<String, Campaign> campaigns =
        shelf.catalogue().all().stream()
            .collect(Collectors.toMap(CampaignFile::id, CampaignFile::campaign));
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("id", id);
    model.put("filed", id != null && campaigns.containsKey(id));
    model.put("here", DeskAnswers.path(id, "unknown"));
    model.put("count", unknown.size());
    model.put(
        "actions",
        unknown.stream()
            .limit(SHOWN)
            .map(each -> action(each, campaigns.get(each.key().campaign()), wording))
            .toList());
    model.put("fault", fault);
    model.put("problems", problems.stream().map(Problem::toString).toList());
    String said = context.queryParam("said");
    String count = context.queryParam("n");
    boolean known =
        said != null && SAID.contains(said) && count != null && count.matches("[1-9]\\d{0,2}");
    model.put("said", known ? said : null);
    model.put("n", known && count != null ? Integer.valueOf(count) : 0);
    answers.page(context, status, "unknown", model);
  }

  private static Map<String, @Nullable Object> action(
      ActionRecord action, @Nullable Campaign campaign, Wording wording) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("id", action.id());
    model.put("campaign", action.key().campaign());
    model.put("supporter", action.key().target().equals(SupporterMail.TARGET));
    model.put("who", Offices.named(campaign, action.key().target(), wording));
    model.put("at", wording.moment(action.at()));
    model.put("language", wording.language(Locale.forLanguageTag(action.details().language())));
    String country = action.details().country();
    model.put("country", country == null ? null : wording.country(country));
    model.put("messageId", action.messageId());
    model.put("reply", action.reply());
    return model;
  }
}
