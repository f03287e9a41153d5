package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * What follows a message's header: its words, or several parts one after the other (RFC 2046). The
 * library makes a part's header lines where they hold names; the lines between parts are ours,
 * since the library's way to the same bytes takes as long as all the rest of a message.
 */
final class MimeBody {
  private static final Base64.Encoder BASE64 =
      Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}); // RFC 2045 section 6.8
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final String WORDS = "Content-Transfer-Encoding: quoted-printable";

  private final OutgoingMessage message;
  private final String mixed;
  private final String alternative;

  MimeBody(OutgoingMessage message) {
    this.message = message;
    this.mixed = boundary("mixed");
    this.alternative = boundary("alternative");
  }

  /** The value of Content-Type. */
  String type() {
    if (!message.attachments().isEmpty()) {
      return multipart("mixed", mixed);
    }
    return message.html() == null ? text("plain") : multipart("alternative", alternative);
  }

  /** Whether it is one part, encoded as quoted-printable. */
  boolean single() {
    return message.html() == null && message.attachments().isEmpty();
  }

  void write(ByteArrayOutputStream out) throws MessagingException {
    if (single()) {
      out.writeBytes(QuotedPrintable.encode(message.text()));
    } else if (message.attachments().isEmpty()) {
      alternatives(out);
    } else {
      begin(out, mixed);
      if (message.html() == null) {
        words(out, "plain", message.text());
      } else {
        head(out, List.of("Content-Type: " + multipart("alternative", alternative)));
        alternatives(out);
        out.writeBytes(LINE_END);
      }
      for (Attachment attachment : message.attachments()) {
        begin(out, mixed);
        head(out, Collections.list(file(attachment).getAllHeaderLines()));
        out.writeBytes(BASE64.encode(attachment.data()));
        out.writeBytes(LINE_END);
      }
      end(out, mixed);
    }
  }

  private void alternatives(ByteArrayOutputStream out) {
    begin(out, alternative);
    words(out, "plain", message.text());
    begin(out, alternative);
    words(out, "html", String.valueOf(message.html()));
    end(out, alternative);
  }

  private static void words(ByteArrayOutputStream out, String subtype, String words) {
    head(out, List.of("Content-Type: " + text(subtype), WORDS));
    out.writeBytes(QuotedPrintable.encode(words));
    out.writeBytes(LINE_END);
  }

  private static MimeBodyPart file(Attachment attachment) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart(new InternetHeaders(), new byte[0]);
    part.setHeader("Content-Type", attachment.mediaType());
    part.setDisposition(Part.ATTACHMENT);
    part.setFileName(attachment.name());
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static void begin(ByteArrayOutputStream out, String boundary) {
    line(out, "--" + boundary);
  }

  private static void end(ByteArrayOutputStream out, String boundary) {
    line(out, "--" + boundary + "--");
  }

  private static void head(ByteArrayOutputStream out, List<String> lines) {
    lines.forEach(each -> line(out, each));
    out.writeBytes(LINE_END);
  }

  private static void line(ByteArrayOutputStream out, String line) {
    out.writeBytes(line.getBytes(US_ASCII));
    out.writeBytes(LINE_END);
  }

  private static String text(String subtype) {
    return "text/" + subtype + "; charset=UTF-8";
  }

  private static String multipart(String subtype, String boundary) {
    return "multipart/" + subtype + ";\r\n\tboundary=\"" + boundary + "\"";
  }

  /**
   * From the message, not from a clock and a counter; {@code =_} cannot occur in quoted-printable
   * text (RFC 2045 section 6.7) nor in base64.
   */
  private String boundary(String subtype) {
    try {
      byte[] seed = (subtype + message.messageId()).getBytes(US_ASCII);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed);
      return "=_" + HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
