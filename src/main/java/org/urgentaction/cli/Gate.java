package org.urgentaction.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Closure;
import org.urgentaction.campaign.ClosureWords;

/**
 * The gate before every letter: past the deadline, superseded or stopped, nothing goes out unasked.
 */
final class Gate {
  private Gate() {}

  /**
   * Lets a campaign pass, or refuses it and says what a writer can do.
   *
   * @param reason why it may pass all the same, or null
   * @throws RefusedException where it is closed and no reason is given
   */
  static void check(Campaign campaign, List<Closure> closures, @Nullable String reason) {
    if (closures.isEmpty() || reason != null) {
      return;
    }
    String why = ClosureWords.sentence(campaign, closures);
    StringBuilder message = new StringBuilder();
    message.append("%s is closed: %s.".formatted(campaign.id(), why));
    closures.stream()
        .filter(Closure.Superseded.class::isInstance)
        .map(Closure.Superseded.class::cast)
        .findFirst()
        .ifPresent(
            newer ->
                message.append(
                    "%nWrite on the newest issue instead: ua letter %s"
                        .formatted(newer.newest().id())));
    message.append(
        "%nIf your section office agrees that this one is still to be sent: --anyway \"who agreed,"
                .formatted()
            + " and when\"");
    throw new RefusedException(message.toString());
  }
}
