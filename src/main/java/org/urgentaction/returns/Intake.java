package org.urgentaction.returns;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.SupporterMail;

/**
 * Notes in the log what reports say, and believes them no further than this: a report counts for
 * one action, the one under whose Message-ID it was sent; a supporter's address is put on the
 * suppression list because we mailed it, never because a report names it.
 */
public final class Intake {
  /** What became of a report. */
  public enum Fate {
    /** An action is now noted as bounced. */
    BOUNCED,
    /** It was noted before. */
    ALREADY_BOUNCED,
    /** An action of ours, of which nothing is decided yet. */
    DELAYED,
    /** An action of ours, delivered. */
    DELIVERED,
    /** An action that was unknown has been sent: the report is evidence of it. */
    FOUND_SENT,
    /** A supporter's address gets no more mail. */
    SUPPRESSED,
    /** A machine's answer, a question or a complaint about an action of ours: a person may act. */
    FOR_A_PERSON,
    /** Somebody's answer to an action of ours. */
    ANSWER,
    /** Nothing that is in the log. */
    NOT_OURS
  }

  /**
   * A report and what became of it.
   *
   * @param action as it is now; null where none is concerned
   */
  public record Result(Report report, Fate fate, @Nullable ActionRecord action) {}

  private final ActionLog log;
  private final Set<String> campaigns;
  private final boolean trial;
  private final Set<String> bouncedNow = new HashSet<>();

  /**
   * @param campaigns ids of those whose supporters can ask for no more mail
   * @param trial whether to note nothing and only say what would become of it
   */
  public Intake(ActionLog log, Set<String> campaigns, boolean trial) {
    this.log = log;
    this.campaigns = Set.copyOf(campaigns);
    this.trial = trial;
  }

  /** Notes one report; the same report again changes nothing. */
  public Result take(Report report) {
    if (report.kind() == Report.Kind.UNSUBSCRIBE) {
      return unsubscribe(report);
    }
    Optional<ActionRecord> ours = ours(report.messageIds());
    if (ours.isEmpty()) {
      return new Result(report, Fate.NOT_OURS, null);
    }
    ActionRecord action = ours.get();
    return switch (report.kind()) {
      case FAILED -> failed(report, action);
      case DELAYED -> new Result(report, Fate.DELAYED, action);
      case DELIVERED -> delivered(report, action);
      case COMPLAINT -> complaint(report, action);
      case AUTO_REPLY, CHALLENGE -> new Result(report, Fate.FOR_A_PERSON, action);
      default -> new Result(report, Fate.ANSWER, action);
    };
  }

  /** The first of these under which something was sent. */
  private Optional<ActionRecord> ours(List<String> messageIds) {
    List<ActionRecord> found = messageIds.isEmpty() ? List.of() : log.sentAs(messageIds);
    return messageIds.stream()
        .flatMap(id -> found.stream().filter(action -> id.equals(action.messageId())))
        .findFirst();
  }

  private Result failed(Report report, ActionRecord action) {
    boolean known = action.state() == ActionState.BOUNCED || !bouncedNow.add(action.id());
    ActionRecord now = action;
    if (!trial && !known) {
      String messageId = Objects.requireNonNull(action.messageId());
      now = log.bounce(messageId, words(report)).orElse(action);
    }
    if (SupporterMail.is(action.key()) && report.addressIsDead()) {
      suppress(action.key().writer(), "bounced: " + report.status());
    }
    return new Result(report, known ? Fate.ALREADY_BOUNCED : Fate.BOUNCED, now);
  }

  private static String words(Report report) {
    if (!report.words().isEmpty()) {
      return report.words();
    }
    return report.status() == null ? "came back without a reason" : report.status().toString();
  }

  private Result delivered(Report report, ActionRecord action) {
    if (action.state() != ActionState.UNKNOWN) {
      return new Result(report, Fate.DELIVERED, action);
    }
    if (!trial) {
      log.resolveFound(List.of(Objects.requireNonNull(action.messageId())));
    }
    return new Result(report, Fate.FOUND_SENT, action);
  }

  private Result complaint(Report report, ActionRecord action) {
    if (!SupporterMail.is(action.key())) {
      return new Result(report, Fate.FOR_A_PERSON, action);
    }
    suppress(action.key().writer(), "called it abuse");
    return new Result(report, Fate.SUPPRESSED, action);
  }

  /** A token counts where mail has gone out under it: nobody can fill the list with others. */
  private Result unsubscribe(Report report) {
    String token = Objects.requireNonNullElse(report.token(), "");
    List<ActionKey> keys =
        campaigns.stream().map(campaign -> SupporterMail.key(campaign, token)).toList();
    if (log.findAll(keys).isEmpty()) {
      return new Result(report, Fate.NOT_OURS, null);
    }
    suppress(token, "asked by mail");
    return new Result(report, Fate.SUPPRESSED, null);
  }

  private void suppress(String addressHash, String reason) {
    if (!trial) {
      log.suppress(addressHash, reason);
    }
  }
}
