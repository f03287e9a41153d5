package org.urgentaction.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.urgentaction.campaign.Channel;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.Claim;
import org.urgentaction.log.ClaimRequest;
import org.urgentaction.log.LogAddress;
import org.urgentaction.log.LogPlace;
import org.urgentaction.log.Outcome;

/**
 * How many messages a second the action log alone would bear, and what the committing thread works
 * for each: every thread claims 64 actions at a time, as a run does, waits until each intent is on
 * the disk, and does not wait for its outcome.
 *
 * <p>Arguments: a file that is not there yet or {@code jdbc:postgresql:…} (an empty database), the
 * file for the key, seconds, and numbers of threads.
 */
public final class LogPairs {
  private static final int AT_ONCE = 64;

  private LogPairs() {}

  public static void main(String[] arguments) throws Exception {
    Path key = Path.of(arguments[1]);
    LogPlace place =
        LogAddress.onServer(arguments[0])
            ? new LogAddress("bench", true, Map.of()).read(arguments[0], key)
            : new LogPlace.InFile(Path.of(arguments[0]), key);
    long seconds = Long.parseLong(arguments[2]);
    try (ActionLog log = ActionLogs.open(place, Clock.systemUTC())) {
      measure(log, "warm up", 4, seconds);
      for (int i = 3; i < arguments.length; i++) {
        int threads = Integer.parseInt(arguments[i]);
        long before = committing();
        long pairs = measure(log, "with " + threads + ", " + i, threads, seconds);
        System.out.printf(
            Locale.ROOT,
            "%d threads: %d pairs/s, %d us of the committing thread for each%n",
            threads,
            pairs / seconds,
            (committing() - before) / 1000 / Math.max(1, pairs));
      }
    }
  }

  /** Nanoseconds of CPU that the committing thread has used. */
  private static long committing() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().equals("ua action log")) {
        return threads.getThreadCpuTime(thread.getThreadId());
      }
    }
    throw new IllegalStateException("the log has no committing thread");
  }

  private static long measure(ActionLog log, String campaign, int threads, long seconds)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Future<Long>> working = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      String target = "target" + i;
      working.add(pool.submit(() -> work(log, campaign, target, end)));
    }
    long pairs = 0;
    for (Future<Long> each : working) {
      pairs += each.get();
    }
    pool.shutdown();
    return pairs;
  }

  private static long work(ActionLog log, String campaign, String target, long end) {
    ActionDetails details = new ActionDetails("en", "CA");
    long pairs = 0;
    while (true) {
      List<ClaimRequest> requests = new ArrayList<>();
      for (long i = pairs; i < pairs + AT_ONCE; i++) {
        String writer = "%064x".formatted(i);
        requests.add(
            new ClaimRequest(new ActionKey(campaign, target, Channel.EMAIL, writer), details));
      }
      for (Claim claim : log.claimAll(requests, false)) {
        if (System.nanoTime() > end) {
          return pairs;
        }
        ActionKey key = claim.action().key();
        log.intent(key, "<" + pairs + "." + target + "@example.org>", "ab".repeat(32));
        log.outcome(key, new Outcome(ActionState.SENT, "250 2.0.0 Ok: queued as 4XyZ"));
        pairs++;
      }
    }
  }
}
