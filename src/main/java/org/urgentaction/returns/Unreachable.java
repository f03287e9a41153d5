package org.urgentaction.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.urgentaction.campaign.Channel;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.Control;
import org.urgentaction.log.Standing;
import org.urgentaction.log.SupporterMail;
import org.urgentaction.log.Total;

/**
 * A target that mail has come back from, for everybody: left out until somebody decides otherwise.
 *
 * @param sent messages that a server took, those that came back among them
 */
public record Unreachable(String campaign, String target, long sent, long returned) {
  /** Whose mail it is about. */
  private record Place(String campaign, String target) {}

  /**
   * The unreachable targets by a rule. Somebody who lets a target's mail go on ({@code ua resume})
   * has decided: from then on only what happens on later days counts.
   *
   * @param totals of all actions
   * @param controls every word to pause, resume or cancel
   */
  public static List<Unreachable> among(
      List<Total> totals, List<Control> controls, BounceRule rule) {
    Map<Place, LocalDate> decided = new LinkedHashMap<>();
    for (Control control : controls) {
      String target = control.target();
      if (control.standing() == Standing.RUNNING && target != null) {
        decided.put(new Place(control.campaign(), target), day(control.at()));
      }
    }
    Map<Place, Unreachable> counted = new LinkedHashMap<>();
    for (Total total : totals) {
      boolean returned = total.state() == ActionState.BOUNCED;
      if (total.channel() != Channel.EMAIL
          || total.target().equals(SupporterMail.TARGET)
          || !(returned || total.state() == ActionState.SENT)) {
        continue;
      }
      Place place = new Place(total.campaign(), total.target());
      LocalDate since = decided.get(place);
      if (since == null || total.day().isAfter(since)) {
        counted.merge(
            place,
            new Unreachable(
                place.campaign(), place.target(), total.count(), returned ? total.count() : 0),
            Unreachable::plus);
      }
    }
    List<Unreachable> unreachable = new ArrayList<>(counted.values());
    unreachable.removeIf(each -> !rule.unreachable(each.sent(), each.returned()));
    return unreachable;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private Unreachable plus(Unreachable other) {
    return new Unreachable(campaign, target, sent + other.sent, returned + other.returned);
  }
}
