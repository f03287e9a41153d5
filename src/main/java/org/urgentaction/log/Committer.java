package org.urgentaction.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

  private static final int TRIES = 5;

  private final Database database;
  private final Clock clock;
  private @Nullable Chain chain;
  private @Nullable Statements statements;
  private final Held held = new Held();
  private final Gathering waiting = new Gathering();
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
    return waiting.add(new Job<>(write, true, true, null));
  }

  /** As {@link #submit}, for an action that this process alone holds. */
  <T> CompletableFuture<T> submitOwn(ActionKey action, Write<T> write) {
    return waiting.add(new Job<>(write, true, false, action));
  }

  /** Returns once it is on the disk; throws what the write threw. For what others may touch. */
  <T> T commit(Write<T> write) {
    return wait(waiting.add(new Job<>(write, false, true, null)));
  }

  /** As {@link #commit}, for an action that this process alone holds. */
  <T> T commitOwn(ActionKey action, Write<T> write) {
    return wait(waiting.add(new Job<>(write, false, false, action)));
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
    waiting.close();
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
    try {
      for (List<Job<?>> batch = waiting.next(held.handedOver());
          !batch.isEmpty();
          batch = waiting.next(held.handedOver())) {
        transact(batch);
      }
    } catch (InterruptedException e) {
      waiting.close(); // nobody else holds this thread, so nobody does that
    }
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
      waiting.took(System.nanoTime() - before);
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
