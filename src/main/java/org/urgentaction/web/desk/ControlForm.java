package org.urgentaction.web.desk;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.dispatch.ControlChange;
import org.urgentaction.log.Standing;
import org.urgentaction.problem.UnsafeCharacters;
import org.urgentaction.web.Case;
import org.urgentaction.web.Shelf;

/** A word to pause, resume or cancel, as {@code ua pause} and its like take it. */
final class ControlForm {
  private static final int LONGEST = 500;

  /** What a page may say that it has noted. */
  private static final Set<String> SAID =
      Set.of("running", "paused", "cancelled", "held", "replied");

  private final DeskAnswers answers;
  private final Shelf shelf;
  private final DeskLog log;
  private final CampaignPages pages;

  ControlForm(DeskAnswers answers, Shelf shelf, DeskLog log, CampaignPages pages) {
    this.answers = answers;
    this.shelf = shelf;
    this.log = log;
    this.pages = pages;
  }

  /** Notes it, and shows the campaign as it is then. */
  void change(Context context) {
    Case shown = answers.answers().find(shelf, context.pathParam("id"));
    String fault = fault(context, shown.campaign());
    Standing standing = standing(context).orElse(Standing.RUNNING);
    Optional<ControlChange> change = Optional.empty();
    if (fault == null) {
      String target = target(context);
      String because = because(context);
      change =
          log.change(
              actions ->
                  ControlChange.make(
                      actions,
                      shown.file().id(),
                      target.isEmpty() ? null : target,
                      standing,
                      because.isEmpty() ? null : because));
      fault = change.isEmpty() ? "cancelled" : null;
    }
    if (fault != null) {
      pages.show(context, 422, fault);
      return;
    }
    boolean held =
        standing == Standing.RUNNING
            && change.map(ControlChange::now).orElse(standing) != Standing.RUNNING;
    answers.seeOther(
        context,
        "/campaign/" + shown.file().id() + "?said=" + (held ? "held" : standing.toString()));
  }

  private static @Nullable String fault(Context context, Campaign campaign) {
    String target = target(context);
    String because = because(context);
    Optional<Standing> standing = standing(context);
    if (standing.isEmpty()) {
      return "word";
    }
    if (!target.isEmpty() && !ControlChange.targets(campaign).contains(target)) {
      return "target";
    }
    if (because.length() > LONGEST || UnsafeCharacters.inLine(because).isPresent()) {
      return "because";
    }
    return standing.get() == Standing.CANCELLED && because.isEmpty() ? "reason" : null;
  }

  private static Optional<Standing> standing(Context context) {
    return switch (field(context, "word")) {
      case "pause" -> Optional.of(Standing.PAUSED);
      case "resume" -> Optional.of(Standing.RUNNING);
      case "cancel" -> Optional.of(Standing.CANCELLED);
      default -> Optional.empty();
    };
  }

  /** Whom the form is about; empty for the whole campaign. */
  static String target(Context context) {
    return field(context, "target");
  }

  static String because(Context context) {
    return field(context, "because");
  }

  /** What was noted before this page was asked for, or null. */
  static @Nullable String said(Context context) {
    String said = context.queryParam("said");
    return said != null && SAID.contains(said) ? said : null;
  }

  private static String field(Context context, String name) {
    String value = context.req().getMethod().equals("POST") ? context.formParam(name) : null;
    return value == null ? "" : value.strip();
  }
}
