package org.urgentaction.dispatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urgentaction.mail.ScriptedSmtpServer;

/**
 * What a mail server does wrong, as the table of faults words it: {@code 450 at RCPT, once}; {@code
 * dropped at TEXT, once}; {@code silent at DOT, always}; {@code 550 at RCPT, 421 at RSET, once}.
 */
final class Fault implements ScriptedSmtpServer.Script, AutoCloseable {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(550) at RCPT, )?(\\d{3}|dropped|reset|silent|slow) at ([A-Z]+)(, taken)?, (once|always)");
  private static final int FROM = 5;

  private final String before;
  private final String what;
  private final String verb;
  private final boolean taken;
  private final boolean once;
  private final boolean groups;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicBoolean done = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);

  private Fault(Matcher words, boolean groups) {
    this.groups = groups;
    before = words.group(1);
    what = words.group(2);
    verb = words.group(3);
    taken = words.group(4) != null;
    once = words.group(5).equals("once");
  }

  /** Whether a fault is worded as this class understands it. */
  static boolean understands(String words) {
    return WORDS.matcher(words).matches();
  }

  /**
   * @param groups whether the server takes commands in groups (RFC 2920)
   */
  static Fault of(String words, boolean groups) {
    Matcher matcher = WORDS.matcher(words);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(words);
    }
    return new Fault(matcher, groups);
  }

  boolean once() {
    return once;
  }

  @Override
  public String answer(ScriptedSmtpServer.Event event) {
    if (before != null
        && event.verb().equals("RCPT")
        && event.message() >= FROM
        && !begun.getAndSet(true)) {
      return before + " said at RCPT";
    }
    if (event.verb().equals(verb) && due(event)) {
      return misbehave();
    }
    return event.verb().equals("EHLO")
        ? "250-script\r\n" + (groups ? "250-PIPELINING\r\n" : "") + "250 AUTH PLAIN"
        : null;
  }

  private boolean due(ScriptedSmtpServer.Event event) {
    if (!once) {
      return true;
    }
    boolean inside = event.message() >= FROM;
    return (inside || event.connection() > 1) && !done.getAndSet(true);
  }

  private String misbehave() {
    switch (what) {
      case "dropped":
        return taken ? ScriptedSmtpServer.TAKE_AND_DROP : ScriptedSmtpServer.DROP;
      case "reset":
        return ScriptedSmtpServer.RESET;
      case "silent":
        if (taken) {
          return ScriptedSmtpServer.TAKE_AND_HOLD;
        }
        pause(Duration.ofSeconds(30));
        return ScriptedSmtpServer.DROP;
      case "slow":
        pause(Duration.ofMillis(100));
        return null;
      default:
        return what + " said at " + verb;
    }
  }

  private void pause(Duration time) {
    try {
      closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nobody is kept waiting any more. */
  @Override
  public void close() {
    closed.countDown();
  }
}
