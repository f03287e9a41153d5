package org.urgentaction.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts letters that are left out, from any thread and in little room. */
final class LeftOutTally {
  private static final int EXAMPLES = 3;

  /** A server that words each refusal in its own way fills no more groups than these. */
  private static final int MOST_GROUPS = 60;

  private record Kind(LeftOut.Reason reason, String target, String words) {}

  /** What is counted of a kind. */
  private static final class Count {
    private int number;
    private final List<Assignment> examples = new ArrayList<>();
    private @Nullable Instant until;

    void add(LeftOut left) {
      number++;
      if (examples.size() < EXAMPLES) {
        examples.add(left.assignment());
      }
      Instant then = left.until();
      if (then != null && (until == null || then.isBefore(until))) {
        until = then;
      }
    }
  }

  private final Map<Kind, Count> counts = new LinkedHashMap<>();

  synchronized void add(LeftOut left) {
    Kind kind = new Kind(left.reason(), left.assignment().key().target(), left.words());
    if (!counts.containsKey(kind) && counts.size() >= MOST_GROUPS) {
      kind = new Kind(left.reason(), "", "of other kinds, see 'ua log'");
    }
    counts.computeIfAbsent(kind, added -> new Count()).add(left);
  }

  synchronized LeftOuts counted() {
    List<LeftOuts.Group> groups = new ArrayList<>();
    counts.forEach(
        (kind, count) ->
            groups.add(
                new LeftOuts.Group(
                    kind.reason(),
                    kind.target(),
                    kind.words(),
                    count.number,
                    count.examples,
                    count.until)));
    return new LeftOuts(groups);
  }
}
