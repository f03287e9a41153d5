package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Part;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * What follows a message's header: its words, or several parts one after the other (RFC 2046). The
 * library makes a part's header lines where they hold names; the lines between parts are ours,
 * since the library's way to the same bytes takes as long as all the rest of a message.
 */
final class MimeBody {
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

  void write(Pieces out) throws ParseException {
    if (single()) {
      out.add(QuotedPrintable.encode(message.text()));
    } else if (message.attachments().isEmpty()) {
      alternatives(out);
    } else {
      begin(out, mixed);
      if (message.html() == null) {
        words(out, "plain", message.text());
      } else {
        head(out, List.of("Content-Type: " + multipart("alternative", alternative)));
        alternatives(out);
        out.endLine();
      }
      for (Attachment attachment : message.attachments()) {
        begin(out, mixed);
        head(out, file(attachment));
        // Broken into lines afterwards: the encoder that does both takes three times as long.
        out.addBase64(Base64.getEncoder().encode(attachment.data()));
        out.endLine();
      }
      end(out, mixed);
    }
  }

  private void alternatives(Pieces out) {
    begin(out, alternative);
    words(out, "plain", message.text());
    begin(out, alternative);
    words(out, "html", String.valueOf(message.html()));
    end(out, alternative);
  }

  private static void words(Pieces out, String subtype, String words) {
    head(out, List.of("Content-Type: " + text(subtype), WORDS));
    out.add(QuotedPrintable.encode(words));
    out.endLine();
  }

  private static List<String> file(Attachment attachment) throws ParseException {
    ContentType type = new ContentType(attachment.mediaType());
    type.setParameterList(named("name", attachment));
    ContentDisposition disposition =
        new ContentDisposition(Part.ATTACHMENT, named("filename", attachment));
    return List.of(
        "Content-Type: " + type,
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: " + disposition);
  }

  private static ParameterList named(String parameter, Attachment attachment) {
    ParameterList list = new ParameterList();
    list.set(parameter, attachment.name(), UTF_8.name());
    return list;
  }

  private static void begin(Pieces out, String boundary) {
    out.line("--" + boundary);
  }

  private static void end(Pieces out, String boundary) {
    out.line("--" + boundary + "--");
  }

  private static void head(Pieces out, List<String> lines) {
    lines.forEach(out::line);
    out.endLine();
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
