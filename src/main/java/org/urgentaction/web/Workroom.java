package org.urgentaction.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Where letters are made: so many at a time, others wait a moment, and no queue grows for ever. */
final class Workroom {
  private static final int PATIENCE_SECONDS = 5;

  private final Semaphore places;

  Workroom(int places) {
    this.places = new Semaphore(places, true);
  }

  /** Does the work once there is a place; a {@link Refusal} where none comes free in time. */
  <T> T make(Supplier<T> work) {
    boolean granted = false;
    try {
      granted = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!granted) {
      throw new Refusal(Refusal.Kind.BUSY, PATIENCE_SECONDS, null);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
