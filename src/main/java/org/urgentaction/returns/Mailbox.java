package org.urgentaction.returns;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A place that holds messages, read one at a time and left as it is. */
public interface Mailbox {
  /** Sees every message. */
  interface Reader {
    /**
     * Takes one message.
     *
     * @param place where it stands, for people: a file's name or a number
     * @param bytes open for the length of the call
     * @return whether it is dealt with, and may be moved away where that was asked for
     */
    boolean take(String place, InputStream bytes) throws IOException;
  }

  /**
   * Shows all messages to the reader, in the order of the mailbox.
   *
   * @return how many could not be read
   * @throws org.urgentaction.problem.InvalidInputException if the mailbox itself cannot be read
   */
  int read(Reader reader);

  /**
   * The mailbox that a user named.
   *
   * @param source a folder of {@code .eml} files, a Maildir, an mbox, one message, or an IMAP URL
   * @param moveTo the IMAP folder to which what is dealt with goes, or null to leave it
   * @param secret asked once, for an IMAP user's password
   * @throws org.urgentaction.problem.InvalidInputException if there is no such place
   */
  static Mailbox of(String source, @Nullable String moveTo, Supplier<char[]> secret) {
    if (ImapServer.isImap(source)) {
      return new ImapMailbox(ImapServer.parse(source), moveTo, secret);
    }
    return MailFiles.of(source, moveTo);
  }
}
