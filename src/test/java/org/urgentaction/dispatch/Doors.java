package org.urgentaction.dispatch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urgentaction.mail.ScriptedSmtpServer;

/**
 * A mail server with a door for each process, which takes no more messages than it is allowed to,
 * and tells when a dialogue has come to a given point: there its process can be killed.
 */
final class Doors implements AutoCloseable {
  private static final Pattern MESSAGE_ID = Pattern.compile("\r\nMessage-ID: (<[^>]+>)\r\n");

  /** A point of a dialogue. The server goes on at once, or waits there until the kill is done. */
  static final class Point {
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch killed = new CountDownLatch(1);
    private final int door;
    private final String verb;
    private final AtomicInteger left;
    private final boolean held;
    private final boolean taken;

    /**
     * @param verb as {@link ScriptedSmtpServer.Event} names it
     * @param times which of those that come from now on
     * @param held whether no answer is given any more
     * @param taken whether a message that is held at its final dot has been taken all the same
     */
    Point(int door, String verb, int times, boolean held, boolean taken) {
      this.door = door;
      this.verb = verb;
      this.left = new AtomicInteger(times);
      this.held = held;
      this.taken = taken;
    }

    @Override
    public String toString() {
      return verb
          + (held ? taken && verb.equals("DOT") ? " taken, unanswered" : " unanswered" : "");
    }
  }

  private final List<ScriptedSmtpServer> servers = new ArrayList<>();
  private final Semaphore allowed = new Semaphore(0);
  private final List<AtomicInteger> lives = new ArrayList<>();
  private final Map<List<Integer>, Integer> lifeOfConnection = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile Point point;

  Doors(int number) throws IOException {
    for (int i = 0; i < number; i++) {
      int door = i;
      lives.add(new AtomicInteger());
      servers.add(new ScriptedSmtpServer(event -> answer(door, event)));
    }
  }

  String url(int door) {
    return servers.get(door).url();
  }

  /** What was taken so far, by Message-ID, and how often. */
  Map<String, Integer> taken() {
    Map<String, Integer> all = new HashMap<>();
    for (ScriptedSmtpServer server : servers) {
      for (String message : server.taken()) {
        Matcher id = MESSAGE_ID.matcher(message);
        if (!id.find()) {
          throw new IllegalStateException(message);
        }
        all.merge(id.group(1), 1, Integer::sum);
      }
    }
    return all;
  }

  /** From now on so many more messages are let in. */
  void allow(int messages) {
    allowed.drainPermits();
    allowed.release(messages);
  }

  /** Whether no more messages are let in and some wait for that. */
  boolean exhausted() {
    return allowed.availablePermits() == 0 && waiting.get() > 0;
  }

  void watchFor(Point next) {
    point = next;
  }

  /** How many connections the process at that door has made. */
  int connections(int door) {
    int life = lives.get(door).get();
    return (int)
        lifeOfConnection.entrySet().stream()
            .filter(each -> each.getKey().get(0) == door && each.getValue() == life)
            .count();
  }

  /** The process at that door is no more: nothing of what it still had on its lines is answered. */
  void died(int door) {
    lives.get(door).incrementAndGet();
  }

  private String answer(int door, ScriptedSmtpServer.Event event) {
    List<Integer> connection = List.of(door, event.connection());
    int life = lifeOfConnection.computeIfAbsent(connection, any -> lives.get(door).get());
    try {
      if (event.verb().equals("MAIL") && !letIn(door, life)) {
        return ScriptedSmtpServer.DROP;
      }
      Point watched = point;
      if (watched != null
          && watched.door == door
          && watched.verb.equals(event.verb())
          && watched.left.decrementAndGet() == 0) {
        watched.reached.countDown();
        if (watched.held) {
          watched.killed.await();
          return watched.taken && event.verb().equals("DOT")
              ? ScriptedSmtpServer.TAKE_AND_DROP
              : ScriptedSmtpServer.DROP;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ScriptedSmtpServer.DROP;
    }
    boolean pipelining = event.verb().equals("EHLO") && event.connection() % 2 == 0;
    return pipelining ? "250-script\r\n250 PIPELINING" : null;
  }

  private boolean letIn(int door, int life) throws InterruptedException {
    waiting.incrementAndGet();
    try {
      while (!allowed.tryAcquire(10, TimeUnit.MILLISECONDS)) {
        if (lives.get(door).get() != life) {
          return false;
        }
      }
      return true;
    } finally {
      waiting.decrementAndGet();
    }
  }

  @Override
  public void close() throws IOException {
    for (ScriptedSmtpServer server : servers) {
      server.close();
    }
  }
}
