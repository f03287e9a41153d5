package org.urgentaction.log;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Channel;

/**
 * What makes an action unique: one writer writes to one target of one campaign once per channel. A
 * record but for its id, which is asked for many times with each message and so remembered.
 */
public final class ActionKey {
  /** Base 32 without letters that are read as digits. */
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int ID_LENGTH = 12;
  private static final int REST = 44; // of the digest's 64: 80 bits beside the id's 60
  private static final int BITS_PER_CHARACTER = 5;

  private final String campaign;
  private final String target;
  private final Channel channel;
  private final String writer;
  private @Nullable String id;
  private @Nullable String messageName;

  /**
   * @param campaign the campaign's id
   * @param target the target's (or copy's) id within the campaign
   * @param writer the writer under {@link WriterKey}, never a name or an address
   */
  public ActionKey(String campaign, String target, Channel channel, String writer) {
    this.campaign = campaign;
    this.target = target;
    this.channel = channel;
    this.writer = writer;
  }

  public String campaign() {
    return campaign;
  }

  public String target() {
    return target;
  }

  public Channel channel() {
    return channel;
  }

  public String writer() {
    return writer;
  }

  /** A short public name for the action: 12 characters, the same on every machine. */
  public String id() {
    String known = id; // whoever else works it out meanwhile comes to the same
    if (known == null) {
      known = messageName().substring(0, ID_LENGTH);
      id = known;
    }
    return known;
  }

  /**
   * What stands before the {@code @} of the Message-ID under which this action is sent: its id, by
   * which the log finds it again, and so much more of the same digest that no other has it.
   */
  public String messageName() {
    String known = messageName;
    if (known == null) {
      byte[] digest = Seal.digest(Seal.canonical(campaign, target, channel.toString(), writer));
      known = shortened(digest) + "." + Seal.hex(digest).substring(REST);
      messageName = known;
    }
    return known;
  }

  /**
   * The id that a Message-ID made with {@link #messageName} begins with, if this is one.
   *
   * @param messageId with its angle brackets
   */
  static Optional<String> idIn(String messageId) {
    return messageId.length() > ID_LENGTH
        ? Optional.of(messageId.substring(1, 1 + ID_LENGTH))
        : Optional.empty();
  }

  private static String shortened(byte[] digest) {
    long number = ByteBuffer.wrap(digest).getLong();
    char[] id = new char[ID_LENGTH];
    for (int i = 0; i < ID_LENGTH; i++) {
      id[i] = DIGITS.charAt((int) (number >>> (Long.SIZE - (i + 1) * BITS_PER_CHARACTER)) & 31);
    }
    return new String(id);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ActionKey that
        && writer.equals(that.writer)
        && target.equals(that.target)
        && channel == that.channel
        && campaign.equals(that.campaign);
  }

  @Override
  public int hashCode() {
    return Objects.hash(campaign, target, channel, writer);
  }

  @Override
  public String toString() {
    return String.join("/", campaign, target, channel.toString(), writer);
  }
}
