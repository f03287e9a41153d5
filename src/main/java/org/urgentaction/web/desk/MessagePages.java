package org.urgentaction.web.desk;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.mail.Attachment;
import org.urgentaction.mail.MessageContent;
import org.urgentaction.web.Refusal;

/** A rehearsal's messages, to read one by one before they are sent. */
final class MessagePages {
  /** The HTML of a message: no script, no form, nothing from anywhere, in a world of its own. */
  private static final String ALONE =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final DeskAnswers answers;
  private final SendPages sending;

  MessagePages(DeskAnswers answers, SendPages sending) {
    this.answers = answers;
    this.sending = sending;
  }

  /** One message: its head, its text, what is attached. */
  void one(Context context) {
    SendJob job = sending.asked(context);
    int number = number(context.pathParam("number"));
    MessageContent message = MessageContent.read(bytes(job, number));
    Map<String, @Nullable Object> model =
        new HashMap<>(sending.model(context, sending.caseOf(job)));
    model.put("job", job.id());
    model.put("name", job.folder().shown());
    model.put("number", number);
    model.put("count", job.folder().messages());
    model.put(
        "headers",
        message.headers().stream()
            .map(header -> Map.of("name", header.name(), "value", header.value()))
            .toList());
    model.put("text", message.text());
    model.put("html", !message.html().isEmpty());
    model.put("attachments", message.attachments().stream().map(Attachment::name).toList());
    answers.page(context, 200, "message", model);
  }

  /** The very bytes that would be sent. */
  void file(Context context) {
    SendJob job = sending.asked(context);
    int number = number(context.pathParam("number"));
    answers
        .answers()
        .file(context, "message-" + number + ".eml", "message/rfc822", bytes(job, number));
  }

  /** The message as its reader's program would draw it. */
  void html(Context context) {
    MessageContent message = read(context);
    if (message.html().isEmpty()) {
      throw new Refusal(Refusal.Kind.NOT_FOUND);
    }
    context.header("Content-Security-Policy", ALONE);
    context.contentType("text/html; charset=utf-8");
    context.result(message.html().getBytes(StandardCharsets.UTF_8));
  }

  void attachment(Context context) {
    List<Attachment> attachments = read(context).attachments();
    int number = number(context.pathParam("part"));
    if (number < 1 || number > attachments.size()) {
      throw new Refusal(Refusal.Kind.NOT_FOUND);
    }
    Attachment attachment = attachments.get(number - 1);
    answers
        .answers()
        .file(
            context,
            attachment.name().replaceAll("[^A-Za-z0-9._-]", "-"),
            "application/pdf".equals(attachment.mediaType())
                ? "application/pdf"
                : "application/octet-stream",
            attachment.bytes());
  }

  private MessageContent read(Context context) {
    SendJob job = sending.asked(context);
    return MessageContent.read(bytes(job, number(context.pathParam("number"))));
  }

  private static byte[] bytes(SendJob job, int number) {
    return job.folder().message(number).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND));
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }
}
