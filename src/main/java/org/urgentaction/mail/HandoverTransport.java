package org.urgentaction.mail;

import static org.urgentaction.mail.Delivery.Stage.CONNECTING;
import static org.urgentaction.mail.Delivery.Stage.DATA;
import static org.urgentaction.mail.Delivery.Stage.HANDED_OVER;
import static org.urgentaction.mail.Delivery.Stage.MAIL;
import static org.urgentaction.mail.Delivery.Stage.RCPT;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One SMTP dialogue (RFC 5321) that knows at every moment whether the message can still be taken
 * back, and asks before it cannot. Where the server offers it, commands go out together (RFC 2920):
 * MAIL and RCPT, and DATA too if there is one recipient. With several, DATA waits for the answers,
 * so that a copy which is refused stops the text while that is still possible.
 */
final class HandoverTransport extends SMTPTransport {
  private record Answer(Delivery.Stage stage, int code, String text) {}

  private Delivery.Stage stage = CONNECTING;
  private Handover handover = () -> {};
  private @Nullable RuntimeException refusedHere;
  private @Nullable Answer refusal;
  private @Nullable Answer last;
  private boolean reading;

  /** Commands that were sent and whose answers were not read yet, in order. */
  private final Deque<Delivery.Stage> unanswered = new ArrayDeque<>();

  private boolean grouping;
  private boolean beyondUse;

  HandoverTransport(Session session, URLName place) {
    super(session, place);
  }

  /** Offers one message; the connection is used again unless the answer says otherwise. */
  synchronized Delivery deliver(
      byte[] bytes, String from, List<String> to, Handover beforeFinalDot, Set<String> shown) {
    stage = CONNECTING;
    handover = beforeFinalDot;
    refusedHere = null;
    refusal = null;
    last = null;
    unanswered.clear();
    grouping = supportsExtension("PIPELINING");
    try {
      Exact message = new Exact(session, bytes);
      message.setEnvelopeFrom(from);
      sendMessage(message, addresses(to));
      return new Delivery.Accepted(ReplyText.clean(last == null ? "" : last.text(), shown));
    } catch (MessagingException | IllegalStateException e) {
      if (refusedHere != null) {
        throw refusedHere;
      }
      if (stage != HANDED_OVER && refusal != null && (grouping || stage == DATA)) {
        forgetTransaction();
      }
      return stage == HANDED_OVER ? afterTheDot(e, shown) : beforeTheDot(e, shown);
    }
  }

  private Delivery beforeTheDot(Exception e, Set<String> shown) {
    Answer answer = refusal;
    if (answer == null) {
      return new Delivery.Deferred(stage, "the connection was lost" + why(e), true);
    }
    String reply = ReplyText.clean(answer.text(), shown);
    return answer.code() >= 500
        ? new Delivery.Rejected(answer.stage(), answer.code(), reply)
        : new Delivery.Deferred(answer.stage(), reply, answer.code() == 421);
  }

  private Delivery afterTheDot(Exception e, Set<String> shown) {
    int code = last == null ? -1 : last.code();
    String reply = last == null ? "" : ReplyText.clean(last.text(), shown);
    if (code >= 200 && code < 300) {
      return new Delivery.Accepted(reply);
    } else if (code >= 400 && code < 500) {
      return new Delivery.Deferred(HANDED_OVER, reply, code == 421);
    } else if (code >= 500 && code < 600) {
      return new Delivery.Rejected(HANDED_OVER, code, reply);
    }
    return new Delivery.Unknown("no clear answer came after the final dot" + why(e));
  }

  /** The server still holds a sender after a refusal: the next MAIL would be one too many. */
  private void forgetTransaction() {
    int code = getLastReturnCode();
    if (beyondUse || code < 200 || code >= 600 || code == 421) {
      beyondUse = true;
      return;
    }
    stage = CONNECTING;
    try {
      beyondUse = simpleCommand("RSET") != 250;
    } catch (MessagingException e) {
      beyondUse = true; // the refusal stands all the same
    }
  }

  /** Whether the next message needs another connection, although this one's answer was clear. */
  boolean beyondUse() {
    return beyondUse;
  }

  private static String why(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return " (the server took too long)";
      }
    }
    return "";
  }

  @Override
  protected void mailFrom() throws MessagingException {
    stage = MAIL;
    super.mailFrom();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    stage = RCPT;
    super.rcptTo();
    if (unanswered.size() > 2) {
      readAnswers();
      if (refusal != null) {
        throw new SendFailedException(refusal.text());
      }
    }
  }

  @Override
  protected OutputStream data() throws MessagingException {
    stage = DATA;
    return super.data();
  }

  private void readAnswers() throws MessagingException {
    Delivery.Stage now = stage;
    while (!unanswered.isEmpty()) {
      stage = unanswered.remove();
      int code = read();
      if (code < 200 || code >= 600 || (code >= 300 && code < 400)) {
        throw lost("no answer to a command");
      }
    }
    stage = now;
  }

  /** An I/O error is what makes the library drop the connection, and with it the message. */
  private MessagingException lost(String why) {
    unanswered.clear();
    beyondUse = true;
    return new MessagingException(why, new IOException(why));
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    try {
      handover.beforeFinalDot();
    } catch (RuntimeException e) {
      refusedHere = e;
      // An I/O error is what makes the library drop the connection, and with it the message.
      throw new IOException("not handed over", e);
    }
    stage = HANDED_OVER;
    last = null;
    super.finishData();
  }

  /**
   * In a group the answers to MAIL and RCPT are taken for granted, until that to DATA is due.
   *
   * @throws MessagingException if the server would take a text whose sender or recipient it has
   *     refused: the connection is dropped, and the text never sent
   */
  @Override
  protected int readServerResponse() throws MessagingException {
    if (reading || !grouping) {
      return read();
    }
    if (stage == MAIL || stage == RCPT) {
      unanswered.add(stage);
      return 250;
    }
    if (unanswered.isEmpty()) {
      return read();
    }
    readAnswers();
    Answer refused = refusal;
    int code = read();
    if (refused != null && code == 354) {
      throw lost("a text was asked for after a refusal");
    }
    return code;
  }

  /** At an answer that is none the library takes leave and reads again, from within itself. */
  private int read() throws MessagingException {
    boolean within = reading;
    reading = true;
    try {
      int code = super.readServerResponse();
      if (!within) {
        note(new Answer(stage, code, getLastServerResponse()));
      }
      return code;
    } finally {
      reading = within;
    }
  }

  private void note(Answer answer) {
    if (stage == HANDED_OVER) {
      last = last == null ? answer : last; // what follows is about RSET
    } else if (answer.code() >= 400 && answer.code() < 600 && refusal == null) {
      refusal = answer;
    }
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

  private static Address[] addresses(List<String> to) throws AddressException {
    Address[] addresses = new Address[to.size()];
    for (int i = 0; i < addresses.length; i++) {
      InternetAddress address = new InternetAddress();
      address.setAddress(to.get(i));
      addresses[i] = address;
    }
    return addresses;
  }

  /** A message whose bytes are fixed: what was sealed in the log is what goes out. */
  private static final class Exact extends SMTPMessage {
    private final byte[] bytes;

    Exact(Session session, byte[] bytes) {
      super(session);
      this.bytes = bytes;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
      out.write(bytes);
    }
  }
}
