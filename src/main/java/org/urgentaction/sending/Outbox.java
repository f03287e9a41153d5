package org.urgentaction.sending;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Channel;
import org.urgentaction.dispatch.Assignment;
import org.urgentaction.dispatch.Enclosures;
import org.urgentaction.dispatch.LetterMail;
import org.urgentaction.dispatch.OfficeZone;
import org.urgentaction.dispatch.SendingMailbox;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.Writer;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.MimeWriter;
import org.urgentaction.mail.OutgoingMessage;
import org.urgentaction.returns.BounceRule;
import org.urgentaction.returns.Unreachable;

/**
 * Turns writers' orders into assignments, one writer at a time and as often as asked: letters that
 * are made into messages at their turn.
 */
public final class Outbox implements Iterable<Assignment> {
  private final Campaign campaign;
  private final LetterComposer composer;
  private final ActionLog log;
  private final OpenGate gate;
  private final Clock clock;
  private final LetterMail mail;
  private final LetterPlanner planner;
  private final Enclosures enclosures;
  private final Iterable<Writer> writers;
  private final @Nullable MailAddress tester;
  private final Set<String> returning;
  private final Set<String> unreachable = new TreeSet<>();
  private final Map<String, OfficeZone> zones = new TreeMap<>();

  /**
   * @param gate asked at the moment of each send
   * @param writers in the order of the list; gone through more than once
   * @param tester one's own address for a trial, which the log has nothing against; or null
   */
  public Outbox(
      Campaign campaign,
      LetterComposer composer,
      ActionLog log,
      Enclosures enclosures,
      LetterPlanner planner,
      OpenGate gate,
      SendingMailbox mailbox,
      Iterable<Writer> writers,
      @Nullable MailAddress tester,
      Clock clock) {
    this.campaign = campaign;
    this.composer = composer;
    this.log = log;
    this.gate = gate;
    this.clock = clock;
    this.mail = new LetterMail(clock, mailbox);
    this.enclosures = enclosures;
    this.planner = planner;
    this.writers = writers;
    this.tester = tester;
    this.returning =
        Unreachable.among(
                log.totals(ActionFilter.of(campaign.id())), log.controls(), BounceRule.USUAL)
            .stream()
            .map(Unreachable::target)
            .collect(Collectors.toSet());
  }

  /** Makes one message of each kind once, to see that they can be made. */
  public void tryOut() {
    MimeWriter writer = new MimeWriter();
    Set<String> tried = new HashSet<>();
    for (Assignment letter : this) {
      if (letter.number() > 1) {
        return;
      }
      if (tried.add(letter.key().target())) {
        writer.write(letter.compose().get());
      }
    }
  }

  /** The first writer's messages as they would go out. */
  public List<OutgoingMessage> samples() {
    List<OutgoingMessage> samples = new ArrayList<>();
    for (Assignment letter : this) {
      if (letter.number() > 1) {
        break;
      }
      samples.add(letter.compose().get());
    }
    return samples;
  }

  /** Officials who cannot be written to by mail, as far as the list was gone through. */
  public List<String> unreachable() {
    return List.copyOf(unreachable);
  }

  /** By whose clock each official's hours are, as far as the list was gone through. */
  public Map<String, OfficeZone> zones() {
    return Map.copyOf(zones);
  }

  @Override
  public Iterator<Assignment> iterator() {
    Iterator<Writer> list = writers.iterator();
    Deque<Assignment> waiting = new ArrayDeque<>();
    return new Iterator<>() {
      private int number;

      @Override
      public boolean hasNext() {
        while (waiting.isEmpty() && list.hasNext()) {
          waiting.addAll(assignments(list.next(), ++number));
        }
        return !waiting.isEmpty();
      }

      @Override
      public Assignment next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return waiting.removeFirst();
      }
    };
  }

  private List<Assignment> assignments(Writer writer, int number) {
    List<Assignment> letters = new ArrayList<>();
    for (LetterOrder order : planner.orders(writer)) {
      if (LetterMail.reaches(order.recipient())) {
        Assignment letter = assignment(order, number);
        letters.add(tester == null ? letter : letter.redirectedTo(tester));
      } else {
        unreachable.add(order.recipient().id());
      }
    }
    return letters;
  }

  private Assignment assignment(LetterOrder order, int number) {
    ActionKey key =
        new ActionKey(
            campaign.id(),
            order.recipient().id(),
            Channel.EMAIL,
            log.writers().hash(LetterMail.identity(order.writer())));
    ActionDetails details =
        new ActionDetails(
            order.language().toLanguageTag(), order.writer().country(), gate.reason());
    OfficeZone zone =
        zones.computeIfAbsent(
            order.recipient().id(),
            id -> OfficeZone.of(campaign, order.recipient(), clock.instant()));
    return new Assignment(
        key,
        details,
        () -> message(order, key),
        () -> gate.get().or(() -> unreached(order.recipient().id())),
        addresses(order),
        zone.zone(),
        number);
  }

  /** A target from which everybody's mail comes back waits for somebody's decision. */
  private Optional<String> unreached(String target) {
    return gate.reason() != null || !returning.contains(target)
        ? Optional.empty()
        : Optional.of(
            "mail to %s comes back; if that is put right: ua resume %s --to %s, or --anyway"
                .formatted(target, campaign.id(), target));
  }

  /** Whose word on mail counts: the official's and the writer's. */
  private Set<String> addresses(LetterOrder order) {
    return Stream.concat(
            order.recipient().emails().stream(), Stream.ofNullable(order.writer().email()))
        .map(log.writers()::hashAddress)
        .collect(Collectors.toSet());
  }

  private OutgoingMessage message(LetterOrder order, ActionKey key) {
    Letter letter = composer.compose(order);
    return mail.message(letter, key, enclosures.of(letter));
  }
}
