package org.urgentaction.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a server, opened when it is first needed, used for message after message, and
 * opened again when the server has ended it. Not for several threads.
 */
public final class SmtpConnection implements AutoCloseable {
  private final SmtpServer server;
  private final Supplier<char[]> secrets;
  private final SmtpTimeouts timeouts;
  private final SmtpSocketFactory sockets;
  private char @Nullable [] secret;
  private @Nullable HandoverTransport open;
  private boolean openForInternational;

  /**
   * @param secrets asked once, at the first sign-in, for the password or token of {@code
   *     server.user()}
   */
  public SmtpConnection(SmtpServer server, Supplier<char[]> secrets, SmtpTimeouts timeouts) {
    this.server = server;
    this.secrets = secrets;
    this.timeouts = timeouts;
    this.sockets = new SmtpSocketFactory(timeouts.write());
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
      return new Delivery.ServerUnusable(explain(e));
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
    drop();
    Session session = Session.getInstance(properties(international));
    HandoverTransport transport =
        new HandoverTransport(
            session, new URLName("smtp", server.host(), server.port(), null, null, null));
    open = transport;
    openForInternational = international;
    String user = server.user();
    transport.connect(
        server.host(), server.port(), user, user == null ? null : String.valueOf(secret()));
    if (user != null && !transport.supportsExtension("AUTH")) {
      throw new AuthenticationFailedException("the server offers no way to sign in");
    }
    return transport;
  }

  private char[] secret() {
    if (secret == null) {
      secret = secrets.get().clone();
    }
    return secret;
  }

  private Properties properties(boolean international) {
    Properties properties = new Properties();
    properties.put("mail.smtp.socketFactory", sockets);
    properties.setProperty("mail.smtp.socketFactory.fallback", "false");
    properties.setProperty("mail.smtp.connectiontimeout", millis(timeouts.connect()));
    properties.setProperty("mail.smtp.timeout", millis(timeouts.read()));
    // The name given in EHLO: none of this machine's (RFC 5321 section 4.1.3 allows an address).
    properties.setProperty("mail.smtp.localhost", "[127.0.0.1]");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (server.security()) {
      case IMPLICIT_TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case LOOPBACK_ONLY -> properties.setProperty("mail.smtp.starttls.enable", "false");
    }
    if (server.user() != null) {
      properties.setProperty("mail.smtp.auth", "true");
      properties.setProperty(
          "mail.smtp.auth.mechanisms",
          server.signIn() == SmtpServer.SignIn.XOAUTH2 ? "XOAUTH2" : "PLAIN LOGIN");
    }
    if (international) {
      properties.setProperty("mail.mime.allowutf8", "true");
    }
    return properties;
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  /** In our own words: what the library says may hold what the server made it say. */
  private String explain(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      return server + " does not let " + server.user() + " sign in: check user and password";
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
        return "no private connection to " + server + " can be made: its certificate does not fit";
      } else if (cause instanceof SocketTimeoutException) {
        return server + " does not answer";
      } else if (cause instanceof java.net.UnknownHostException) {
        return "there is no server of the name " + server.host();
      } else if (cause instanceof java.net.ConnectException) {
        return server + " cannot be reached";
      }
    }
    String message = e.getMessage();
    if (message != null && message.contains("STARTTLS")) {
      return server + " offers no private connection (STARTTLS)";
    }
    return server + " takes no mail: " + ReplyText.clean(message == null ? "" : message, Set.of());
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
    if (secret != null) {
      Arrays.fill(secret, '\0');
    }
  }
}
