package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Writes messages as bytes (RFC 5322, RFC 2045 to 2049): the same message gives the same bytes, and
 * nothing in them tells of the machine, its user, its zone or the program.
 */
public final class MimeWriter {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern MESSAGE_ID =
      Pattern.compile("<[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+>");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[A-Za-z0-9.+-]+");

  /** A header line after folding: printable, and a continuation begins with white space. */
  private static final Pattern HEADER =
      Pattern.compile("[!-9;-~]+: [^\\p{Cntrl}]*(\\r\\n[ \\t][^\\p{Cntrl}]*)*");

  private static final byte[] LINE_END = {'\r', '\n'};

  private final Session session;
  private final Session international;

  public MimeWriter() {
    this.session = Session.getInstance(new Properties());
    Properties utf8 = new Properties();
    utf8.setProperty("mail.mime.allowutf8", "true");
    this.international = Session.getInstance(utf8);
  }

  /**
   * The exact bytes to hand over and to keep, with CRLF line ends.
   *
   * @throws InvalidInputException naming the field that holds what no header may hold
   */
  public byte[] write(OutgoingMessage message) {
    check(message);
    try {
      MimeMessage mime = new MimeMessage(message.international() ? international : session);
      headers(mime, message);
      MimeBody body = new MimeBody(message);
      mime.setHeader("MIME-Version", "1.0");
      mime.setHeader("Content-Type", body.type());
      if (body.single()) {
        mime.setHeader("Content-Transfer-Encoding", "quoted-printable");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(room(message));
      for (String line : Collections.list(mime.getAllHeaderLines())) {
        check(line);
        bytes.writeBytes(line.getBytes(UTF_8));
        bytes.writeBytes(LINE_END);
      }
      bytes.writeBytes(LINE_END);
      body.write(bytes);
      byte[] written = endingInLine(bytes.toByteArray());
      DkimSigner signer = message.extras().signer();
      return signer == null ? written : signer.sign(written);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("a message that was checked cannot be written", e);
    }
  }

  /** About as many bytes as it will have: enough of them for most, so that few are moved. */
  private static int room(OutgoingMessage message) {
    int words = message.text().length() + String.valueOf(message.html()).length();
    int files = message.attachments().stream().mapToInt(each -> each.data().length).sum();
    return 2 * words + 3 * files / 2 + 4096;
  }

  private static void check(OutgoingMessage message) {
    HeaderText.require("subject", message.subject());
    for (Attachment attachment : message.attachments()) {
      HeaderText.require("attachment", attachment.name());
      if (!MEDIA_TYPE.matcher(attachment.mediaType()).matches()) {
        throw new InvalidInputException(Problem.error("attachment", "this is no media type"));
      }
    }
    if (!MESSAGE_ID.matcher(message.messageId()).matches()) {
      throw new InvalidInputException(Problem.error("Message-ID", "this is no message id"));
    }
  }

  private static void headers(MimeMessage mime, OutgoingMessage message)
      throws MessagingException, IOException {
    mime.setHeader("Date", DATE.format(message.date()));
    mime.setFrom(internet(message.from()));
    if (message.sender() != null) {
      mime.setSender(internet(message.sender()));
    }
    if (message.replyTo() != null) {
      mime.setReplyTo(new InternetAddress[] {internet(message.replyTo())});
    }
    mime.setRecipient(Message.RecipientType.TO, internet(message.to()));
    for (MailAddress copy : message.cc()) {
      mime.addRecipient(Message.RecipientType.CC, internet(copy));
    }
    mime.setSubject(message.subject(), UTF_8.name());
    mime.setHeader("Message-ID", message.messageId());
    mime.setHeader("Content-Language", message.language().toLanguageTag());
    if (message.extras().automatic()) {
      mime.setHeader("Auto-Submitted", "auto-generated");
    }
    MailingList list = message.extras().list();
    if (list != null) {
      mime.setHeader("List-Id", "<" + list.id() + ">");
      mime.setHeader("List-Unsubscribe", list.unsubscribe());
      if (list.oneClick() != null) {
        mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
    }
  }

  /** The name checked again here: an address may have been made without {@link MailAddress#of}. */
  private static InternetAddress internet(MailAddress address) throws IOException {
    MailAddress checked = MailAddress.of("address", address.name(), address.address());
    return new InternetAddress(checked.address(), checked.name(), UTF_8.name());
  }

  /**
   * SMTP ends every message with a line end: better ours, under the seal, than added on the way.
   */
  private static byte[] endingInLine(byte[] bytes) {
    if (bytes[bytes.length - 1] == '\n') {
      return bytes;
    }
    byte[] ended = Arrays.copyOf(bytes, bytes.length + 2);
    ended[bytes.length] = '\r';
    ended[bytes.length + 1] = '\n';
    return ended;
  }

  private static void check(String headerLine) {
    if (!HEADER.matcher(headerLine).matches()) {
      String name = headerLine.substring(0, Math.max(0, headerLine.indexOf(':')));
      throw new InvalidInputException(Problem.error(name, "this header cannot be sent"));
    }
  }
}
