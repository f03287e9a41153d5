package org.urgentaction.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.Problem;

/**
 * The record of every action: intent before, outcome after, both on disk. Any number of threads may
 * use one log. Every method throws {@link LogUnavailableException} when the log cannot be read or
 * written.
 */
public interface ActionLog extends AutoCloseable {
  /** The key under which this log knows its writers. */
  WriterKey writers();

  /** What a careful colleague would say about how the log is kept. */
  List<Problem> warnings();

  /** As {@link #claimAll}, for one action. */
  default Claim claim(ActionKey key, ActionDetails details, boolean again) {
    return claimAll(List.of(new ClaimRequest(key, details)), again).get(0);
  }

  /**
   * Takes actions for this process before anything goes out, all in one transaction. Durable on
   * return, so that no other process can send them. What was put off is not granted before its
   * time.
   *
   * @param again whether what was refused for good may be tried again, and what was put off before
   *     its time
   * @return an answer to each request, in their order
   */
  List<Claim> claimAll(List<ClaimRequest> requests, boolean again);

  /** Gives back what this process has claimed and not begun; anything else stays as it is. */
  void release(Collection<ActionKey> keys);

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

  /**
   * Notes that a message came back. One that was {@code unknown} has thereby been sent.
   *
   * @param messageId with its angle brackets
   * @param reply the report's words, cleaned
   * @return the action as it is now; empty where no action was sent under that Message-ID
   */
  Optional<ActionRecord> bounce(String messageId, String reply);

  /**
   * Notes that messages were found in a mailbox: those that were {@code unknown} have been sent.
   *
   * @param messageIds with their angle brackets
   * @return the actions that were unknown until now
   */
  List<ActionRecord> resolveFound(Collection<String> messageIds);

  /**
   * Counts one message against every quota of a mail account, over all processes that share this
   * log, unless one of them is used up.
   *
   * @param account {@link WriterKey#hashAccount}
   * @return empty if the message may go, else when to ask again
   */
  Optional<Instant> reserve(String account, List<RateWindow> windows);

  /**
   * Notes somebody's word to pause, resume or cancel.
   *
   * @param target null for the whole campaign
   */
  void control(
      String campaign, @Nullable String target, Standing standing, @Nullable String reason);

  /**
   * Whether messages to a target may go: the stricter of the last word on its campaign and the last
   * word on itself.
   */
  Standing standing(String campaign, String target);

  /** Every word to pause, resume or cancel, from the first to the last. */
  List<Control> controls();

  /**
   * Notes what a run is made from.
   *
   * @param digests by kind, such as {@code campaign}, {@code template}, {@code list}
   * @return those of the last run, empty for the first
   */
  Map<String, String> noteInputs(String campaign, Map<String, String> digests);

  /**
   * Notes that an address wants no mail.
   *
   * @param addressHash {@link WriterKey#hashAddress}
   */
  void suppress(String addressHash, String reason);

  /** Takes back {@link #suppress}. */
  void allow(String addressHash);

  /** Which of these addresses want no mail. */
  Set<String> suppressedAmong(Collection<String> addressHashes);

  /**
   * Notes an official's answer.
   *
   * @param on the day on which it came
   */
  void noteReply(String campaign, String target, LocalDate on, @Nullable String words);

  /** By the day on which they came. */
  List<Reply> replies(String campaign);

  /** In the order in which they came into their state. */
  List<ActionRecord> list(ActionFilter filter);

  /** As {@link #list}, one after the other, for logs that do not fit into memory. */
  void visit(ActionFilter filter, Consumer<ActionRecord> visitor);

  Optional<ActionRecord> find(ActionKey key);

  /** By the actions' ids; what is not in the log is not in the map. */
  Map<String, Known> findAll(Collection<ActionKey> keys);

  /** Actions whose id begins so; people type no more than they must. */
  List<ActionRecord> findByPrefix(String idPrefix);

  /** How many actions share all that reports ask for; those that were forgotten still count. */
  List<Total> totals(ActionFilter filter);

  /**
   * Removes actions that came into their state before a day (UTC), except those in a process's
   * hands and those that are {@code unknown}. Their totals stay, and so much of their records that
   * {@link #verify} still tells.
   *
   * @param keptCampaigns campaigns of which nothing is forgotten: those that may still be sent,
   *     because what is forgotten is not known as done any more
   */
  Forgotten forget(LocalDate before, Set<String> keptCampaigns);

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
