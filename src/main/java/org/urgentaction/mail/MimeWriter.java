package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Enumeration;
import java.util.HexFormat;
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

  private static final Base64.Encoder BASE64 =
      Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}); // RFC 2045 section 6.8

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
      MimeMessage mime = new Plain(message.international() ? international : session);
      headers(mime, message);
      body(mime, message);
      mime.saveChanges();
      checkHeaders(mime);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(room(message));
      mime.writeTo(bytes);
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
    int files = message.attachments().stream().mapToInt(each -> each.bytes().length).sum();
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

  private static void body(MimeMessage mime, OutgoingMessage message) throws MessagingException {
    String seed = message.messageId();
    if (message.html() == null && message.attachments().isEmpty()) {
      mime.setText(message.text().replaceAll("\\r\\n?|\\n", "\r\n"), UTF_8.name(), "plain");
      mime.setHeader("Content-Transfer-Encoding", "quoted-printable");
    } else if (message.attachments().isEmpty()) {
      mime.setContent(alternatives(seed, message));
    } else {
      Multipart mixed = new Multipart("mixed", seed);
      MimeBodyPart words;
      if (message.html() == null) {
        words = text("plain", message.text());
      } else {
        words = new MimeBodyPart();
        words.setContent(alternatives(seed, message));
      }
      mixed.addBodyPart(words);
      for (Attachment attachment : message.attachments()) {
        mixed.addBodyPart(file(attachment));
      }
      mime.setContent(mixed);
    }
  }

  private static Multipart alternatives(String seed, OutgoingMessage message)
      throws MessagingException {
    Multipart alternatives = new Multipart("alternative", seed);
    alternatives.addBodyPart(text("plain", message.text()));
    alternatives.addBodyPart(text("html", message.html() == null ? "" : message.html()));
    return alternatives;
  }

  private static MimeBodyPart text(String subtype, String text) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart(new InternetHeaders(), QuotedPrintable.encode(text));
    part.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  /**
   * Encoded at once: the library's stream takes its bytes one by one, and several times as long.
   */
  private static MimeBodyPart file(Attachment attachment) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart(new InternetHeaders(), BASE64.encode(attachment.bytes()));
    part.setHeader("Content-Type", attachment.mediaType());
    part.setDisposition(Part.ATTACHMENT);
    part.setFileName(attachment.name());
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
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

  private static void checkHeaders(MimeMessage mime) throws MessagingException {
    for (Enumeration<String> lines = mime.getAllHeaderLines(); lines.hasMoreElements(); ) {
      String line = lines.nextElement();
      if (!HEADER.matcher(line).matches()) {
        throw new InvalidInputException(
            Problem.error(
                line.substring(0, Math.max(0, line.indexOf(':'))), "this header cannot be sent"));
      }
    }
  }

  /** A message whose identity and fields are those given, and no more. */
  private static final class Plain extends MimeMessage {
    Plain(Session session) {
      super(session);
    }

    @Override
    protected void updateMessageID() {
      // ours stands already
    }
  }

  /** A multipart whose boundary comes from the message, not from a clock and a counter. */
  private static final class Multipart extends jakarta.mail.internet.MimeMultipart {
    Multipart(String subtype, String seed) {
      super(subtype);
      contentType = "multipart/" + subtype + ";\r\n\tboundary=\"" + boundary(subtype, seed) + "\"";
    }

    /** {@code =_} cannot occur in quoted-printable text (RFC 2045 section 6.7) nor in base64. */
    private static String boundary(String subtype, String seed) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest((subtype + seed).getBytes(US_ASCII));
        return "=_" + HexFormat.of().formatHex(digest, 0, 16);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
