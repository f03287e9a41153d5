package org.urgentaction.mail;

import static org.urgentaction.mail.Delivery.Stage.CONNECTING;
import static org.urgentaction.mail.Delivery.Stage.DATA;
import static org.urgentaction.mail.Delivery.Stage.HANDED_OVER;
import static org.urgentaction.mail.Delivery.Stage.MAIL;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPOutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One SMTP dialogue (RFC 5321) that knows at every moment whether the message can still be taken
 * back, and asks before it cannot. The library connects, signs in and reads answers; the words of a
 * message's dialogue are ours. Where the server offers it, commands go out together (RFC 2920), and
 * the next message's envelope behind the text of the one before (its section 3.1).
 */
final class HandoverTransport extends SMTPTransport {
  private record Answer(Delivery.Stage stage, int code, String text) {}

  /** What the dialogue has come to: what the last answer is about. */
  private Delivery.Stage stage = CONNECTING;

  private @Nullable Answer refusal;
  private @Nullable Answer last;

  /** Commands that were sent and whose answers were not read yet, in order. */
  private final Deque<Envelope.Command> unanswered = new ArrayDeque<>();

  private @Nullable Envelope announced;
  private boolean answered;
  private boolean amidText;
  private boolean beyondUse;

  /** While the library is made to believe that it asked and was answered. */
  private boolean aside;

  private final SmtpSocketFactory sockets;

  /**
   * @param sockets of which the session makes its connection
   */
  HandoverTransport(Session session, URLName place, SmtpSocketFactory sockets) {
    super(session, place);
    this.sockets = sockets;
  }

  /** Whether commands may go out without waiting for each answer. */
  boolean groups() {
    return supportsExtension("PIPELINING");
  }

  /** Whether this is the envelope that the server was told last, before its turn. */
  boolean announced(Envelope envelope) {
    return envelope.equals(announced);
  }

  /** Whether the server has said anything to the envelope offered last. */
  boolean answered() {
    return answered;
  }

  /** Whether the server waits for a command; otherwise nothing but an end can be understood. */
  boolean atRest() {
    return announced == null && unanswered.isEmpty() && !amidText && !beyondUse;
  }

  /** Whether the next message needs another connection, although this one's answer was clear. */
  boolean beyondUse() {
    return beyondUse;
  }

  /**
   * Offers one message; the connection is used again unless the answer says otherwise. What {@code
   * beforeFinalDot} and {@code next} throw comes out of here, amid a text that is not completed.
   *
   * @param next the envelope to announce behind the text; asked before {@code beforeFinalDot}, and
   *     only where the server takes commands in groups
   */
  synchronized Delivery deliver(
      WrittenMessage message,
      Handover beforeFinalDot,
      Supplier<Optional<Envelope>> next,
      Set<String> shown) {
    refusal = null;
    last = null;
    answered = false;
    try {
      if (!invited(message.envelope())) {
        forgetTransaction();
        return beforeTheDot("", shown);
      }
      hand(message, beforeFinalDot, next);
      return afterTheDot("", shown);
    } catch (MessagingException | IOException e) {
      beyondUse = true;
      return stage == HANDED_OVER ? afterTheDot(why(e), shown) : beforeTheDot(why(e), shown);
    }
  }

  /** Whether the server wants the text. */
  private boolean invited(Envelope envelope) throws MessagingException {
    List<Envelope.Command> commands = envelope.commands();
    int together = groups() ? envelope.together() : 1;
    int said = announced(envelope) ? together : 0;
    announced = null;
    readAnswers();
    while (said < commands.size() && refusal == null) {
      int end = Math.max(together, said + 1);
      say(commands.subList(said, end));
      said = end;
      readAnswers();
    }
    return refusal == null;
  }

  private void say(List<Envelope.Command> commands) throws MessagingException {
    stage = commands.get(0).stage();
    for (Envelope.Command command : commands) {
      write(command.line());
      unanswered.add(command);
    }
  }

  /** In UTF-8: none holds other than ASCII where the server lacks SMTPUTF8. */
  private void write(String command) throws MessagingException {
    aside = true;
    try {
      simpleCommand(command.getBytes(StandardCharsets.UTF_8));
    } finally {
      aside = false;
    }
  }

  /**
   * Reads the answers to all that was said.
   *
   * @throws MessagingException if there is one that is none, or the server would take a text whose
   *     sender or recipient it has refused: the text is never sent
   */
  private void readAnswers() throws MessagingException {
    while (!unanswered.isEmpty()) {
      stage = unanswered.remove().stage();
      int code = readServerResponse();
      if (code >= 400 && code < 600) {
        refusal = refusal == null ? new Answer(stage, code, getLastServerResponse()) : refusal;
      } else if (stage == DATA ? code != 354 || refusal != null : code < 200 || code >= 300) {
        throw new MessagingException("no answer to a command");
      }
      answered = true;
    }
  }

  private void hand(WrittenMessage message, Handover handover, Supplier<Optional<Envelope>> next)
      throws MessagingException, IOException {
    amidText = true;
    write(message);
    Optional<Envelope> following = groups() ? next.get() : Optional.empty();
    handover.beforeFinalDot();
    stage = HANDED_OVER;
    write(".");
    amidText = false;
    if (following.isPresent()) {
      Envelope envelope = following.get();
      announced = envelope;
      for (Envelope.Command command : envelope.commands().subList(0, envelope.together())) {
        write(command.line());
        unanswered.add(command);
      }
    }
    int code = readServerResponse();
    last = new Answer(HANDED_OVER, code, getLastServerResponse());
  }

  /**
   * Writes a text whose lines end with CR and LF, with dots at their beginnings doubled (RFC 5321
   * section 4.5.2). Without TLS it goes past the library's streams, which look at every byte three
   * times and cost more than all else that a message needs.
   */
  private void write(WrittenMessage message) throws MessagingException, IOException {
    byte[] text = message.bytes();
    if (!isSSL()) {
      sockets.write(message.dotted() ? transparent(text) : text);
      return;
    }
    aside = true;
    try {
      SMTPOutputStream out = (SMTPOutputStream) data();
      out.write(text);
      out.ensureAtBOL();
    } finally {
      aside = false;
    }
  }

  private static byte[] transparent(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String doubled = (text.startsWith(".") ? "." : "") + text.replace("\n.", "\n..");
    return doubled.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  protected void sendCommand(String command) throws MessagingException {
    if (!aside) {
      super.sendCommand(command);
    }
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    return aside ? 354 : super.readServerResponse();
  }

  private Delivery beforeTheDot(String why, Set<String> shown) {
    Answer answer = refusal;
    if (answer == null) {
      return new Delivery.Deferred(stage, "the connection was lost" + why, true);
    }
    String reply = ReplyText.clean(answer.text(), shown);
    return answer.code() >= 500
        ? new Delivery.Rejected(answer.stage(), answer.code(), reply)
        : new Delivery.Deferred(answer.stage(), reply, answer.code() == 421);
  }

  private Delivery afterTheDot(String why, Set<String> shown) {
    int code = last == null ? -1 : last.code();
    String reply = last == null ? "" : ReplyText.clean(last.text(), shown);
    if (code >= 200 && code < 300) {
      return new Delivery.Accepted(reply);
    } else if (code >= 400 && code < 500) {
      return new Delivery.Deferred(HANDED_OVER, reply, code == 421);
    } else if (code >= 500 && code < 600) {
      return new Delivery.Rejected(HANDED_OVER, code, reply);
    }
    return new Delivery.Unknown("no clear answer came after the final dot" + why);
  }

  /** The server still holds a sender after a refusal: the next MAIL would be one too many. */
  private void forgetTransaction() {
    if (refusal != null && refusal.code() == 421) {
      beyondUse = true;
      return;
    }
    if (stage == MAIL) {
      return;
    }
    try {
      beyondUse = simpleCommand("RSET") != 250;
    } catch (MessagingException e) {
      beyondUse = true; // the refusal stands all the same
    }
  }

  private static String why(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return " (the server took too long)";
      }
    }
    return "";
  }

  /** Ends the connection politely where there is one, whatever the server makes of it. */
  synchronized boolean leave() {
    try {
      close();
      return true;
    } catch (MessagingException e) {
      return false; // the socket is closed all the same
    }
  }
}
