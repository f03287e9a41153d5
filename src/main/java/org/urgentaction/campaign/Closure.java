package org.urgentaction.campaign;

import java.time.LocalDate;

/** A reason why nothing more is sent for a campaign; a gate that only a given reason opens. */
public sealed interface Closure {

  /** The last day is over. */
  record DeadlinePassed(LocalDate deadline) implements Closure {}

  /** A newer issue of the same Urgent Action has taken its place. */
  record Superseded(Campaign newest) implements Closure {}

  /**
   * The section has ended it.
   *
   * @param on first day on which nothing more is sent
   */
  record Stopped(LocalDate on, Localized<String> because) implements Closure {}
}
