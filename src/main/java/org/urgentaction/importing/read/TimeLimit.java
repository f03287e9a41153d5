package org.urgentaction.importing.read;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads in a thread of its own, which is left behind when it takes too long: no parser promises to
 * come to an end with every file, nor to make do with the memory there is.
 */
final class TimeLimit {
  private static final long SECONDS = 20;

  private TimeLimit() {}

  static <T> T within(Callable<T> reading) throws IOException {
    FutureTask<T> task = new FutureTask<>(reading);
    Thread thread = new Thread(task, "reading");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new UnreadableException(
          "the file takes more than " + SECONDS + " seconds to read",
          "copy its text into a .txt file");
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new UnreadableException("the reading was interrupted", "run the command again");
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  private static IOException cause(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof OutOfMemoryError || cause instanceof StackOverflowError) {
      return UnreadableException.tooLarge();
    } else if (cause instanceof RuntimeException mistake) {
      throw mistake;
    } else if (cause instanceof Error mistake) {
      throw mistake;
    }
    return cause instanceof IOException failure ? failure : new IOException(cause);
  }
}
