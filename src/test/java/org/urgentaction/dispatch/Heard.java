package org.urgentaction.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.WrittenMessage;

/** Keeps what a run told its listener. */
final class Heard implements SendListener {
  final List<Delivery> deliveries = new ArrayList<>();
  final List<LeftOut> leftOut = new ArrayList<>();
  final List<String> waiting = new ArrayList<>();

  @Override
  public void delivered(
      Assignment assignment, WrittenMessage message, Delivery delivery, int done, int total) {
    deliveries.add(delivery);
  }

  @Override
  public void leftOut(LeftOut left, int done, int total) {
    leftOut.add(left);
  }

  @Override
  public void waiting(Instant until, String why) {
    waiting.add(why + " until " + Moment.of(until));
  }
}
