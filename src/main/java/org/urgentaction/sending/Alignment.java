package org.urgentaction.sending;

import java.util.Map;
import java.util.TreeMap;
import org.urgentaction.dispatch.SendingMailbox;
import org.urgentaction.letter.Writer;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.SmtpServer;

/** Whether mail will be believed to come from whom it names (DMARC, RFC 7489 section 3.1). */
public final class Alignment {
  private Alignment() {}

  /** How many letters would come from each domain that the server cannot vouch for. */
  public static Map<String, Integer> strangers(
      SendingMailbox mailbox, Iterable<Writer> writers, SmtpServer server) {
    Map<String, Integer> strange = new TreeMap<>();
    for (Writer writer : writers) {
      if (writer.email() != null || !mailbox.needsWritersAddress()) {
        MailAddress from = mailbox.from(writer);
        if (!server.vouchesFor(from)) {
          strange.merge(from.domain(), 1, Integer::sum);
        }
      }
    }
    return strange;
  }
}
