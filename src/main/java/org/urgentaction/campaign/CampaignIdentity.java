package org.urgentaction.campaign;

/**
 * A campaign as it was read at one time, for what is kept of it: read again, it is another, since
 * its file may say something else then.
 */
public final class CampaignIdentity {
  private final Campaign campaign;

  public CampaignIdentity(Campaign campaign) {
    this.campaign = campaign;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // no other reading will do
  public boolean equals(Object other) {
    return other instanceof CampaignIdentity its && its.campaign == campaign;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(campaign);
  }
}
