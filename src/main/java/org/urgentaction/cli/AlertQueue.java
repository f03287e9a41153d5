package org.urgentaction.cli;

import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.dispatch.AlertMail;
import org.urgentaction.dispatch.Assignment;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.Writer;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.SupporterMail;
import org.urgentaction.log.WriterKey;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.sending.OpenGate;

/** The alerts of a list, one supporter at a time and as often as asked. */
final class AlertQueue implements Iterable<Assignment> {
  private final Campaign campaign;
  private final Iterable<Writer> supporters;
  private final LetterPlanner planner;
  private final AlertMail mail;
  private final WriterKey key;
  private final OpenGate gate;
  private final @Nullable MailAddress tester;

  /**
   * @param gate asked at the moment of each send
   * @param tester one's own address for a trial, or null
   */
  AlertQueue(
      Campaign campaign,
      Iterable<Writer> supporters,
      LetterPlanner planner,
      AlertMail mail,
      WriterKey key,
      OpenGate gate,
      @Nullable MailAddress tester) {
    this.campaign = campaign;
    this.supporters = supporters;
    this.planner = planner;
    this.mail = mail;
    this.key = key;
    this.gate = gate;
    this.tester = tester;
  }

  @Override
  public Iterator<Assignment> iterator() {
    Iterator<Writer> list = supporters.iterator();
    return new Iterator<>() {
      private int number;

      @Override
      public boolean hasNext() {
        return list.hasNext();
      }

      @Override
      public Assignment next() {
        Assignment alert = alert(list.next(), ++number);
        return tester == null ? alert : alert.redirectedTo(tester);
      }
    };
  }

  private Assignment alert(Writer supporter, int number) {
    String hash = key.hashAddress(Objects.requireNonNull(supporter.email()));
    ActionKey action = SupporterMail.key(campaign.id(), hash);
    List<LetterOrder> orders = planner.orders(supporter);
    return new Assignment(
        action,
        new ActionDetails(
            orders.get(0).language().toLanguageTag(), supporter.country(), gate.reason()),
        () -> mail.message(orders, action),
        gate,
        Set.of(hash),
        ZoneOffset.UTC,
        number);
  }
}
