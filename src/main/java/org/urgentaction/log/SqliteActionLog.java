package org.urgentaction.log;

import static org.urgentaction.log.ActionState.CLAIMED;
import static org.urgentaction.log.ActionState.FAILED;
import static org.urgentaction.log.ActionState.INTENT;
import static org.urgentaction.log.ActionState.PREPARED;
import static org.urgentaction.log.ActionState.REHEARSED;
import static org.urgentaction.log.ActionState.SENT;
import static org.urgentaction.log.ActionState.UNKNOWN;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** The action log in one SQLite file, shared by any number of processes on one machine. */
public final class SqliteActionLog implements ActionLog {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path path;
  private final Clock clock;
  private final SqliteFile file;
  private final Connection writing;
  private final LogReader reader;
  private final Committer committer;
  private final WriterKey writers;
  private final Workers workers;

  private SqliteActionLog(SqliteFile file, Clock clock) {
    this.file = file;
    this.path = file.path();
    this.clock = clock;
    this.writing = file.connect();
    this.writers = LogSetup.prepare(file, writing);
    this.reader = new LogReader(file);
    this.workers = new Workers(path);
    this.committer = new Committer(file, writing);
  }

  /**
   * Opens the log, and makes it and its writers' key where there is none.
   *
   * @throws LogUnavailableException if the file is locked, damaged, not a log of ours, or cannot be
   *     written to, or if the log is without its key
   */
  public static SqliteActionLog open(Path path, Clock clock) {
    return open(path, clock, PATIENCE);
  }

  /**
   * As {@link #open(Path, Clock)}.
   *
   * @param patience how long to wait for another program that keeps the file locked
   */
  public static SqliteActionLog open(Path path, Clock clock, Duration patience) {
    return open(path, clock, patience, 0);
  }

  /**
   * As {@link #open(Path, Clock, Duration)}.
   *
   * @param pageLimit how many pages the file may have, 0 for as many as the disk holds
   */
  static SqliteActionLog open(Path path, Clock clock, Duration patience, int pageLimit) {
    return new SqliteActionLog(new SqliteFile(path, patience, pageLimit), clock);
  }

  /** The key under which this log knows its writers. */
  public WriterKey writers() {
    return writers;
  }

  /** What a careful colleague would say about how the log is kept. */
  public List<Problem> warnings() {
    try {
      return WriterKey.exposure(WriterKey.fileOf(path)).stream().toList();
    } catch (IOException e) {
      throw SqliteFile.cannotUse(WriterKey.fileOf(path), e);
    }
  }

  @Override
  public Claim claim(ActionKey key, ActionDetails details, boolean again) {
    return committer.commit(
        connection -> {
          ActionTable table = new ActionTable(connection);
          Optional<ActionTable.Versioned> known = table.find(key.id());
          if (known.isPresent()) {
            ActionRecord current = known.get().action();
            boolean free = current.state() != CLAIMED || current.worker() == null;
            Actor actor = again && current.state() == FAILED ? Actor.PERSON : Actor.PROGRAM;
            if (!free || !Moves.allowed(current.state(), CLAIMED, actor)) {
              return new Claim(false, current);
            }
            return new Claim(true, claimed(table, key, details, known.get().version(), actor));
          }
          return new Claim(true, claimed(table, key, details, 0, Actor.PROGRAM));
        });
  }

  private ActionRecord claimed(
      ActionTable table, ActionKey key, ActionDetails details, long version, Actor actor)
      throws SQLException {
    ActionRecord action =
        new ActionRecord(key, details, CLAIMED, now(), null, null, null, workers.mine());
    table.put(action, version + 1, actor, workers.mine(), now());
    return action;
  }

  @Override
  public void intent(ActionKey key, String messageId, String sha256) {
    committer.commit(
        connection -> {
          ActionTable table = new ActionTable(connection);
          ActionTable.Versioned current = held(table, key, INTENT);
          return move(
              table,
              current,
              current.action().message(messageId, sha256).in(INTENT, now()),
              Actor.PROGRAM);
        });
  }

  @Override
  public CompletableFuture<ActionRecord> outcome(ActionKey key, Outcome outcome) {
    return committer.submit(
        connection -> {
          ActionTable table = new ActionTable(connection);
          ActionTable.Versioned current = held(table, key, outcome.state());
          if (current.action().state() == UNKNOWN) {
            return current.action(); // we were taken for dead: a person has the word now
          }
          return move(
              table,
              current,
              current.action().reply(outcome.reply()).in(outcome.state(), now()),
              Actor.PROGRAM);
        });
  }

  /** The action, if this process holds it: what another has taken over is not ours to move. */
  private ActionTable.Versioned held(ActionTable table, ActionKey key, ActionState next)
      throws SQLException {
    ActionTable.Versioned current =
        table.find(key.id()).orElseThrow(() -> new MoveRefusedException(key.id(), null, next));
    if (!workers.mine().equals(current.action().worker())) {
      throw new MoveRefusedException(
          key.id(), Objects.requireNonNullElse(current.action().worker(), "nobody"));
    }
    return current;
  }

  @Override
  public List<ActionRecord> prepareAll(List<Preparation> letters) {
    return committer.commit(
        connection -> {
          ActionTable table = new ActionTable(connection);
          List<ActionRecord> noted = new ArrayList<>();
          for (Preparation letter : letters) {
            noted.add(note(table, letter.key(), letter.details(), PREPARED, null, letter.sha256()));
          }
          return noted;
        });
  }

  @Override
  public CompletableFuture<ActionRecord> rehearse(
      ActionKey key, ActionDetails details, String messageId, String sha256) {
    return committer.submit(
        connection ->
            note(new ActionTable(connection), key, details, REHEARSED, messageId, sha256));
  }

  /** Notes a state that gives way to any that has gone further. */
  private ActionRecord note(
      ActionTable table,
      ActionKey key,
      ActionDetails details,
      ActionState state,
      @Nullable String messageId,
      String sha256)
      throws SQLException {
    Optional<ActionTable.Versioned> known = table.find(key.id());
    if (known.isPresent() && !Moves.allowed(known.get().action().state(), state, Actor.PROGRAM)) {
      return known.get().action();
    }
    ActionRecord action =
        new ActionRecord(key, details, state, now(), messageId, sha256, null, null);
    table.put(action, versionAfter(known), Actor.PROGRAM, workers.mine(), now());
    return action;
  }

  @Override
  public ActionRecord addByHand(
      ActionKey key, ActionDetails details, ActionState state, Instant at) {
    if (!state.byHand()) {
      throw new InvalidInputException(
          Problem.error(null, state + " is not something that is done by hand"));
    }
    return committer.commit(
        connection -> {
          ActionTable table = new ActionTable(connection);
          Optional<ActionTable.Versioned> known = table.find(key.id());
          @Nullable ActionRecord before = known.map(ActionTable.Versioned::action).orElse(null);
          if (before != null && before.state() == state) {
            return before; // told twice
          }
          if (!Moves.allowed(before == null ? null : before.state(), state, Actor.PERSON)) {
            throw new InvalidInputException(
                Problem.error(
                        null,
                        "action " + key.id() + " is in the log as " + stateOf(before) + " already")
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
          table.put(action, versionAfter(known), Actor.PERSON, workers.mine(), now());
          return action;
        });
  }

  @Override
  public ActionRecord resolve(String id, ActionState state) {
    return committer.commit(
        connection -> {
          ActionTable table = new ActionTable(connection);
          ActionTable.Versioned current =
              table
                  .find(id)
                  .orElseThrow(
                      () ->
                          new InvalidInputException(
                              Problem.error(null, "there is no action " + id + " in the log")));
          ActionRecord action = current.action();
          boolean answer = state == SENT || state == FAILED || state == CLAIMED;
          if (action.state() != UNKNOWN || !answer) {
            throw new InvalidInputException(
                Problem.error(null, "action " + id + " is " + action.state() + ", not " + UNKNOWN)
                    .advise(
                        "only what is unknown waits for a person's word: sent, failed or again"));
          }
          return move(table, current, action.heldBy(null).in(state, now()), Actor.PERSON);
        });
  }

  @Override
  public int recover() {
    return committer.commit(
        connection -> {
          ActionTable table = new ActionTable(connection);
          List<ActionTable.Versioned> open =
              table.query("WHERE state IN ('claimed', 'intent') AND worker IS NOT NULL");
          Set<String> dead = new HashSet<>();
          int seenTo = 0;
          for (ActionTable.Versioned current : open) {
            String holder = Objects.requireNonNull(current.action().worker());
            if (!dead.contains(holder) && workers.alive(holder)) {
              continue;
            }
            dead.add(holder);
            release(table, current);
            seenTo++;
          }
          for (String holder : dead) {
            workers.forget(holder);
          }
          return seenTo;
        });
  }

  private int releaseMine(ActionTable table) throws SQLException {
    List<ActionTable.Versioned> mine =
        table.query("WHERE state = 'claimed' AND worker = ?", workers.mine());
    for (ActionTable.Versioned current : mine) {
      release(table, current);
    }
    return mine.size();
  }

  private void release(ActionTable table, ActionTable.Versioned current) throws SQLException {
    ActionRecord action = current.action();
    ActionRecord next =
        action.state() == INTENT
            ? action
                .reply("the program ended before the server's answer was noted")
                .in(UNKNOWN, now())
            : action.heldBy(null).in(CLAIMED, now());
    move(table, current, next, Actor.PROGRAM);
  }

  /** The one place through which a known action changes its state. */
  private ActionRecord move(
      ActionTable table, ActionTable.Versioned from, ActionRecord to, Actor actor)
      throws SQLException {
    if (!Moves.allowed(from.action().state(), to.state(), actor)) {
      throw new MoveRefusedException(to.id(), from.action().state(), to.state());
    }
    table.put(to, from.version() + 1, actor, workers.mine(), now());
    return to;
  }

  @Override
  public List<ActionRecord> list(ActionFilter filter) {
    return reader.list(filter);
  }

  @Override
  public Optional<ActionRecord> find(ActionKey key) {
    return reader.find(key);
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
      if (workers.started()) {
        committer.commit(connection -> releaseMine(new ActionTable(connection)));
      }
    } catch (LogUnavailableException e) {
      // As after a crash: our claims are free once our lock is gone, and recover() says so.
      workers.close();
    } finally {
      committer.close();
      try {
        reader.close();
      } finally {
        try {
          file.close(writing);
        } finally {
          workers.close();
        }
      }
    }
  }

  private static long versionAfter(Optional<ActionTable.Versioned> known) {
    return known.map(ActionTable.Versioned::version).orElse(0L) + 1;
  }

  private static String stateOf(@Nullable ActionRecord action) {
    return action == null ? "nothing" : action.state().toString();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
