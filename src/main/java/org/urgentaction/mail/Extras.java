package org.urgentaction.mail;

import org.jspecify.annotations.Nullable;

/**
 * What some messages carry beside a letter's own fields; a person's letter carries none of it.
 *
 * @param returnPath the mailbox to which servers return what cannot be delivered (RFC 5321 section
 *     4.4), where it is not the sender's
 * @param automatic whether a program wrote it on its own (RFC 3834): a mailing to supporters, never
 *     a letter
 * @param list the mailing list it goes to, or null
 * @param signer who signs it for the domain it comes from (DKIM), or null
 */
public record Extras(
    @Nullable MailAddress returnPath,
    boolean automatic,
    @Nullable MailingList list,
    @Nullable DkimSigner signer) {
  private static final Extras NONE = new Extras(null, false, null, null);

  /** Nothing beside the letter. */
  public static Extras none() {
    return NONE;
  }

  public Extras returningTo(@Nullable MailAddress mailbox) {
    return new Extras(mailbox, automatic, list, signer);
  }

  /**
   * With {@code *} in the return path a bounce names the message it belongs to, and nobody else.
   *
   * @param messageId with its angle brackets
   */
  public Extras returningFor(String messageId) {
    if (returnPath == null || !returnPath.address().contains("*")) {
      return this;
    }
    String message = messageId.substring(1, messageId.indexOf('@'));
    return returningTo(
        MailAddress.of("--bounces-to", null, returnPath.address().replace("*", message)));
  }

  public Extras signedBy(@Nullable DkimSigner domain) {
    return new Extras(returnPath, automatic, list, domain);
  }

  /** For mail to supporters: sent by a program, to a list that they can leave. */
  public Extras toList(MailingList supporters) {
    return new Extras(returnPath, true, supporters, signer);
  }
}
