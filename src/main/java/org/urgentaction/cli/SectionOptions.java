package org.urgentaction.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.urgentaction.mail.DkimSigner;
import org.urgentaction.mail.Extras;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import picocli.CommandLine.Option;

/** A section's mailbox, where bounces go, and who signs for the domain. */
final class SectionOptions {
  @Option(
      names = "--section-from",
      paramLabel = "ADDRESS",
      description =
          "Send from a section's mailbox in each writer's name, such as \"Section"
              + " <letters@section.example>\" (default: UA_SECTION_FROM, or the writer's own).")
  private @Nullable String sectionFrom;

  @Option(
      names = "--bounces-to",
      paramLabel = "ADDRESS",
      description =
          "Where servers return what they cannot deliver; * in it stands for the action's own mark"
              + " (default: UA_BOUNCES_TO, or the sender).")
  private @Nullable String bouncesTo;

  /**
   * The section's mailbox, or null where none is named.
   *
   * @throws InvalidInputException if it is no address
   */
  @Nullable MailAddress address(Workbench bench) {
    String section = sectionFrom != null ? sectionFrom : bench.environment("UA_SECTION_FROM");
    return section == null ? null : MailAddress.parse("--section-from", section);
  }

  /**
   * What goes with every message: the return path, and a section's signature.
   *
   * @throws InvalidInputException if an address or a DKIM key is none
   */
  Extras extras(Workbench bench) {
    String bounces = bouncesTo != null ? bouncesTo : bench.environment("UA_BOUNCES_TO");
    MailAddress path = bounces == null ? null : MailAddress.of("--bounces-to", null, bounces);
    Extras extras = Extras.none().returningTo(path);
    MailAddress section = address(bench);
    return section == null ? extras : extras.signedBy(signer(bench, section));
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
}
