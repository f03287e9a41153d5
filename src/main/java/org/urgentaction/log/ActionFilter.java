package org.urgentaction.log;

import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Channel;

/** Which actions are asked for; null in any field means all. */
public record ActionFilter(
    @Nullable String campaign, @Nullable ActionState state, @Nullable Channel channel) {

  public static ActionFilter all() {
    return new ActionFilter(null, null, null);
  }

  public static ActionFilter of(String campaign) {
    return new ActionFilter(campaign, null, null);
  }

  public static ActionFilter in(ActionState state) {
    return new ActionFilter(null, state, null);
  }
}
