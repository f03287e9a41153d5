package org.urgentaction.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server said of itself, and what that means for the mail it is to be given.
 *
 * @param name as it calls itself, or null where no dialogue came about
 * @param extensions as in its answer to EHLO, in its order
 * @param findings what is well, doubtful or wrong
 */
public record ServerReport(
    String server,
    @Nullable String name,
    @Nullable Tls tls,
    List<String> extensions,
    List<Finding> findings) {
  /** How much a finding matters. */
  public enum Level {
    GOOD,
    DOUBTFUL,
    WRONG
  }

  /**
   * The private connection.
   *
   * @param certificate the name it was given to
   */
  public record Tls(String version, String certificate, Instant validUntil) {}

  /**
   * One thing that was looked at.
   *
   * @param subject in a word: {@code tls}, {@code sign-in}, {@code size}…
   * @param nextStep what to do, where something is to be done
   */
  public record Finding(Level level, String subject, String words, @Nullable String nextStep) {}

  public ServerReport {
    extensions = List.copyOf(extensions);
    findings = List.copyOf(findings);
  }

  /** Whether mail can be handed over as things are. */
  public boolean usable() {
    return findings.stream().noneMatch(finding -> finding.level() == Level.WRONG);
  }
}
