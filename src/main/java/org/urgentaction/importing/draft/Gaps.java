package org.urgentaction.importing.draft;

import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.ReviewMark;
import org.urgentaction.importing.Findings;

/** Says at a campaign's end what the document does not hold, so that nobody looks for it twice. */
final class Gaps {
  private final Campaign campaign;
  private final Remarks remarks;

  Gaps(Campaign campaign, Remarks remarks) {
    this.campaign = campaign;
    this.remarks = remarks;
  }

  void note(Findings findings) {
    note(campaign.ua() == null, ReviewMark.NUMBER);
    note(campaign.ua() != null && findings.issue() == null, "number of its issue");
    note(campaign.people().isEmpty(), ReviewMark.PEOPLE);
    note(campaign.asks().isEmpty(), ReviewMark.REQUEST);
    note(campaign.letter().isEmpty(), "sample letter");
    note(campaign.targets().isEmpty(), ReviewMark.TARGET);
    note(campaign.issued() == null, "day of issue");
    note(campaign.deadline() == null && campaign.stopped() == null, ReviewMark.DEADLINE);
  }

  private void note(boolean lacking, String what) {
    if (lacking) {
      remarks.missing(what);
    }
  }
}
