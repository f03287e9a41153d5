package org.urgentaction.dispatch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes through a list once, some letters at a time, and keeps back those that must not go now. */
final class Sieve {
  /** As many are looked up at once. */
  private static final int CHUNK = 256;

  private final Clearance clearance;
  private final Iterator<Assignment> letters;
  private final Duplicates duplicates = new Duplicates();

  Sieve(Clearance clearance, Iterable<Assignment> letters) {
    this.clearance = clearance;
    this.letters = letters.iterator();
  }

  boolean hasNext() {
    return letters.hasNext();
  }

  /** Those of the next letters that may go; the others are handed to {@code leftOut}. */
  List<Assignment> next(Consumer<LeftOut> leftOut) {
    List<Assignment> chunk = new ArrayList<>(CHUNK);
    while (letters.hasNext() && chunk.size() < CHUNK) {
      Assignment letter = letters.next();
      if (duplicates.first(letter.key())) {
        chunk.add(letter);
      } else {
        leftOut.accept(
            new LeftOut(
                letter, LeftOut.Reason.DUPLICATE, "the writer stands in the list more than once"));
      }
    }
    List<Optional<LeftOut>> known = clearance.known(chunk);
    List<Assignment> free = new ArrayList<>(chunk.size());
    for (int i = 0; i < chunk.size(); i++) {
      Assignment letter = chunk.get(i);
      Optional<LeftOut> not = against(letter, known.get(i));
      not.ifPresentOrElse(leftOut, () -> free.add(letter));
    }
    return free;
  }

  /** What waits may have been forbidden meanwhile: that counts for more. */
  private Optional<LeftOut> against(Assignment letter, Optional<LeftOut> known) {
    boolean settled = known.isPresent() && !known.get().reason().passes();
    return settled ? known : clearance.now(letter).or(() -> known);
  }
}
