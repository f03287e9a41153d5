package org.urgentaction.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

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
   */
  private record Job<T>(
      Write<T> write, CompletableFuture<T> result, boolean patient, boolean shared) {}

  private static final int TRIES = 5;

  /** How long a write that nobody waits for may wait for company; less than a disk takes. */
  private static final long COMPANY_MILLIS = 5;

  private final Database database;
  private final Clock clock;
  private final Job<Boolean> last =
      new Job<>(unused -> true, new CompletableFuture<>(), false, false);
  private final BlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::work, "ua action log");

  Committer(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Done once it is on the disk, together with what is asked for next, if that comes soon.
   *
   * @param shared whether it touches what other processes may touch as well
   */
  <T> CompletableFuture<T> submit(boolean shared, Write<T> write) {
    return enqueue(write, true, shared);
  }

  private <T> CompletableFuture<T> enqueue(Write<T> write, boolean patient, boolean shared) {
    CompletableFuture<T> result = new CompletableFuture<>();
    waiting.add(new Job<>(write, result, patient, shared));
    return result;
  }

  /** Returns once it is on the disk; throws what the write threw. For what is shared. */
  <T> T commit(Write<T> write) {
    return wait(enqueue(write, false, true));
  }

  /** As {@link #commit}, for what this process alone holds. */
  <T> T commitOwn(Write<T> write) {
    return wait(enqueue(write, false, false));
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
      waiting.drainTo(batch);
      if (batch.stream().allMatch(Job::patient)) {
        Job<?> company = waiting.poll(COMPANY_MILLIS, TimeUnit.MILLISECONDS);
        if (company != null) {
          batch.add(company);
          waiting.drainTo(batch);
        }
      }
    } catch (InterruptedException e) {
      return batch; // nobody else holds this thread: only close() ends it
    }
    return batch;
  }

  private void transact(List<Job<?>> batch) {
    for (int attempt = 1; ; attempt++) {
      try {
        attempt(batch).forEach(Runnable::run);
        return;
      } catch (SQLException e) {
        if (attempt < TRIES && database.worthAnotherTry(e)) {
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
      Transaction transaction = new Transaction(database, clock);
      for (Job<?> job : batch) {
        answers.add(perform(job, transaction));
      }
      transaction.flush();
      database.commit(connection);
      return answers;
    } catch (SQLException | RuntimeException | Error e) {
      try {
        database.rollBack(connection);
      } catch (SQLException notBack) {
        e.addSuppressed(notBack); // the database has rolled back already, or is gone
      }
      throw e;
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
