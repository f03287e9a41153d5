package org.urgentaction.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
  private boolean announcing = true;

  /**
   * @param secrets asked once, at the first sign-in, for the password or token of {@code
   *     server.user()}
   */
  public SmtpConnection(SmtpServer server, Supplier<char[]> secrets, SmtpTimeouts timeouts) {
    this(server, Credentials.password(secrets), timeouts, new WriteBuffers());
  }

  SmtpConnection(
      SmtpServer server, Credentials credentials, SmtpTimeouts timeouts, WriteBuffers buffers) {
    this.server = server;
    this.credentials = credentials;
    this.timeouts = timeouts;
    this.sockets = new SmtpSocketFactory(timeouts, buffers);
  }

  /**
   * Offers a message. Whatever {@code handover} throws comes out of here, and the message was not
   * sent.
   *
   * @param message from {@link MimeWriter#written}
   */
  public Delivery send(WrittenMessage message, Handover handover) {
    return send(message, handover, Optional::empty);
  }

  /**
   * Offers a message and, where the server takes commands in groups, announces the one that will be
   * offered next: its envelope goes out behind this one's text and saves a round trip (RFC 2920
   * section 3.1). A server that loses its way over that is spared it from then on.
   *
   * @param next asked at most once, before {@code handover}; where it is not offered next after
   *     all, the connection is dropped
   */
  public Delivery send(
      WrittenMessage message, Handover handover, Supplier<Optional<WrittenMessage>> next) {
    boolean reused = open != null;
    Delivery delivery = offer(message, handover, next);
    boolean ended =
        delivery instanceof Delivery.Deferred deferred
            && deferred.connectionLost()
            && deferred.stage() != Delivery.Stage.HANDED_OVER;
    // Servers end a connection after some messages or minutes: the next message gets a new one.
    return ended && reused ? offer(message, handover, next) : delivery;
  }

  private Delivery offer(
      WrittenMessage message, Handover handover, Supplier<Optional<WrittenMessage>> next) {
    Envelope envelope = message.envelope();
    HandoverTransport transport;
    try {
      transport = connected(envelope);
    } catch (MessagingException e) {
      drop();
      return new Delivery.ServerUnusable(ConnectionFault.explain(server, e));
    }
    if (!takes(transport, envelope)) {
      return new Delivery.Rejected(
          Delivery.Stage.MAIL, 0, "this server takes no addresses with letters outside ASCII");
    }
    Set<String> shown = new HashSet<>();
    envelope.to().forEach(address -> shown.add(address.toLowerCase(Locale.ROOT)));
    boolean wasAnnounced = transport.announced(envelope);
    boolean sound = false;
    try {
      Delivery delivery =
          transport.deliver(
              message,
              handover,
              () ->
                  announcing
                      ? next.get()
                          .map(WrittenMessage::envelope)
                          .filter(each -> takes(transport, each))
                      : Optional.empty(),
              shown);
      sound =
          !transport.beyondUse()
              && !(delivery instanceof Delivery.Unknown)
              && !(delivery instanceof Delivery.Deferred deferred && deferred.connectionLost());
      announcing &= transport.answered() || !wasAnnounced;
      announcing &= !(delivery instanceof Delivery.Unknown);
      return delivery;
    } finally {
      if (!sound) {
        drop();
      }
    }
  }

  /** Whether the server, as far as is known, bears being told of a letter ahead. */
  public boolean announces() {
    return announcing;
  }

  private static boolean takes(HandoverTransport transport, Envelope envelope) {
    return !envelope.international() || transport.supportsExtension("SMTPUTF8");
  }

  /** One that waits for this envelope or for any. */
  private HandoverTransport connected(Envelope envelope) throws MessagingException {
    if (open != null && (open.atRest() || open.announced(envelope))) {
      return open;
    }
    if (server.user() == null) {
      return connect(null);
    }
    char[] secret = credentials.get();
    try {
      return connect(secret);
    } catch (AuthenticationFailedException e) {
      if (!credentials.renew(secret)) {
        throw e;
      }
      Arrays.fill(secret, '\0');
      secret = credentials.get();
      return connect(secret);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private HandoverTransport connect(char @Nullable [] secret) throws MessagingException {
    drop();
    Session session = Session.getInstance(SmtpSettings.of(server, timeouts, sockets));
    HandoverTransport transport =
        new HandoverTransport(
            session, new URLName("smtp", server.host(), server.port(), null, null, null), sockets);
    open = transport;
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
      if (transport.atRest()) {
        sockets.hurry();
      } else {
        sockets.cut();
      }
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
