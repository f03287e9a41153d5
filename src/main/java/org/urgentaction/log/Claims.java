package org.urgentaction.log;

import static org.urgentaction.log.ActionState.CLAIMED;
import static org.urgentaction.log.ActionState.DEFERRED;
import static org.urgentaction.log.ActionState.FAILED;
import static org.urgentaction.log.ActionState.INTENT;
import static org.urgentaction.log.ActionState.UNKNOWN;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An action on its way: taken, about to be handed over, settled, or left by a dead process. */
final class Claims {
  private final Transaction transaction;
  private final Retries retries;

  Claims(Transaction transaction) {
    this.transaction = transaction;
    this.retries = new Retries(transaction.connection());
  }

  List<Claim> claim(List<ClaimRequest> requests, boolean again) throws SQLException {
    Map<String, ActionTable.Versioned> known =
        transaction.findAll(requests.stream().map(ClaimRequest::key).toList());
    Map<String, Retries.Retry> waiting = retries.findAll(known.keySet());
    List<Claim> claims = new ArrayList<>();
    for (ClaimRequest request : requests) {
      String id = request.key().id();
      ActionTable.@Nullable Versioned current = known.get(id);
      Retries.Retry retry = waiting.getOrDefault(id, Retries.Retry.NONE);
      Claim claim = claim(request, current, retry, again);
      claims.add(claim);
      if (claim.granted()) {
        // The same action asked for twice is granted once.
        known.put(id, transaction.find(request.key()).orElseThrow());
      }
    }
    return claims;
  }

  private Claim claim(
      ClaimRequest request,
      ActionTable.@Nullable Versioned current,
      Retries.Retry retry,
      boolean again)
      throws SQLException {
    if (current != null) {
      ActionRecord action = current.action();
      boolean held = action.state() == CLAIMED && action.worker() != null;
      boolean early = !again && retry.after(transaction.now());
      if (held || early || !Moves.allowed(action.state(), CLAIMED, actor(action, again))) {
        return new Claim(false, action, retry.attempts(), retry.notBefore());
      }
    }
    ActionRecord claimed =
        new ActionRecord(
            request.key(),
            request.details(),
            CLAIMED,
            transaction.now(),
            null,
            null,
            null,
            transaction.me());
    Actor actor = current == null ? Actor.PROGRAM : actor(current.action(), again);
    return new Claim(
        true, transaction.move(current, claimed, actor), retry.attempts(), retry.notBefore());
  }

  /** Who asks again for what was refused for good is a person. */
  private static Actor actor(ActionRecord action, boolean again) {
    return again && action.state() == FAILED ? Actor.PERSON : Actor.PROGRAM;
  }

  /** Gives back what this process has claimed and not begun; anything else stays as it is. */
  int release(Collection<ActionKey> keys) throws SQLException {
    int released = 0;
    for (ActionTable.Versioned each : transaction.findAll(keys).values()) {
      if (each.action().state() == CLAIMED && mine(each)) {
        free(each);
        released++;
      }
    }
    return released;
  }

  ActionRecord intent(ActionKey key, String messageId, String sha256) throws SQLException {
    ActionTable.Versioned current = held(key, INTENT);
    return transaction.move(
        current,
        current.action().message(messageId, sha256).in(INTENT, transaction.now()),
        Actor.PROGRAM);
  }

  ActionRecord outcome(ActionKey key, Outcome outcome) throws SQLException {
    ActionTable.Versioned current = held(key, outcome.state());
    if (current.action().state() == UNKNOWN) {
      return current.action(); // we were taken for dead: a person has the word now
    }
    ActionRecord settled =
        transaction.move(
            current,
            current
                .action()
                .reply(outcome.reply())
                .heldBy(null)
                .in(outcome.state(), transaction.now()),
            Actor.PROGRAM);
    if (outcome.state() == DEFERRED) {
      retries.putOff(key.id(), outcome.notBefore());
    }
    return settled;
  }

  /** The action, if this process holds it: what another has taken over is not ours to move. */
  private ActionTable.Versioned held(ActionKey key, ActionState next) throws SQLException {
    Optional<ActionTable.Versioned> current = transaction.find(key);
    if (current.isEmpty()) {
      throw new MoveRefusedException(key.id(), null, next);
    }
    if (!mine(current.get())) {
      throw new MoveRefusedException(
          key.id(), Objects.requireNonNullElse(current.get().action().worker(), "nobody"));
    }
    return current.get();
  }

  private boolean mine(ActionTable.Versioned action) throws SQLException {
    return transaction.me().equals(action.action().worker());
  }

  /** Sees to what dead processes left. */
  int recover(Workers workers) throws SQLException {
    List<ActionTable.Versioned> open =
        transaction.query(
            Condition.none()
                .in("state", List.of(CLAIMED.toString(), INTENT.toString()))
                .and("worker IS NOT NULL"));
    Set<String> living = new HashSet<>();
    Set<String> dead = new HashSet<>();
    int seenTo = 0;
    for (ActionTable.Versioned current : open) {
      String holder = Objects.requireNonNull(current.action().worker());
      if (!living.contains(holder) && !dead.contains(holder)) {
        boolean alive = workers.alive(transaction.connection(), holder);
        (alive ? living : dead).add(holder);
      }
      if (dead.contains(holder)) {
        free(current);
        seenTo++;
      }
    }
    dead.forEach(workers::forget);
    return seenTo;
  }

  /** Gives back all that this process has claimed and not begun. */
  int releaseMine() throws SQLException {
    List<ActionTable.Versioned> mine =
        transaction.query(
            Condition.none()
                .and("state = ?", CLAIMED.toString())
                .and("worker = ?", transaction.me()));
    for (ActionTable.Versioned current : mine) {
      free(current);
    }
    return mine.size();
  }

  private void free(ActionTable.Versioned current) throws SQLException {
    ActionRecord action = current.action();
    Instant now = transaction.now();
    ActionRecord next =
        action.state() == INTENT
            ? action
                .reply("the program ended before the server's answer was noted")
                .in(UNKNOWN, now)
            : action.heldBy(null).in(CLAIMED, now);
    transaction.move(current, next, Actor.PROGRAM);
  }
}
