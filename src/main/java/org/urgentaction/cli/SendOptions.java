package org.urgentaction.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a plan is carried out: rehearsed, sent to oneself or in earnest, and through what. */
final class SendOptions {
  @Option(names = "--live", description = "Send in earnest, after a question.")
  boolean live;

  @Option(names = "--yes", description = "Do not ask before sending.")
  boolean yes;

  @Option(
      names = "--test-to",
      paramLabel = "ADDRESS",
      description = "Send the same messages to this address, your own, instead.")
  private @Nullable String testTo;

  @Mixin SmtpOptions smtp;

  @Mixin PaceOptions pace;

  @Option(
      names = "--again",
      description = "Try again what a server has refused for good, and at once what it put off.")
  boolean again;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "rehearsal",
      description = "Folder for a rehearsal's messages (default: rehearsal).")
  Path output;

  @Option(names = "--json", description = "Plan and summary as JSON.")
  boolean json;

  /** One's own address for a trial, or null. */
  @Nullable MailAddress tester() {
    return testTo == null ? null : MailAddress.of("--test-to", null, testTo);
  }

  /**
   * The server that is sent through, its limits kept to from now on; null for a rehearsal.
   *
   * @throws InvalidInputException where it is not named, or the options contradict each other
   */
  @Nullable SmtpServer server(Workbench bench) {
    if (live && testTo != null) {
      throw new InvalidInputException(
          Problem.error("--test-to", "a test and a live send exclude each other")
              .advise("leave one of them out"));
    }
    SmtpServer server = live || testTo != null ? smtp.server(bench) : null;
    pace.keepTo(server == null ? null : smtp.provider(server).orElse(null));
    pace.limits();
    return server;
  }
}
