package org.urgentaction.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A message of ours as its reader's program would take it apart, to look at before it is sent.
 *
 * @param headers those that readers see, in their order, decoded
 * @param text the plain text, empty where there is none
 * @param html the same as HTML, empty where there is none
 */
public record MessageContent(
    List<Header> headers, String text, String html, List<Attachment> attachments) {
  private static final List<String> SHOWN =
      List.of("From", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID");

  public MessageContent {
    headers = List.copyOf(headers);
    attachments = List.copyOf(attachments);
  }

  /** One line of a message's head. */
  public record Header(String name, String value) {}

  /**
   * Reads a message.
   *
   * @throws IllegalStateException if it is none
   */
  public static MessageContent read(byte[] bytes) {
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      List<Header> headers = new ArrayList<>();
      for (String name : SHOWN) {
        String value = message.getHeader(name, ", ");
        if (value != null) {
          headers.add(new Header(name, MimeUtility.decodeText(MimeUtility.unfold(value))));
        }
      }
      Parts parts = new Parts();
      parts.take(message);
      return new MessageContent(headers, parts.text, parts.html, parts.attachments);
    } catch (MessagingException e) {
      throw new IllegalStateException("a message of ours cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was found so far. */
  private static final class Parts {
    private String text = "";
    private String html = "";
    private final List<Attachment> attachments = new ArrayList<>();

    void take(Part part) throws MessagingException, IOException {
      String name = part.getFileName();
      if (part.getContent() instanceof Multipart several) {
        for (int i = 0; i < several.getCount(); i++) {
          BodyPart each = several.getBodyPart(i);
          take(each);
        }
      } else if (name != null) {
        attachments.add(
            new Attachment(
                MimeUtility.decodeText(name),
                type(part.getContentType()),
                part.getInputStream().readAllBytes()));
      } else if (part.isMimeType("text/plain") && text.isEmpty()) {
        text = Objects.toString(part.getContent(), "");
      } else if (part.isMimeType("text/html") && html.isEmpty()) {
        html = Objects.toString(part.getContent(), "");
      }
    }

    private static String type(@Nullable String header) {
      return header == null ? "application/octet-stream" : header.replaceFirst("(?s)\\s*;.*", "");
    }
  }
}
