package org.urgentaction.web.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Target;
import org.urgentaction.web.Wording;

/** What the officials of a campaign are called on a page, whose log knows them by their ids. */
final class Offices {
  private Offices() {}

  /**
   * A name, else a role, else an office, with the language that it is in; the id where the campaign
   * says nothing or its file is gone.
   */
  static Map<String, Object> named(@Nullable Campaign campaign, String id, Wording wording) {
    Target target = campaign == null ? null : find(campaign, id);
    if (campaign != null && target != null) {
      for (Localized<String> text : List.of(target.name(), target.role(), target.organization())) {
        Map<String, Object> found = wording.text(campaign, text);
        if (found != null) {
          return found;
        }
      }
    }
    return wording.in(wording.language(), id);
  }

  private static @Nullable Target find(Campaign campaign, String id) {
    return Stream.concat(campaign.targets().stream(), campaign.copies().stream().map(Copy::office))
        .filter(target -> target.id().equals(id))
        .findFirst()
        .orElse(null);
  }
}
