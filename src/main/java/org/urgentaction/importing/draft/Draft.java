package org.urgentaction.importing.draft;

import java.util.List;
import org.urgentaction.campaign.Campaign;

/**
 * A campaign made from a document, ready to be written and to be looked over.
 *
 * @param campaign its country is empty where the document does not tell
 * @param unusable what must be added before the file can be used; empty as a rule
 */
public record Draft(Campaign campaign, Remarks remarks, List<String> unusable) {

  public Draft {
    unusable = List.copyOf(unusable);
  }

  /** The campaign file. */
  public String text() {
    return CampaignWriter.write(campaign, remarks);
  }
}
