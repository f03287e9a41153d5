package org.urgentaction.log;

import static org.urgentaction.log.ActionState.BOUNCED;
import static org.urgentaction.log.ActionState.CLAIMED;
import static org.urgentaction.log.ActionState.FAILED;
import static org.urgentaction.log.ActionState.SENT;
import static org.urgentaction.log.ActionState.UNKNOWN;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** What the log is told beside a send: letters made, things done by hand, words and evidence. */
final class Notes {
  private final Transaction transaction;

  Notes(Transaction transaction) {
    this.transaction = transaction;
  }

  /** Notes a state that gives way to any that has gone further. */
  ActionRecord note(
      ActionKey key,
      ActionDetails details,
      ActionState state,
      @Nullable String messageId,
      String sha256)
      throws SQLException {
    ActionTable.@Nullable Versioned known = transaction.find(key).orElse(null);
    if (known != null && !Moves.allowed(known.action().state(), state, Actor.PROGRAM)) {
      return known.action();
    }
    ActionRecord action =
        new ActionRecord(key, details, state, transaction.now(), messageId, sha256, null, null);
    return transaction.move(known, action, Actor.PROGRAM);
  }

  ActionRecord addByHand(ActionKey key, ActionDetails details, ActionState state, Instant at)
      throws SQLException {
    ActionTable.@Nullable Versioned known = transaction.find(key).orElse(null);
    @Nullable ActionRecord before = known == null ? null : known.action();
    if (before != null && before.state() == state) {
      return before; // told twice
    }
    if (!Moves.allowed(before == null ? null : before.state(), state, Actor.PERSON)) {
      throw new InvalidInputException(
          Problem.error(
                  null, "action " + key.id() + " is in the log as " + stateOf(before) + " already")
              .advise("see it with: ua log"));
    }
    ActionRecord action =
        new ActionRecord(
            key,
            details,
            state,
            at.truncatedTo(ChronoUnit.MILLIS),
            null,
            before == null ? null : before.sha256(),
            null,
            null);
    return transaction.move(known, action, Actor.PERSON);
  }

  ActionRecord resolve(String id, ActionState state) throws SQLException {
    Optional<ActionTable.Versioned> current = transaction.find(id);
    if (current.isEmpty()) {
      throw new InvalidInputException(
          Problem.error(null, "there is no action " + id + " in the log"));
    }
    ActionRecord action = current.get().action();
    boolean answer = state == SENT || state == FAILED || state == CLAIMED;
    if (action.state() != UNKNOWN || !answer) {
      throw new InvalidInputException(
          Problem.error(null, "action " + id + " is " + action.state() + ", not " + UNKNOWN)
              .advise("only what is unknown waits for a person's word: sent, failed or again"));
    }
    return transaction.move(
        current.get(), action.heldBy(null).in(state, transaction.now()), Actor.PERSON);
  }

  Optional<ActionRecord> bounce(String messageId, String reply) throws SQLException {
    for (ActionTable.Versioned each : byMessage(List.of(messageId), SENT, UNKNOWN, BOUNCED)) {
      if (each.action().state() == BOUNCED) {
        return Optional.of(each.action()); // reported twice
      }
      ActionTable.Versioned sent = each;
      if (sent.action().state() == UNKNOWN) {
        found(each);
        sent = transaction.find(each.action().key()).orElseThrow();
      }
      return Optional.of(
          transaction.move(
              sent, sent.action().reply(reply).in(BOUNCED, transaction.now()), Actor.EVIDENCE));
    }
    return Optional.empty();
  }

  List<ActionRecord> resolveFound(Collection<String> messageIds) throws SQLException {
    List<ActionRecord> resolved = new ArrayList<>();
    for (List<String> some : ActionTable.parts(messageIds)) {
      for (ActionTable.Versioned each : byMessage(some, UNKNOWN)) {
        resolved.add(found(each));
      }
    }
    return resolved;
  }

  private ActionRecord found(ActionTable.Versioned unknown) throws SQLException {
    return transaction.move(
        unknown,
        unknown
            .action()
            .heldBy(null)
            .reply("found in a mailbox by its Message-ID")
            .in(SENT, transaction.now()),
        Actor.EVIDENCE);
  }

  private List<ActionTable.Versioned> byMessage(
      Collection<String> messageIds, ActionState... states) throws SQLException {
    List<String> among = new ArrayList<>();
    for (ActionState state : states) {
      among.add(state.toString());
    }
    List<ActionTable.Versioned> found = new ArrayList<>();
    for (Condition condition : Condition.ofMessages(messageIds)) {
      found.addAll(transaction.query(condition.in("state", among)));
    }
    return found;
  }

  private static String stateOf(@Nullable ActionRecord action) {
    return action == null ? "nothing" : action.state().toString();
  }
}
