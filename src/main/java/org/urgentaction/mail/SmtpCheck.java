package org.urgentaction.mail;

import static org.urgentaction.mail.ServerReport.Level.DOUBTFUL;
import static org.urgentaction.mail.ServerReport.Level.GOOD;
import static org.urgentaction.mail.ServerReport.Level.WRONG;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Talks to a server up to the point where mail would be handed over, and never hands any over. */
public final class SmtpCheck {
  private static final Duration SOON = Duration.ofDays(14);

  private final SmtpServer server;
  private final Credentials credentials;
  private final SmtpTimeouts timeouts;
  private final Instant now;
  private final List<ServerReport.Finding> findings = new ArrayList<>();

  /**
   * @param now for the certificate's days left
   */
  public SmtpCheck(SmtpServer server, Credentials credentials, SmtpTimeouts timeouts, Instant now) {
    this.server = server;
    this.credentials = credentials;
    this.timeouts = timeouts;
    this.now = now;
  }

  /**
   * Connects, signs in, names a sender, takes it back and leaves. Call it once.
   *
   * @param sender who would send, or null if that is not known
   * @param largest bytes of the largest message that there will be; 0 if that is not known
   * @param international whether an address outside ASCII is among those written to
   */
  public ServerReport run(@Nullable MailAddress sender, long largest, boolean international) {
    TlsRecorder tls = new TlsRecorder();
    try (SmtpSocketFactory sockets = new SmtpSocketFactory(timeouts, new WriteBuffers())) {
      Properties properties = SmtpSettings.of(server, timeouts, sockets);
      if (server.security() != SmtpServer.Security.LOOPBACK_ONLY) {
        properties.put("mail.smtp.ssl.socketFactory", tls);
      }
      Listener dialogue = new Listener(Session.getInstance(properties), server);
      boolean connected = connect(dialogue);
      tls(tls.seen());
      if (connected) {
        signIn(dialogue);
        size(dialogue, largest);
        extensions(dialogue, international);
        if (sender != null) {
          sender(dialogue, sender);
        }
        sockets.hurry();
        leave(dialogue);
      }
      return new ServerReport(
          server.toString(), dialogue.name, tls.seen(), dialogue.extensions, findings);
    }
  }

  private boolean connect(Listener dialogue) {
    char[] secret = server.user() == null ? new char[0] : credentials.get();
    try {
      dialogue.connect(
          server.host(),
          server.port(),
          server.user(),
          server.user() == null ? null : String.valueOf(secret));
      return true;
    } catch (AuthenticationFailedException e) {
      find(
          WRONG,
          "sign-in",
          ConnectionFault.explain(server, e),
          "providers often want an app password, or a token (UA_SMTP_TOKEN_COMMAND)");
    } catch (MessagingException e) {
      find(
          WRONG,
          "connection",
          ConnectionFault.explain(server, e),
          "look at host, port and smtps:// or smtp+starttls:// in --smtp");
    } finally {
      Arrays.fill(secret, '\0');
    }
    return false;
  }

  private void tls(ServerReport.@Nullable Tls seen) {
    if (seen == null) {
      return;
    }
    boolean soon = seen.validUntil().isBefore(now.plus(SOON));
    find(
        soon ? DOUBTFUL : GOOD,
        "tls",
        "%s, certificate of %s until %s"
            .formatted(
                seen.version(),
                ReplyText.clean(seen.certificate(), Set.of()),
                seen.validUntil().atOffset(ZoneOffset.UTC).toLocalDate()),
        soon ? "its owner should renew it before a long run" : null);
  }

  private void signIn(Listener dialogue) {
    if (server.user() == null) {
      find(GOOD, "sign-in", "nobody signs in", null);
    } else if (!dialogue.supportsExtension("AUTH")) {
      find(
          WRONG,
          "sign-in",
          "the server offers no way to sign in",
          "leave the user out of --smtp, or take the provider's port for sending (465 or 587)");
    } else {
      find(GOOD, "sign-in", server.user() + " is let in", null);
    }
  }

  private void size(Listener dialogue, long largest) {
    String size = dialogue.getExtensionParameter("SIZE");
    long limit = size != null && size.matches("[1-9][0-9]{0,17}") ? Long.parseLong(size) : 0;
    if (limit > 0 && largest > limit) {
      find(
          WRONG,
          "size",
          "the largest letter has %d bytes, and the server takes %d".formatted(largest, limit),
          "send without --attach");
    } else if (largest > 0) {
      find(
          GOOD,
          "size",
          limit > 0
              ? "the largest letter has %d bytes of the %d it takes".formatted(largest, limit)
              : "the largest letter has %d bytes; the server names no limit".formatted(largest),
          null);
    } else if (limit > 0) {
      find(GOOD, "size", "it takes messages of up to %d bytes".formatted(limit), null);
    }
  }

  private void extensions(Listener dialogue, boolean international) {
    if (international && !dialogue.supportsExtension("SMTPUTF8")) {
      find(
          WRONG,
          "smtputf8",
          "an address has letters outside ASCII, which this server does not take",
          "leave that target out, or use another server");
    }
    for (String extension : List.of("SMTPUTF8", "PIPELINING", "8BITMIME", "DSN")) {
      boolean offered = dialogue.supportsExtension(extension);
      String what =
          switch (extension) {
            case "SMTPUTF8" -> "addresses in every script";
            case "PIPELINING" -> "commands in groups: fewer round trips";
            case "8BITMIME" -> "text as it is; this program does not need it";
            default -> "delivery reports on request; bounces come without it too";
          };
      find(
          GOOD,
          extension.toLowerCase(Locale.ROOT),
          (offered ? "offered: " : "not offered: ") + what,
          null);
    }
  }

  private void sender(Listener dialogue, MailAddress sender) {
    if (sender.international() && !dialogue.supportsExtension("SMTPUTF8")) {
      find(WRONG, "sender", "the sender's address needs SMTPUTF8", "send from another address");
      return;
    }
    try {
      int code = dialogue.simpleCommand("MAIL FROM:<" + sender.address() + ">");
      String reply = ReplyText.clean(dialogue.getLastServerResponse(), Set.of(sender.address()));
      dialogue.simpleCommand("RSET");
      find(
          code == 250 ? GOOD : code >= 500 ? WRONG : DOUBTFUL,
          "sender",
          code == 250
              ? "may send as " + sender.address()
              : "may not send as %s: %s".formatted(sender.address(), reply),
          code == 250 ? null : "send from an address that belongs to the account");
    } catch (MessagingException e) {
      find(WRONG, "sender", "the connection was lost at MAIL", "try again, or ask the provider");
    }
    if (!server.vouchesFor(sender)) {
      find(
          DOUBTFUL,
          "dmarc",
          "receivers may refuse %s from this server (SPF, DMARC)".formatted(sender.domain()),
          "use the domain's own server, or --section-from an address of the server's domain");
    }
  }

  private void leave(Listener dialogue) {
    try {
      dialogue.close();
    } catch (MessagingException e) {
      find(DOUBTFUL, "connection", "the server did not say goodbye", null);
    }
  }

  private void find(
      ServerReport.Level level, String subject, String words, @Nullable String nextStep) {
    findings.add(new ServerReport.Finding(level, subject, words, nextStep));
  }

  /** A dialogue that remembers how the server introduced itself. */
  private static final class Listener extends SMTPTransport {
    private static final int MOST = 100;

    @Nullable String name;
    List<String> extensions = List.of();

    Listener(Session session, SmtpServer server) {
      super(session, new URLName("smtp", server.host(), server.port(), null, null, null));
    }

    @Override
    protected boolean ehlo(String domain) throws MessagingException {
      boolean taken = super.ehlo(domain);
      if (taken) {
        List<String> lines =
            getLastServerResponse()
                .lines()
                .limit(MOST)
                .map(line -> ReplyText.clean(line.length() > 4 ? line.substring(4) : "", Set.of()))
                .toList();
        name = lines.isEmpty() || lines.get(0).isBlank() ? null : lines.get(0).split(" ", 2)[0];
        extensions = lines.subList(Math.min(1, lines.size()), lines.size());
      }
      return taken;
    }
  }
}
