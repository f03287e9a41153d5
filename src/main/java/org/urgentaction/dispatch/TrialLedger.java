package org.urgentaction.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.WrittenMessage;

/** A trial run to one's own address, which counts for nothing. */
public final class TrialLedger implements Ledger {
  @Override
  public List<Optional<LeftOut>> take(List<Assignment> assignments) {
    return assignments.stream().map(assignment -> Optional.<LeftOut>empty()).toList();
  }

  @Override
  public String digest(byte[] bytes) {
    return "";
  }

  @Override
  public void intend(Assignment assignment, String messageId, String digest) {
    // no official is written to
  }

  @Override
  public @Nullable Instant settle(
      Assignment assignment, WrittenMessage message, Delivery delivery) {
    return null; // no official was written to
  }

  @Override
  public void giveBack(Collection<Assignment> assignments) {
    // nothing was taken
  }

  @Override
  public void unmade(Assignment assignment) {
    // nothing was taken
  }

  @Override
  public void finish() {
    // nothing was noted
  }
}
