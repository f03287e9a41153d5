package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

  /**
   * The exact bytes to hand over and to keep, with CRLF line ends.
   *
   * @throws InvalidInputException naming the field that holds what no header may hold
   */
  public byte[] write(OutgoingMessage message) {
    return written(message).bytes();
  }

  /** As {@link #write}, ready to be handed over. */
  public WrittenMessage written(OutgoingMessage message) {
    check(message);
    try {
      MimeBody body = new MimeBody(message);
      Pieces pieces = new Pieces();
      for (String line : head(message, body)) {
        check(line);
        pieces.line(line);
      }
      pieces.endLine();
      body.write(pieces);
      byte[] bytes = endingInLine(pieces.joined());
      DkimSigner signer = message.extras().signer();
      return new WrittenMessage(
          message, signer == null ? bytes : signer.sign(bytes), pieces.dotted());
    } catch (ParseException | IOException e) {
      throw new IllegalStateException("a message that was checked cannot be written", e);
    }
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

  private static List<String> head(OutgoingMessage message, MimeBody body) throws IOException {
    boolean utf8 = message.international();
    List<String> lines = new ArrayList<>();
    lines.add("Date: " + DATE.format(message.date()));
    lines.add(addresses("From", utf8, List.of(message.from())));
    if (message.sender() != null) {
      lines.add(addresses("Sender", utf8, List.of(message.sender())));
    }
    if (message.replyTo() != null) {
      lines.add(addresses("Reply-To", utf8, List.of(message.replyTo())));
    }
    lines.add(addresses("To", utf8, List.of(message.to())));
    if (!message.cc().isEmpty()) {
      lines.add(addresses("Cc", utf8, message.cc()));
    }
    lines.add("Message-ID: " + message.messageId());
    String subject = MimeUtility.encodeText(message.subject(), UTF_8.name(), null);
    lines.add("Subject: " + MimeUtility.fold("Subject: ".length(), subject));
    lines.add("MIME-Version: 1.0");
    lines.add("Content-Type: " + body.type());
    if (body.single()) {
      lines.add("Content-Transfer-Encoding: quoted-printable");
    }
    lines.add("Content-Language: " + message.language().toLanguageTag());
    if (message.extras().automatic()) {
      lines.add("Auto-Submitted: auto-generated");
    }
    MailingList list = message.extras().list();
    if (list != null) {
      lines.add("List-Id: <" + list.id() + ">");
      lines.add("List-Unsubscribe: " + list.unsubscribe());
      if (list.oneClick() != null) {
        lines.add("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
      }
    }
    return lines;
  }

  /** Each checked again here: an address may have been made without {@link MailAddress#of}. */
  private static String addresses(String field, boolean utf8, List<MailAddress> addresses)
      throws IOException {
    InternetAddress[] checked = new InternetAddress[addresses.size()];
    for (int i = 0; i < checked.length; i++) {
      MailAddress each = addresses.get(i);
      each = MailAddress.of("address", each.name(), each.address());
      checked[i] = new InternetAddress(each.address(), each.name(), UTF_8.name());
    }
    String start = field + ": ";
    return start
        + (utf8
            ? InternetAddress.toUnicodeString(checked, start.length())
            : InternetAddress.toString(checked, start.length()));
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
    if (!HeaderText.isPlain(headerLine) && !HEADER.matcher(headerLine).matches()) {
      String name = headerLine.substring(0, Math.max(0, headerLine.indexOf(':')));
      throw new InvalidInputException(Problem.error(name, "this header cannot be sent"));
    }
  }
}
