package org.urgentaction.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Channel;
import org.urgentaction.dispatch.Assignment;
import org.urgentaction.dispatch.Enclosures;
import org.urgentaction.dispatch.LetterMail;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.Writer;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.MimeWriter;
import org.urgentaction.mail.OutgoingMessage;

/** Turns writers' orders into assignments: letters that are made into messages at their turn. */
final class Outbox {
  private final Workbench bench;
  private final Campaign campaign;
  private final LetterComposer composer;
  private final ActionLog log;
  private final @Nullable String reason;
  private final CatalogueWatch campaigns;
  private final LetterMail mail;
  private final LetterPlanner planner;
  private final Enclosures enclosures;
  private final TreeSet<String> unreachable = new TreeSet<>();

  Outbox(
      Workbench bench,
      Campaign campaign,
      LetterComposer composer,
      ActionLog log,
      Enclosures enclosures,
      LetterPlanner planner,
      @Nullable String reason,
      CatalogueWatch campaigns) {
    this.bench = bench;
    this.campaign = campaign;
    this.composer = composer;
    this.log = log;
    this.reason = reason;
    this.campaigns = campaigns;
    this.mail = new LetterMail(bench.clock());
    this.enclosures = enclosures;
    this.planner = planner;
  }

  /**
   * What goes to whom; the first writer's messages are made once to see that they can be.
   *
   * @param tester one's own address for a trial, which the log has nothing against; or null
   */
  SendPlan plan(Writers writers, boolean again, @Nullable MailAddress tester) {
    List<Assignment> asked = new ArrayList<>();
    for (Writer writer : writers) {
      for (LetterOrder order : planner.orders(writer)) {
        if (LetterMail.reaches(order.recipient())) {
          asked.add(assignment(order));
        } else {
          unreachable.add(order.recipient().id());
        }
      }
    }
    long first = planner.orders(writers.first()).size();
    asked.stream().limit(first).map(Assignment::compose).forEach(Outbox::tryOut);
    if (tester != null) {
      return new SendPlan(
          asked.stream().map(assignment -> assignment.redirectedTo(tester)).toList(), List.of());
    }
    return SendPlan.make(asked, log, again, assignment -> false);
  }

  private static void tryOut(Supplier<OutgoingMessage> message) {
    new MimeWriter().write(message.get());
  }

  /** Officials who cannot be written to by mail. */
  List<String> unreachable() {
    return List.copyOf(unreachable);
  }

  private Assignment assignment(LetterOrder order) {
    ActionKey key =
        new ActionKey(
            campaign.id(),
            order.recipient().id(),
            Channel.EMAIL,
            log.writers().hash(LetterMail.identity(order.writer())));
    ActionDetails details =
        new ActionDetails(order.language().toLanguageTag(), order.writer().country(), reason);
    return new Assignment(key, details, () -> message(order, key), this::closed);
  }

  private OutgoingMessage message(LetterOrder order, ActionKey key) {
    Letter letter = composer.compose(order);
    return mail.message(letter, key, enclosures.of(letter));
  }

  /** The gate at the moment of sending: a deadline may pass, a newer issue come, while it runs. */
  private Optional<String> closed() {
    if (reason != null) {
      return Optional.empty();
    }
    String why =
        bench.closures(campaigns.current(), campaign).stream()
            .map(closure -> CampaignWords.sentence(campaign, closure))
            .collect(Collectors.joining(", and "));
    return why.isEmpty() ? Optional.empty() : Optional.of(why);
  }
}
