package org.urgentaction.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Makes plans: a first pass through the list that counts, and keeps no letter. */
public final class SendPlanner {
  private final Clearance clearance;

  public SendPlanner(Clearance clearance) {
    this.clearance = clearance;
  }

  /**
   * Compares what is asked for with what the log knows. Call {@link
   * org.urgentaction.log.ActionLog#recover()} before.
   */
  public SendPlan plan(Iterable<Assignment> asked) {
    Map<String, Integer> byTarget = new LinkedHashMap<>();
    Map<String, Integer> byLanguage = new TreeMap<>();
    LeftOutTally leftOut = new LeftOutTally();
    int letters = 0;
    Sieve sieve = new Sieve(clearance, asked);
    while (sieve.hasNext()) {
      for (Assignment letter : sieve.next(leftOut::add)) {
        letters++;
        byTarget.merge(letter.key().target(), 1, Integer::sum);
        byLanguage.merge(letter.details().language(), 1, Integer::sum);
      }
    }
    return new SendPlan(letters, byTarget, byLanguage, leftOut.counted());
  }
}
