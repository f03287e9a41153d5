package org.urgentaction.mail;

import java.time.Duration;

/**
 * How long a server may take. Answers are waited for longer than is pleasant, because giving up
 * after the final dot leaves a letter in doubt (RFC 5321 section 4.5.3.2.6: ten minutes).
 */
public record SmtpTimeouts(Duration connect, Duration write, Duration read) {
  public static SmtpTimeouts usual() {
    return new SmtpTimeouts(
        Duration.ofSeconds(15), Duration.ofSeconds(120), Duration.ofMinutes(10));
  }
}
