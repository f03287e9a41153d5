package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.SendingMailbox;
import org.urgentaction.letter.Writer;
import org.urgentaction.mail.DkimSigner;
import org.urgentaction.mail.Extras;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import picocli.CommandLine.Option;

/** Whose mailbox letters come from, where bounces go, and who signs for the domain. */
final class SenderOptions {
  @Option(
      names = "--section-from",
      paramLabel = "ADDRESS",
      description =
          "Send from a section's mailbox in each writer's name, such as \"Section"
              + " <letters@section.example>\" (default: UA_SECTION_FROM, or the writer's own).")
  private @Nullable String sectionFrom;

  @Option(
      names = "--section-replies",
      description = "Answers go to the section, not to the writers.")
  private boolean sectionReplies;

  @Option(
      names = "--bounces-to",
      paramLabel = "ADDRESS",
      description =
          "Where servers return what they cannot deliver; * in it stands for the action's own mark"
              + " (default: UA_BOUNCES_TO, or the sender).")
  private @Nullable String bouncesTo;

  /**
   * Whose mailbox it is.
   *
   * @throws InvalidInputException if an address or a DKIM key is none
   */
  SendingMailbox mailbox(Workbench bench) {
    String bounces = bouncesTo != null ? bouncesTo : bench.environment("UA_BOUNCES_TO");
    MailAddress path = bounces == null ? null : MailAddress.of("--bounces-to", null, bounces);
    Extras extras = Extras.none().returningTo(path);
    String section = sectionFrom != null ? sectionFrom : bench.environment("UA_SECTION_FROM");
    if (section == null) {
      if (sectionReplies) {
        throw new InvalidInputException(
            Problem.error("--section-replies", "there is no section that answers could go to")
                .advise("give --section-from too"));
      }
      return new SendingMailbox.Own(extras);
    }
    MailAddress address = MailAddress.parse("--section-from", section);
    return new SendingMailbox.Section(
        address, !sectionReplies, extras.signedBy(signer(bench, address)));
  }

  /** DKIM is the section's to sign: a person's own server signs for the person. */
  private static @Nullable DkimSigner signer(Workbench bench, MailAddress section) {
    String key = bench.environment("UA_DKIM_KEY");
    if (key == null) {
      return null;
    }
    String selector = bench.environment("UA_DKIM_SELECTOR");
    if (selector == null) {
      throw new InvalidInputException(
          Problem.error("UA_DKIM_SELECTOR", "a DKIM key needs the name it has in DNS")
              .advise("set it to what stands before ._domainkey there"));
    }
    String domain = bench.environment("UA_DKIM_DOMAIN");
    return DkimSigner.read(Path.of(key), domain == null ? section.domain() : domain, selector);
  }

  /**
   * Says once for each domain that writers' mail would fail DMARC: their {@code From} and the
   * server's sender are of different domains.
   */
  static void warn(
      Workbench bench, SendingMailbox mailbox, Iterable<Writer> writers, SmtpServer server) {
    Map<String, Integer> strange = new TreeMap<>();
    for (Writer writer : writers) {
      if (writer.email() != null || !mailbox.needsWritersAddress()) {
        MailAddress from = mailbox.from(writer);
        if (!server.vouchesFor(from)) {
          strange.merge(from.domain(), 1, Integer::sum);
        }
      }
    }
    strange.forEach(
        (domain, count) ->
            bench.note(
                ("  note: %d from %s through %s, which cannot vouch for that domain (SPF, DMARC):"
                        + " officials may never see %s. Use the domain's own server, or"
                        + " --section-from an address of the server's domain.")
                    .formatted(count, domain, server, count == 1 ? "it" : "them")));
  }
}
