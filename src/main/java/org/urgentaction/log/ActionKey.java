package org.urgentaction.log;

import java.math.BigInteger;
import java.util.Locale;
import org.urgentaction.campaign.Channel;

/**
 * What makes an action unique: one writer writes to one target of one campaign once per channel.
 *
 * @param campaign the campaign's id
 * @param target the target's (or copy's) id within the campaign
 * @param writer the writer under {@link WriterKey}, never a name or an address
 */
public record ActionKey(String campaign, String target, Channel channel, String writer) {
  private static final int ID_LENGTH = 12;
  private static final int BITS_PER_CHARACTER = 5;

  /** A short public name for the action: 12 characters, the same on every machine. */
  public String id() {
    byte[] digest = Seal.digest(Seal.canonical(campaign, target, channel.toString(), writer));
    // Base 32 without letters that are read as digits.
    String digits = "0123456789abcdefghjkmnpqrstvwxyz";
    BigInteger number = new BigInteger(1, digest).shiftRight(256 - ID_LENGTH * BITS_PER_CHARACTER);
    StringBuilder id = new StringBuilder(ID_LENGTH);
    for (int i = ID_LENGTH - 1; i >= 0; i--) {
      id.append(digits.charAt(number.shiftRight(i * BITS_PER_CHARACTER).intValue() & 31));
    }
    return id.toString().toLowerCase(Locale.ROOT);
  }
}
