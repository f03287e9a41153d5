package org.urgentaction.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why no mail can be handed over, in our own words: the library's may be what a server made up. */
final class ConnectionFault {
  /** What the library notes where an answer should be. */
  private static final String NO_ANSWER = "[EOF]";

  /** What the library says before a greeting that refuses. */
  private static final String GREETING = "^Got bad greeting from SMTP host: .*?, response: ";

  private ConnectionFault() {}

  static String explain(SmtpServer server, MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      if (e.getMessage() != null && e.getMessage().startsWith("4")) { // RFC 4954 section 6
        return "%s lets nobody sign in just now: %s"
            .formatted(server, ReplyText.clean(e.getMessage(), Set.of()));
      }
      if (!ended(e) && cause(e, SocketTimeoutException.class) == null) {
        return server + " does not let " + server.user() + " sign in: check user and password";
      }
    }
    String certificate = certificate(e);
    if (certificate != null) {
      return "no private connection to " + server + " can be made: " + certificate;
    } else if (cause(e, SSLException.class) != null) {
      return "no private connection to "
          + server
          + " can be made: it does not speak TLS 1.2 or 1.3 there";
    } else if (cause(e, SocketTimeoutException.class) != null) {
      return server + " does not answer";
    } else if (cause(e, UnknownHostException.class) != null) {
      return "there is no server of the name " + server.host();
    } else if (cause(e, ConnectException.class) != null) {
      return server + " cannot be reached";
    }
    String message = e.getMessage();
    if (message != null && message.contains("STARTTLS")) {
      return server + " offers no private connection (STARTTLS)";
    }
    if (ended(e)) {
      return server + " ended the connection without a word";
    }
    String reply = message == null ? "" : message.replaceFirst(GREETING, "");
    return server + " takes no mail: " + ReplyText.clean(reply, Set.of());
  }

  /** Whether the other side went, instead of an answer. */
  private static boolean ended(MessagingException e) {
    String message = e.getMessage();
    return cause(e, SocketException.class) != null
        || cause(e, EOFException.class) != null
        || (message != null && (message.equals(NO_ANSWER) || message.endsWith(": " + NO_ANSWER)));
  }

  private static @Nullable String certificate(MessagingException e) {
    if (cause(e, CertificateExpiredException.class) != null) {
      return "its certificate has expired";
    } else if (cause(e, CertificateNotYetValidException.class) != null) {
      return "its certificate is not valid yet, or this machine's clock is wrong";
    } else if (cause(e, CertPathValidatorException.class) != null
        || message(e).contains("unable to find valid certification path")) {
      return "its certificate does not fit: nobody whom this machine trusts vouches for it";
    } else if (cause(e, CertificateException.class) != null
        || message(e).contains("server identity")) {
      return "its certificate does not fit: it is for another name";
    }
    return null;
  }

  /** All that the library and the JDK say, looked through for known words and never shown. */
  private static String message(Throwable e) {
    StringBuilder words = new StringBuilder();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      words.append(cause.getMessage()).append(' ');
    }
    return words.toString();
  }

  private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> kind) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return kind.cast(cause);
      }
    }
    return null;
  }
}
