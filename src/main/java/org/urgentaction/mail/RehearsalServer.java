package org.urgentaction.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * A mail server inside the program, on a port of this machine that no other can reach: what is sent
 * to it goes through a real SMTP dialogue and stays here.
 */
public final class RehearsalServer implements AutoCloseable {
  /** What a server writes above a message it takes (RFC 5321 section 4.4). */
  private static final String[] TRACE = {"Return-Path", "Received"};

  private final GreenMail server;

  private RehearsalServer(GreenMail server) {
    this.server = server;
  }

  public static RehearsalServer start() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return new RehearsalServer(server);
  }

  /** Where to send to. */
  public SmtpServer address() {
    return new SmtpServer(
        SmtpServer.Security.LOOPBACK_ONLY,
        "127.0.0.1",
        server.getSmtp().getPort(),
        null,
        SmtpServer.SignIn.PASSWORD);
  }

  /**
   * The message that came in last, as it was sent; the server then forgets it.
   *
   * @throws IllegalStateException if there is none
   */
  public byte[] take() {
    MimeMessage[] received = server.getReceivedMessages();
    if (received.length == 0) {
      throw new IllegalStateException("no message has come in");
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      received[0].writeTo(bytes, TRACE);
      // GreenMail counts the last line's end to the final dot; it is the message's (RFC 5321
      // 4.1.1.4).
      bytes.writeBytes(new byte[] {'\r', '\n'});
      server.purgeEmailFromAllMailboxes();
      return bytes.toByteArray();
    } catch (MessagingException | IOException | FolderException e) {
      throw new IllegalStateException("a received message cannot be read", e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
