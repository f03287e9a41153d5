package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.SendingMailbox;
import org.urgentaction.letter.Writer;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.Alignment;
import org.urgentaction.sending.SendingLimits;
import org.urgentaction.sending.SendingSetup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose mailbox letters come from, and who gets the answers. */
final class SenderOptions {
  @Mixin private SectionOptions section;

  @Option(
      names = "--section-replies",
      description = "Answers go to the section, not to the writers.")
  private boolean sectionReplies;

  /**
   * Whose mailbox it is.
   *
   * @throws InvalidInputException if an address or a DKIM key is none
   */
  SendingMailbox mailbox(Workbench bench) {
    MailAddress address = section.address(bench);
    if (address != null) {
      return new SendingMailbox.Section(address, !sectionReplies, section.extras(bench));
    }
    if (sectionReplies) {
      throw new InvalidInputException(
          Problem.error("--section-replies", "there is no section that answers could go to")
              .advise("give --section-from too"));
    }
    return new SendingMailbox.Own(section.extras(bench));
  }

  /**
   * What a program that sends for others was started with.
   *
   * @throws InvalidInputException if an address or a DKIM key is none
   */
  SendingSetup setup(Workbench bench, SendingSetup.@Nullable Door door, SendingLimits limits) {
    mailbox(bench);
    return new SendingSetup(
        door,
        limits,
        section.address(bench),
        sectionReplies,
        section.extras(bench),
        bench.templateFolder(),
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * Says once for each domain that writers' mail would fail DMARC: their {@code From} and the
   * server's sender are of different domains.
   */
  static void warn(
      Workbench bench, SendingMailbox mailbox, Iterable<Writer> writers, SmtpServer server) {
    for (Map.Entry<String, Integer> each :
        Alignment.strangers(mailbox, writers, server).entrySet()) {
      int count = each.getValue();
      bench.note(
          ("  note: %d from %s through %s, which cannot vouch for that domain (SPF, DMARC):"
                  + " officials may never see %s. Use the domain's own server, or"
                  + " --section-from an address of the server's domain.")
              .formatted(count, each.getKey(), server, count == 1 ? "it" : "them"));
    }
  }
}
