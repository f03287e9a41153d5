package org.urgentaction.cli;

import org.jspecify.annotations.Nullable;
import org.urgentaction.mail.ProviderPreset;
import org.urgentaction.sending.SendingLimits;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How fast a command sends mail, and whether it waits for what cannot go yet. */
final class PaceOptions {
  @Mixin private LimitOptions options;

  @Option(
      names = "--wait",
      description = "Wait for limits, hours and what was put off, until all is done.")
  private boolean wait;

  /** Keeps to what is known of a provider where the user says nothing else. */
  void keepTo(@Nullable ProviderPreset preset) {
    options.keepTo(preset);
  }

  /**
   * What was asked for, with what is known of the provider.
   *
   * @throws org.urgentaction.problem.InvalidInputException where it cannot be
   */
  SendingLimits limits() {
    return options.limits(wait);
  }
}
