package org.urgentaction.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes: it gathers what all connections have waiting into one transaction, so
 * that the price of a safe disk is paid once for all of them. First asked, first written.
 */
final class Committer implements AutoCloseable {
  /**
   * A change to the log, within a transaction that is not its own. It may be run again, if others
   * were in the way, and throws nothing but SQLException once it has written.
   */
  interface Write<T> {
    T run(Transaction transaction) throws SQLException;
  }

  /**
   * @param shared whether it touches what other processes may touch as well
   * @param action the id of the one action it is about, or null
   */
  private record Job<T>(
      Write<T> write,
      CompletableFuture<T> result,
      boolean patient,
      boolean shared,
      @Nullable String action) {}

  private static final int TRIES = 5;

  /** How long a write that nobody waits for may wait for company. */
  private static final long COMPANY_NANOS = 5_000_000;

  private final Database database;
  private final Clock clock;
  private final Job<Boolean> last =
      new Job<>(unused -> true, new CompletableFuture<>(), false, false, null);
  private @Nullable Chain chain;
  private @Nullable Statements statements;
  private final Held held = new Held();
  private long commitNanos;
  private final BlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::work, "ua action log");

  Committer(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Done once it is on the disk, together with what is asked for next, if that comes soon. For what
   * others may touch.
   */
  <T> CompletableFuture<T> submit(Write<T> write) {
    return enqueue(new Job<>(write, new CompletableFuture<>(), true, true, null));
  }

  /** As {@link #submit}, for an action that this process alone holds. */
  <T> CompletableFuture<T> submitOwn(String action, Write<T> write) {
    return enqueue(new Job<>(write, new CompletableFuture<>(), true, false, action));
  }

  /** Returns once it is on the disk; throws what the write threw. For what others may touch. */
  <T> T commit(Write<T> write) {
    return wait(enqueue(new Job<>(write, new CompletableFuture<>(), false, true, null)));
  }

  /** As {@link #commit}, for an action that this process alone holds. */
  <T> T commitOwn(String action, Write<T> write) {
    return wait(enqueue(new Job<>(write, new CompletableFuture<>(), false, false, action)));
  }

  private <T> CompletableFuture<T> enqueue(Job<T> job) {
    waiting.add(job);
    return job.result();
  }

  private static <T> T wait(CompletableFuture<T> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Writes what is waiting, then ends. */
  @Override
  public void close() {
    waiting.add(last);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    boolean open = true;
    while (open) {
      List<Job<?>> batch = gather();
      open = !batch.remove(last);
      if (!batch.isEmpty()) {
        transact(batch);
      }
    }
  }

  private List<Job<?>> gather() {
    List<Job<?>> batch = new ArrayList<>();
    try {
      batch.add(waiting.take());
      long first = System.nanoTime();
      waiting.drainTo(batch);
      for (long most = company(batch); most > 0; most = company(batch)) {
        Job<?> more = waiting.poll(first + most - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (more == null) {
          return batch;
        }
        batch.add(more);
        waiting.drainTo(batch);
      }
    } catch (InterruptedException e) {
      return batch; // nobody else holds this thread: only close() ends it
    }
    return batch;
  }

  /**
   * How long a batch may wait for more, in nanoseconds since its first. Where somebody waits for
   * it: as long as the disk takes, while most of those who have a message out are not back yet.
   */
  private long company(List<Job<?>> batch) {
    int waitedFor = 0;
    int outcomes = 0;
    for (Job<?> job : batch) {
      if (job == last) {
        return 0;
      } else if (!job.patient()) {
        waitedFor++;
      } else if (!job.shared()) {
        outcomes++;
      }
    }
    if (waitedFor == 0) {
      return COMPANY_NANOS;
    }
    return waitedFor < held.handedOver() - outcomes ? Math.min(COMPANY_NANOS, commitNanos) : 0;
  }

  private void transact(List<Job<?>> batch) {
    for (int attempt = 1; ; attempt++) {
      try {
        attempt(batch).forEach(Runnable::run);
        return;
      } catch (SQLException e) {
        if (attempt < TRIES && (e instanceof StaleException || database.worthAnotherTry(e))) {
          continue;
        }
        fail(batch, database.explain(e));
        return;
      } catch (RuntimeException | Error e) {
        fail(batch, e);
        return;
      }
    }
  }

  private static void fail(List<Job<?>> batch, Throwable because) {
    batch.forEach(job -> job.result().completeExceptionally(because));
  }

  /** The answers to give, now that the transaction is on the disk. */
  private List<Runnable> attempt(List<Job<?>> batch) throws SQLException {
    Connection connection = database.writing();
    List<Runnable> answers = new ArrayList<>();
    try {
      database.begin(connection, batch.stream().anyMatch(Job::shared));
      Transaction transaction =
          new Transaction(database, clock, statements(connection), held, chain);
      transaction.readAhead(batch.stream().map(Job::action).filter(Objects::nonNull).toList());
      chain = null; // until it is known how this ends
      for (Job<?> job : batch) {
        answers.add(perform(job, transaction));
      }
      transaction.flush();
      long before = System.nanoTime();
      database.commit(connection);
      commitNanos = System.nanoTime() - before;
      chain = transaction.chainAfter();
      held.update(transaction.changed());
      return answers;
    } catch (SQLException | RuntimeException | Error e) {
      held.clear();
      try {
        forgetStatements();
        database.rollBack(connection);
      } catch (SQLException notBack) {
        e.addSuppressed(notBack); // the database has rolled back already, or is gone
      }
      throw e;
    }
  }

  private Statements statements(Connection connection) {
    if (statements == null || statements.connection() != connection) {
      statements = new Statements(connection);
    }
    return statements;
  }

  private void forgetStatements() throws SQLException {
    @Nullable Statements all = statements;
    statements = null;
    if (all != null) {
      all.close();
    }
  }

  private <T> Runnable perform(Job<T> job, Transaction transaction) throws SQLException {
    int mark = transaction.mark();
    try {
      T value = job.write().run(transaction);
      return () -> job.result().complete(value);
    } catch (RuntimeException e) {
      if (!transaction.rewind(mark)) {
        throw e;
      }
      return () -> job.result().completeExceptionally(e);
    }
  }
}
