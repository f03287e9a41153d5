package org.urgentaction.cli;

import org.jspecify.annotations.Nullable;
import org.urgentaction.log.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ua cancel}: no more mail, until somebody takes that back. */
@Command(
    name = "cancel",
    description = "Send nothing more: for a campaign, or some of its targets.")
final class CancelCommand extends ControlCommand {
  @Option(
      names = "--because",
      required = true,
      paramLabel = "REASON",
      description = "Why, for the log.")
  private String because;

  @Override
  Standing standing() {
    return Standing.CANCELLED;
  }

  @Override
  @Nullable String because() {
    return because;
  }
}
