package org.urgentaction.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets each reader do something so often and no oftener: a bucket of permits for each, which fills
 * evenly. It keeps a bounded number of buckets and forgets those that nobody has used for longest.
 */
final class RateLimiter {
  private static final int READERS = 20_000;

  private final int permits;
  private final long periodNanos;
  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);

  /** What one reader has left, as of a moment. */
  private record Bucket(double left, long at) {}

  /**
   * @param permits that may be used at once, and again in each period
   * @param nanoTime as {@link System#nanoTime}
   */
  RateLimiter(int permits, int periodSeconds, LongSupplier nanoTime) {
    this.permits = permits;
    this.periodNanos = periodSeconds * 1_000_000_000L;
    this.nanoTime = nanoTime;
  }

  /** Uses one permit of a reader's: 0 where there was one, else the seconds until there is. */
  synchronized int secondsToWait(String reader) {
    long now = nanoTime.getAsLong();
    Bucket bucket = buckets.getOrDefault(reader, new Bucket(permits, now));
    double filled =
        Math.min(permits, bucket.left() + (now - bucket.at()) * (double) permits / periodNanos);
    boolean granted = filled >= 1;
    buckets.put(reader, new Bucket(granted ? filled - 1 : filled, now));
    if (buckets.size() > READERS) {
      var oldest = buckets.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return granted ? 0 : (int) Math.ceil((1 - filled) * periodNanos / permits / 1e9);
  }
}
