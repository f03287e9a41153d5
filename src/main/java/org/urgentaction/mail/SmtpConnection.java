package org.urgentaction.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a server, opened when it is first needed, used for message after message, and
 * opened again when the server has ended it. Not for several threads.
 */
public final class SmtpConnection implements AutoCloseable {
  private final SmtpServer server;
  private final Credentials credentials;
  private final SmtpTimeouts timeouts;
  private final SmtpSocketFactory sockets;
  private @Nullable HandoverTransport open;
  private boolean openForInternational;

  /**
   * @param secrets asked once, at the first sign-in, for the password or token of {@code
   *     server.user()}
   */
  public SmtpConnection(SmtpServer server, Supplier<char[]> secrets, SmtpTimeouts timeouts) {
    this(server, Credentials.password(secrets), timeouts);
  }

  /**
   * @param credentials of {@code server.user()}, which several connections may share
   */
  public SmtpConnection(SmtpServer server, Credentials credentials, SmtpTimeouts timeouts) {
    this.server = server;
    this.credentials = credentials;
    this.timeouts = timeouts;
    this.sockets = new SmtpSocketFactory(timeouts);
  }

  /**
   * Offers a message. Whatever {@code handover} throws comes out of here, and the message was not
   * sent.
   *
   * @param bytes from {@link MimeWriter#write}
   */
  public Delivery send(OutgoingMessage message, byte[] bytes, Handover handover) {
    boolean reused = open != null;
    Delivery delivery = offer(message, bytes, handover);
    boolean ended =
        delivery instanceof Delivery.Deferred deferred
            && deferred.connectionLost()
            && deferred.stage() != Delivery.Stage.HANDED_OVER;
    // Servers end a connection after some messages or minutes: the next message gets a new one.
    return ended && reused ? offer(message, bytes, handover) : delivery;
  }

  private Delivery offer(OutgoingMessage message, byte[] bytes, Handover handover) {
    HandoverTransport transport;
    try {
      transport = connected(false);
      if (message.international() && transport.supportsExtension("SMTPUTF8")) {
        transport = connected(true);
      }
    } catch (MessagingException e) {
      drop();
      return new Delivery.ServerUnusable(ConnectionFault.explain(server, e));
    }
    if (message.international() && !transport.supportsExtension("SMTPUTF8")) {
      return new Delivery.Rejected(
          Delivery.Stage.MAIL, 0, "this server takes no addresses with letters outside ASCII");
    }
    Set<String> shown =
        message.recipients().stream()
            .map(recipient -> recipient.address().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    List<String> to = message.recipients().stream().map(MailAddress::address).toList();
    boolean sound = false;
    try {
      Delivery delivery =
          transport.deliver(bytes, message.envelopeSender().address(), to, handover, shown);
      sound =
          !transport.beyondUse()
              && !(delivery instanceof Delivery.Unknown)
              && !(delivery instanceof Delivery.Deferred deferred && deferred.connectionLost());
      return delivery;
    } finally {
      if (!sound) {
        drop();
      }
    }
  }

  private HandoverTransport connected(boolean international) throws MessagingException {
    if (open != null && (openForInternational || !international)) {
      return open;
    }
    if (server.user() == null) {
      return connect(international, null);
    }
    char[] secret = credentials.get();
    try {
      return connect(international, secret);
    } catch (AuthenticationFailedException e) {
      if (!credentials.renew(secret)) {
        throw e;
      }
      Arrays.fill(secret, '\0');
      secret = credentials.get();
      return connect(international, secret);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private HandoverTransport connect(boolean international, char @Nullable [] secret)
      throws MessagingException {
    drop();
    Session session =
        Session.getInstance(SmtpSettings.of(server, timeouts, sockets, international));
    HandoverTransport transport =
        new HandoverTransport(
            session, new URLName("smtp", server.host(), server.port(), null, null, null));
    open = transport;
    openForInternational = international;
    transport.connect(
        server.host(),
        server.port(),
        server.user(),
        secret == null ? null : String.valueOf(secret));
    if (secret != null && !transport.supportsExtension("AUTH")) {
      throw new AuthenticationFailedException("the server offers no way to sign in");
    }
    return transport;
  }

  private void drop() {
    HandoverTransport transport = open;
    open = null;
    if (transport != null) {
      sockets.hurry();
      transport.leave();
    }
  }

  /** Takes leave of the server, without waiting long for its answer. */
  @Override
  public void close() {
    drop();
    sockets.close();
  }
}
