package org.urgentaction.dispatch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What would be sent now and what is left out and why, in numbers: it stays small however long the
 * list is.
 *
 * @param letters how many would be sent
 * @param byTarget how many of them to each, in the order of the campaign
 * @param byLanguage BCP 47 tags
 */
public record SendPlan(
    int letters, Map<String, Integer> byTarget, Map<String, Integer> byLanguage, LeftOuts leftOut) {
  public SendPlan {
    byTarget = Collections.unmodifiableMap(new LinkedHashMap<>(byTarget));
    byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
  }

  /** Whom the letters go to. */
  Set<String> targets() {
    return byTarget.keySet();
  }
}
