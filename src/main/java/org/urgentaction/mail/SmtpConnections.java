package org.urgentaction.mail;

import java.util.function.Supplier;

/**
 * Makes the connections of one run, not opened yet; they share the way to sign in, and the memory
 * from which they write.
 */
public final class SmtpConnections implements Supplier<SmtpConnection> {
  private final SmtpServer server;
  private final Credentials credentials;
  private final SmtpTimeouts timeouts;
  private final WriteBuffers buffers = new WriteBuffers();

  /**
   * @param credentials of {@code server.user()}
   */
  public SmtpConnections(SmtpServer server, Credentials credentials, SmtpTimeouts timeouts) {
    this.server = server;
    this.credentials = credentials;
    this.timeouts = timeouts;
  }

  @Override
  public SmtpConnection get() {
    return new SmtpConnection(server, credentials, timeouts, buffers);
  }
}
