package org.urgentaction.log;

import static org.urgentaction.log.ActionState.PREPARED;
import static org.urgentaction.log.ActionState.REHEARSED;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** The action log in a database: says which change is made in which transaction. */
final class SqlActionLog implements ActionLog {
  private final Database database;
  private final WriterKey writers;
  private final LogReader reader;
  private final Committer committer;

  SqlActionLog(Database database, Clock clock) {
    this.database = database;
    this.writers = database.prepare();
    this.reader = new LogReader(database);
    this.committer = new Committer(database, clock);
  }

  @Override
  public WriterKey writers() {
    return writers;
  }

  @Override
  public List<Problem> warnings() {
    return database.warnings();
  }

  @Override
  public List<Claim> claimAll(List<ClaimRequest> requests, boolean again) {
    return committer.commit(transaction -> new Claims(transaction).claim(requests, again));
  }

  @Override
  public void release(Collection<ActionKey> keys) {
    List<ActionKey> these = List.copyOf(keys);
    committer.commit(transaction -> new Claims(transaction).release(these));
  }

  @Override
  public void intent(ActionKey key, String messageId, String sha256) {
    committer.commitOwn(key, transaction -> new Claims(transaction).intent(key, messageId, sha256));
  }

  @Override
  public CompletableFuture<ActionRecord> outcome(ActionKey key, Outcome outcome) {
    return committer.submitOwn(key, transaction -> new Claims(transaction).outcome(key, outcome));
  }

  @Override
  public int recover() {
    return committer.commit(transaction -> new Claims(transaction).recover(database.workers()));
  }

  @Override
  public List<ActionRecord> prepareAll(List<Preparation> letters) {
    return committer.commit(
        transaction -> {
          Notes notes = new Notes(transaction);
          List<ActionRecord> noted = new ArrayList<>();
          for (Preparation each : letters) {
            noted.add(notes.note(each.key(), each.details(), PREPARED, null, each.sha256()));
          }
          return noted;
        });
  }

  @Override
  public CompletableFuture<ActionRecord> rehearse(
      ActionKey key, ActionDetails details, String messageId, String sha256) {
    return committer.submit(
        transaction -> new Notes(transaction).note(key, details, REHEARSED, messageId, sha256));
  }

  @Override
  public ActionRecord addByHand(
      ActionKey key, ActionDetails details, ActionState state, Instant at) {
    if (!state.byHand()) {
      throw new InvalidInputException(
          Problem.error(null, state + " is not something that is done by hand"));
    }
    return committer.commit(
        transaction -> new Notes(transaction).addByHand(key, details, state, at));
  }

  @Override
  public ActionRecord resolve(String id, ActionState state) {
    return committer.commit(transaction -> new Notes(transaction).resolve(id, state));
  }

  @Override
  public Optional<ActionRecord> bounce(String messageId, String reply) {
    return committer.commit(transaction -> new Notes(transaction).bounce(messageId, reply));
  }

  @Override
  public List<ActionRecord> resolveFound(Collection<String> messageIds) {
    List<String> these = List.copyOf(messageIds);
    return committer.commit(transaction -> new Notes(transaction).resolveFound(these));
  }

  @Override
  public List<ActionRecord> sentAs(Collection<String> messageIds) {
    return reader.sentAs(messageIds);
  }

  @Override
  public Optional<Instant> reserve(String account, List<RateWindow> windows) {
    return committer.commit(
        transaction ->
            new Budget(transaction.connection()).reserve(account, windows, transaction.now()));
  }

  @Override
  public void control(
      String campaign, @Nullable String target, Standing standing, @Nullable String reason) {
    committer.commit(
        transaction -> {
          new Campaigns(transaction.connection())
              .control(new Control(campaign, target, standing, reason, transaction.now()));
          return true;
        });
  }

  @Override
  public Map<String, String> noteInputs(String campaign, Map<String, String> digests) {
    Map<String, String> these = Map.copyOf(digests);
    return committer.commit(
        transaction -> new Campaigns(transaction.connection()).noteInputs(campaign, these));
  }

  @Override
  public void noteReply(String campaign, String target, LocalDate on, @Nullable String words) {
    Reply reply = new Reply(campaign, target, on, words);
    committer.commit(
        transaction -> {
          new Campaigns(transaction.connection()).noteReply(reply, transaction.now());
          return true;
        });
  }

  @Override
  public void suppress(String addressHash, String reason) {
    committer.commit(
        transaction -> {
          new Suppressions(transaction.connection()).add(addressHash, reason, transaction.now());
          return true;
        });
  }

  @Override
  public void allow(String addressHash) {
    committer.commit(
        transaction -> {
          new Suppressions(transaction.connection()).remove(addressHash);
          return true;
        });
  }

  @Override
  public Forgotten forget(LocalDate before, Set<String> keptCampaigns) {
    Set<String> kept = Set.copyOf(keptCampaigns);
    return committer.commit(transaction -> new Forgetter(transaction).forget(before, kept));
  }

  @Override
  public Standing standing(String campaign, String target) {
    return reader.standing(campaign, target);
  }

  @Override
  public List<Control> controls() {
    return reader.controls(Condition.none());
  }

  @Override
  public List<Reply> replies(String campaign) {
    return reader.replies(campaign);
  }

  @Override
  public List<Suppression> suppressions() {
    return reader.suppressions();
  }

  @Override
  public Set<String> suppressedAmong(Collection<String> addressHashes) {
    return reader.suppressedAmong(addressHashes);
  }

  @Override
  public List<ActionRecord> list(ActionFilter filter) {
    return reader.list(filter);
  }

  @Override
  public void visit(ActionFilter filter, Consumer<ActionRecord> visitor) {
    reader.visit(filter, visitor);
  }

  @Override
  public Optional<ActionRecord> find(ActionKey key) {
    return reader.find(key);
  }

  @Override
  public Map<String, Known> findAll(Collection<ActionKey> keys) {
    return reader.findAll(keys);
  }

  @Override
  public List<ActionRecord> findByPrefix(String idPrefix) {
    return reader.findByPrefix(idPrefix);
  }

  @Override
  public List<Total> totals(ActionFilter filter) {
    return reader.totals(filter);
  }

  @Override
  public Verification verify() {
    return reader.verify();
  }

  @Override
  public void close() {
    try {
      if (database.workers().started()) {
        committer.commit(transaction -> new Claims(transaction).releaseMine());
      }
    } catch (LogUnavailableException e) {
      // As after a crash: our claims are free once our lock is gone, and recover() says so.
      database.workers().close();
    } finally {
      committer.close();
      database.close();
    }
  }
}
