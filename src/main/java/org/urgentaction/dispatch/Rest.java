package org.urgentaction.dispatch;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/** How a run waits for its time; the seam by which tests let hours pass in no time. */
public interface Rest {
  /**
   * Returns when that moment has come, or soon after {@code woken} holds.
   *
   * @return false where that moment will not come: the clock stands still
   */
  boolean until(Instant then, BooleanSupplier woken);
}
