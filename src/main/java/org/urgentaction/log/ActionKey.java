package org.urgentaction.log;

import java.nio.ByteBuffer;
import org.urgentaction.campaign.Channel;

/**
 * What makes an action unique: one writer writes to one target of one campaign once per channel.
 *
 * @param campaign the campaign's id
 * @param target the target's (or copy's) id within the campaign
 * @param writer the writer under {@link WriterKey}, never a name or an address
 */
public record ActionKey(String campaign, String target, Channel channel, String writer) {
  /** Base 32 without letters that are read as digits. */
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int ID_LENGTH = 12;
  private static final int BITS_PER_CHARACTER = 5;

  /** A short public name for the action: 12 characters, the same on every machine. */
  public String id() {
    byte[] digest = Seal.digest(Seal.canonical(campaign, target, channel.toString(), writer));
    long number = ByteBuffer.wrap(digest).getLong();
    char[] id = new char[ID_LENGTH];
    for (int i = 0; i < ID_LENGTH; i++) {
      id[i] = DIGITS.charAt((int) (number >>> (Long.SIZE - (i + 1) * BITS_PER_CHARACTER)) & 31);
    }
    return new String(id);
  }
}
