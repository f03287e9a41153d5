package org.urgentaction.letter;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Closure;
import org.urgentaction.document.Picture;

/**
 * A bulletin that is asked for.
 *
 * @param closures why no more appeals are wanted, which the bulletin says at its head; empty while
 *     they are
 * @param photo the campaign's, or null
 */
public record BulletinOrder(
    Campaign campaign, Locale language, List<Closure> closures, @Nullable Picture photo) {

  public BulletinOrder {
    closures = List.copyOf(closures);
  }
}
