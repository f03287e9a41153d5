package org.urgentaction.cli;

import org.jspecify.annotations.Nullable;
import org.urgentaction.log.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ua pause}: no mail for a while. */
@Command(
    name = "pause",
    description = "Send nothing for a while: for a campaign, or some of its targets.")
final class PauseCommand extends ControlCommand {
  @Option(names = "--because", paramLabel = "REASON", description = "Why, for the log.")
  private @Nullable String because;

  @Override
  Standing standing() {
    return Standing.PAUSED;
  }

  @Override
  @Nullable String because() {
    return because;
  }
}
