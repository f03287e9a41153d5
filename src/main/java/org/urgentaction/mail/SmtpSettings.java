package org.urgentaction.mail;

import java.time.Duration;
import java.util.Properties;
import javax.net.SocketFactory;

/** What the mail library is told, whose own settings are too trusting and too patient. */
final class SmtpSettings {
  private SmtpSettings() {}

  static Properties of(SmtpServer server, SmtpTimeouts timeouts, SocketFactory sockets) {
    Properties properties = new Properties();
    properties.put("mail.smtp.socketFactory", sockets);
    properties.setProperty("mail.smtp.socketFactory.fallback", "false");
    properties.setProperty("mail.smtp.connectiontimeout", millis(timeouts.connect()));
    properties.setProperty("mail.smtp.timeout", millis(timeouts.read()));
    // The name given in EHLO: none of this machine's (RFC 5321 section 4.1.3 allows an address).
    properties.setProperty("mail.smtp.localhost", "[127.0.0.1]");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2"); // RFC 8996
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
      properties.setProperty("mail.smtp.auth.mechanisms", mechanisms(server.signIn()));
    }
    return properties;
  }

  /** SASL mechanisms, best first. */
  static String mechanisms(SmtpServer.SignIn signIn) {
    return signIn == SmtpServer.SignIn.XOAUTH2 ? "XOAUTH2" : "PLAIN LOGIN";
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
