package org.urgentaction.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Target;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.returns.Mailbox;

/** Opens the mailboxes that commands read: files on disk, or IMAP with a password of its own. */
final class MailboxOptions {
  private MailboxOptions() {}

  /**
   * The mailboxes, all of them looked for before any is read.
   *
   * @param moveTo the IMAP folder for what is dealt with, or null
   */
  static List<Mailbox> mailboxes(Workbench bench, List<String> sources, @Nullable String moveTo) {
    return sources.stream()
        .map(source -> Mailbox.of(source, moveTo, () -> password(bench, source)))
        .toList();
  }

  /** The password from the environment, from the password command, or typed unseen. */
  @SuppressWarnings("SystemConsoleNull") // asked for at a terminal only
  private static char[] password(Workbench bench, String source) {
    String password = bench.environment("UA_IMAP_PASSWORD");
    if (password != null) {
      return password.toCharArray();
    }
    String command = bench.environment("UA_IMAP_PASSWORD_COMMAND");
    if (command != null) {
      return SmtpOptions.fromCommand("UA_IMAP_PASSWORD_COMMAND", command);
    }
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("Password for %s: ", source);
    if (typed == null) {
      throw new InvalidInputException(
          Problem.error(source, "the mailbox asks for a password")
              .advise("set UA_IMAP_PASSWORD or UA_IMAP_PASSWORD_COMMAND, or run it in a terminal"));
    }
    return typed;
  }

  /** The officials' addresses, in lower case: these may be shown, others may not. */
  static Set<String> officials(Catalogue catalogue) {
    return catalogue.all().stream()
        .map(CampaignFile::campaign)
        .flatMap(
            campaign ->
                Stream.concat(
                    campaign.targets().stream(), campaign.copies().stream().map(Copy::office)))
        .map(Target::emails)
        .flatMap(List::stream)
        .map(address -> address.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** How a source is shown: a path's last name, a server without its user. */
  static String shown(String source) {
    int at = source.lastIndexOf('@');
    if (source.contains("://")) {
      return at < 0
          ? source
          : source.substring(0, source.indexOf("://") + 3) + source.substring(at + 1);
    }
    Path name = Path.of(source).getFileName();
    return name == null ? source : name.toString();
  }
}
