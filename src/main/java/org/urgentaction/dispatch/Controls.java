package org.urgentaction.dispatch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.Standing;

/**
 * What people have said of a campaign or a target from another terminal; asked of the log twice a
 * second at most, so that a run hears it before its next message.
 */
final class Controls {
  private static final long FRESH_NANOS = 500_000_000L;

  private record Subject(String campaign, String target) {}

  private record Answer(Standing standing, long at) {}

  private final ActionLog log;
  private final Map<Subject, Answer> answers = new ConcurrentHashMap<>();

  Controls(ActionLog log) {
    this.log = log;
  }

  /** Of the letter's campaign and target. */
  Standing standing(ActionKey key) {
    return answers
        .compute(
            new Subject(key.campaign(), key.target()),
            (subject, known) ->
                known != null && System.nanoTime() - known.at() < FRESH_NANOS
                    ? known
                    : new Answer(
                        log.standing(subject.campaign(), subject.target()), System.nanoTime()))
        .standing();
  }
}
