package org.urgentaction.sending;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.campaign.ClosureWords;

/**
 * The gate at the moment of each send: a deadline may pass, a newer issue come, while letters go
 * out. The folder is looked at ten times a second at most. For several threads.
 */
public final class OpenGate implements Supplier<Optional<String>> {
  private static final long FRESH_NANOS = 100_000_000L;

  private final Supplier<Catalogue> campaigns;
  private final Campaign campaign;
  private final Clock clock;
  private final @Nullable String reason;
  private volatile Word last = new Word(Optional.empty(), 0, false);

  /** What was said last, and when by the machine's stopwatch. */
  private record Word(Optional<String> closed, long at, boolean asked) {}

  /**
   * @param campaigns as their folder holds them now
   * @param reason why shut gates are passed, or null
   */
  public OpenGate(
      Supplier<Catalogue> campaigns, Campaign campaign, Clock clock, @Nullable String reason) {
    this.campaigns = campaigns;
    this.campaign = campaign;
    this.clock = clock;
    this.reason = reason;
  }

  /** Why shut gates are passed, or null. */
  public @Nullable String reason() {
    return reason;
  }

  /** Why nothing must go at this moment, or empty. */
  @Override
  public Optional<String> get() {
    if (reason != null) {
      return Optional.empty();
    }
    Word word = last;
    long now = System.nanoTime();
    if (!word.asked() || now - word.at() > FRESH_NANOS) {
      word = new Word(ask(), now, true);
      last = word;
    }
    return word.closed();
  }

  private Optional<String> ask() {
    String why =
        ClosureWords.sentence(
            campaign, campaigns.get().closures(campaign, Catalogue.today(clock, campaign)));
    return why.isEmpty() ? Optional.empty() : Optional.of(why);
  }
}
