package org.urgentaction.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The record of every action: intent before, outcome after, both on disk. Every method throws
 * {@link LogUnavailableException} when the log cannot be read or written.
 */
public interface ActionLog extends AutoCloseable {
  /**
   * Takes an action for this process before anything goes out. Durable on return, so that no other
   * process can send it.
   *
   * @param again whether a permanent failure may be tried again
   */
  Claim claim(ActionKey key, ActionDetails details, boolean again);

  /**
   * Notes that the message is about to be handed over. Durable on return: call it just before the
   * final dot.
   *
   * @throws MoveRefusedException if this process does not hold the claim: hand nothing over
   */
  void intent(ActionKey key, String messageId, String sha256);

  /**
   * Notes what came of an attempt. Not waited for, so that it shares a commit with what comes next;
   * whatever this log is asked to write afterwards becomes durable after it, never before.
   */
  CompletableFuture<ActionRecord> outcome(ActionKey key, Outcome outcome);

  /** Notes a letter made; an action that has gone further stays as it is and is returned. */
  default ActionRecord prepare(ActionKey key, ActionDetails details, String sha256) {
    return prepareAll(List.of(new Preparation(key, details, sha256))).get(0);
  }

  /** As {@link #prepare}, for a print run: all of them or none. */
  List<ActionRecord> prepareAll(List<Preparation> letters);

  /**
   * Notes a rehearsed message; an action that has gone further stays as it is and is returned. Not
   * waited for, as {@link #outcome}.
   */
  CompletableFuture<ActionRecord> rehearse(
      ActionKey key, ActionDetails details, String messageId, String sha256);

  /**
   * Notes what a person did.
   *
   * @param state one for which {@link ActionState#byHand()} holds
   * @param at when it was done
   * @throws org.urgentaction.problem.InvalidInputException if the log knows better, say because the
   *     program has sent it
   */
  ActionRecord addByHand(ActionKey key, ActionDetails details, ActionState state, Instant at);

  /**
   * A person's word on an action that is {@code unknown}.
   *
   * @param state {@code sent}, {@code failed}, or {@code claimed} for <i>not sent, send it
   *     again</i>
   * @throws org.urgentaction.problem.InvalidInputException if the action cannot become that
   */
  ActionRecord resolve(String id, ActionState state);

  /** In the order in which they came into their state. */
  List<ActionRecord> list(ActionFilter filter);

  Optional<ActionRecord> find(ActionKey key);

  /** Actions whose id begins so; people type no more than they must. */
  List<ActionRecord> findByPrefix(String idPrefix);

  List<Total> totals(ActionFilter filter);

  /** Checks every seal, every chain, every move, and every action against its last record. */
  Verification verify();

  /**
   * Sees to what processes left behind that are no more: what they had claimed is free again, what
   * they had as intent is {@code unknown}. Called before sending and before listing.
   *
   * @return how many actions were seen to
   */
  int recover();

  /** Waits for what is still to be written. */
  @Override
  void close();
}
