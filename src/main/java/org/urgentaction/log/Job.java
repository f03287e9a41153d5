package org.urgentaction.log;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A write that somebody asked the committing thread for, and the answer to it.
 *
 * @param patient whether nobody waits for it
 * @param shared whether it touches what other processes may touch as well
 * @param action the one action it is about, or null
 */
record Job<T>(
    Committer.Write<T> write,
    CompletableFuture<T> result,
    boolean patient,
    boolean shared,
    @Nullable ActionKey action) {

  Job(Committer.Write<T> write, boolean patient, boolean shared, @Nullable ActionKey action) {
    this(write, new CompletableFuture<>(), patient, shared, action);
  }
}
