package org.urgentaction.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Target;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.Standing;

/**
 * Somebody's word to pause, resume or cancel, which every run that shares the log hears before its
 * next message.
 *
 * @param before what held until now
 * @param now what holds from now on; a target may be kept back by its campaign still
 */
public record ControlChange(Standing before, Standing now) {

  /**
   * Notes the word.
   *
   * @param target null for the whole campaign
   * @return empty, and nothing is noted, where what is cancelled was to be paused, which is less
   */
  public static Optional<ControlChange> make(
      ActionLog log,
      String campaign,
      @Nullable String target,
      Standing standing,
      @Nullable String reason) {
    String subject = target == null ? "" : target;
    Standing before = log.standing(campaign, subject);
    if (standing == Standing.PAUSED && before == Standing.CANCELLED) {
      return Optional.empty();
    }
    log.control(campaign, target, standing, reason);
    return Optional.of(new ControlChange(before, log.standing(campaign, subject)));
  }

  /** The ids of those that a campaign's mail goes to: targets, then offices that get a copy. */
  public static List<String> targets(Campaign campaign) {
    return Stream.concat(campaign.targets().stream(), campaign.copies().stream().map(Copy::office))
        .map(Target::id)
        .toList();
  }
}
