package org.urgentaction.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Readers at once, in three manners: as people read (twice: a server just started, and warm),
 * without a pause, and as many letters as they make in an hour. Each reader who has done is followed
 * by the next, with another address, so that no limit for one reader is met.
 *
 * <p>Arguments: address of the server; its process; clock ticks a second; readers at once; seconds a
 * round; seconds to think; manners (such as think,think,hard,hour).
 */
public final class WebLoad {
  /** From the case to a letter in the post, as people do it. */
  private static final int SECONDS_A_LETTER = 180;

  /** After each of which the server is at rest for a moment. */
  private static final int PARTS = 5;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final AtomicLong readersSoFar = new AtomicLong();
  private final URI server;
  private final WebProcess process;
  private final int atOnce;
  private int failures;

  private WebLoad(URI server, WebProcess process, int atOnce) {
    this.server = server;
    this.process = process;
    this.atOnce = atOnce;
  }

  public static void main(String[] arguments) throws Exception {
    WebProcess process =
        new WebProcess(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
    int atOnce = Integer.parseInt(arguments[3]);
    int seconds = Integer.parseInt(arguments[4]);
    double think = Double.parseDouble(arguments[5]);
    WebLoad load = new WebLoad(URI.create(arguments[0]), process, atOnce);
    for (String manner : arguments[6].split(",")) {
      switch (manner) {
        case "think" -> load.minute(seconds, think);
        case "hard" -> load.minute(seconds, 0);
        case "hour" -> load.hour(atOnce * 3600 / SECONDS_A_LETTER);
        default -> throw new IllegalArgumentException(manner);
      }
    }
    System.exit(load.failures == 0 ? 0 : 1);
  }

  private void minute(int seconds, double think) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%n**%d readers at once, %d s, %s** (load %s)%n%n",
        atOnce,
        seconds,
        think == 0 ? "without a pause" : think + " s of thought before each request",
        load());
    WebProcess.Sample before = process.collected();
    WebTimes times = new WebTimes();
    long began = System.nanoTime();
    long end = began + seconds * 1_000_000_000L;
    List<Thread> readers = readers(times, think, () -> System.nanoTime() < end);
    List<String> samples = new ArrayList<>();
    samples.add("before: " + before);
    for (int part = 1; part <= 4; part++) {
      sleepUntil(began + part * seconds * 250_000_000L);
      samples.add((part * seconds / 4) + " s: " + process.sample());
    }
    double took = finish(readers, began);
    report(times, took, before);
    samples.add("after: " + process.collected());
    samples.forEach(System.out::println);
  }

  /** As many visits as the readers make in an hour, as fast as they go, with some moments of rest. */
  private void hour(int visits) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%n**An hour of %d readers: %d visits, without a pause** (load %s)%n%n",
        atOnce,
        visits,
        load());
    WebProcess.Sample before = process.collected();
    WebTimes times = new WebTimes();
    List<String> samples = new ArrayList<>();
    samples.add("before: " + before);
    double took = 0;
    for (int part = 0; part < PARTS; part++) {
      AtomicInteger left = new AtomicInteger(visits / PARTS);
      long began = System.nanoTime();
      took += finish(readers(times, 0, () -> left.getAndDecrement() > 0), began);
      samples.add("after %d letters: %s".formatted(times.letters(), process.collected()));
    }
    report(times, took, before);
    samples.forEach(System.out::println);
  }

  private List<Thread> readers(WebTimes times, double think, BooleanSupplier more) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < atOnce; i++) {
      int number = i;
      Thread thread =
          new Thread(
              () -> {
                try {
                  // People do not all come in the same second.
                  Thread.sleep((long) (think * 1000 * 5 * number / atOnce));
                  while (more.getAsBoolean()) {
                    new WebReader(client, server, times, think, readersSoFar.incrementAndGet())
                        .visit();
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                  times.failed("page", "the reader does not understand a page: " + e);
                }
              });
      thread.start();
      threads.add(thread);
    }
    return threads;
  }

  private static double finish(List<Thread> readers, long began) throws InterruptedException {
    for (Thread reader : readers) {
      reader.join();
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private void report(WebTimes times, double seconds, WebProcess.Sample before) throws IOException {
    times.print(seconds);
    failures += times.failures();
    double cpu = process.sample().cpuSeconds() - before.cpuSeconds();
    System.out.printf(
        Locale.ROOT,
        "%nserver: %.0f %% of a processor, %.1f CPU ms a request; %.1f letters a second%n",
        100 * cpu / seconds,
        1000 * cpu / times.requests(),
        times.letters() / seconds);
  }

  private static void sleepUntil(long nanoTime) throws InterruptedException {
    long left = nanoTime - System.nanoTime();
    if (left > 0) {
      Thread.sleep(left / 1_000_000);
    }
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
  }
}
