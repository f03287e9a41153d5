package org.urgentaction.cli;

import org.jspecify.annotations.Nullable;
import org.urgentaction.log.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ua resume}: takes back a pause, or a cancelling. */
@Command(
    name = "resume",
    description = "Let mail go on that was paused or cancelled: a campaign's, or some targets'.")
final class ResumeCommand extends ControlCommand {
  @Option(names = "--because", paramLabel = "REASON", description = "Why, for the log.")
  private @Nullable String because;

  @Override
  Standing standing() {
    return Standing.RUNNING;
  }

  @Override
  @Nullable String because() {
    return because;
  }
}
