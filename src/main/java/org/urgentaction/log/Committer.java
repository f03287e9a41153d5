package org.urgentaction.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
  /** A change to the log, within a transaction that is not its own. */
  interface Write<T> {
    T run(Connection connection) throws SQLException;
  }

  private record Job<T>(Write<T> write, CompletableFuture<T> result, boolean patient) {}

  /** How long a write that nobody waits for may wait for company; less than a disk takes. */
  private static final long COMPANY_MILLIS = 5;

  private final SqliteFile file;
  private final Connection connection;
  private final Job<Boolean> last = new Job<>(unused -> true, new CompletableFuture<>(), false);
  private final BlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::work, "ua action log");

  Committer(SqliteFile file, Connection connection) {
    this.file = file;
    this.connection = connection;
    thread.setDaemon(true);
    thread.start();
  }

  /** Done once it is on the disk, together with what is asked for next, if that comes soon. */
  <T> CompletableFuture<T> submit(Write<T> write) {
    return enqueue(write, true);
  }

  private <T> CompletableFuture<T> enqueue(Write<T> write, boolean patient) {
    CompletableFuture<T> result = new CompletableFuture<>();
    waiting.add(new Job<>(write, result, patient));
    return result;
  }

  /** Returns once it is on the disk; throws what the write threw. */
  <T> T commit(Write<T> write) {
    try {
      return enqueue(write, false).join();
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
    List<Runnable> answers = new ArrayList<>();
    try {
      execute("BEGIN IMMEDIATE");
      for (Job<?> job : batch) {
        answers.add(perform(job));
      }
      execute("COMMIT");
    } catch (SQLException e) {
      LogUnavailableException unavailable = file.explain(e);
      rollBack(unavailable);
      batch.forEach(job -> job.result().completeExceptionally(unavailable));
      return;
    }
    answers.forEach(Runnable::run);
  }

  /** The answer to give once the transaction is on the disk. */
  private <T> Runnable perform(Job<T> job) throws SQLException {
    execute("SAVEPOINT job");
    try {
      T value = job.write().run(connection);
      execute("RELEASE job");
      return () -> job.result().complete(value);
    } catch (RuntimeException | Error e) {
      execute("ROLLBACK TO job");
      execute("RELEASE job");
      return () -> job.result().completeExceptionally(e);
    }
  }

  private void rollBack(LogUnavailableException because) {
    try {
      if (!connection.isClosed()) {
        execute("ROLLBACK");
      }
    } catch (SQLException e) {
      because.addSuppressed(e); // SQLite has rolled back already
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
