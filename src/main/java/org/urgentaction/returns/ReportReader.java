package org.urgentaction.returns;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.mail.ReplyText;

/**
 * Reads what a message that came back reports. Whatever it says is believed no further than this:
 * whoever knows the Message-ID of a message of ours can report its fate, as with any mail.
 */
public final class ReportReader {
  private static final int MOST_IDS = 10;
  private static final Pattern UNSUBSCRIBE =
      Pattern.compile("(?i)\\bunsubscribe[ :=_-]+([0-9a-z]{32,80})\\b");

  private final Set<String> officials;

  /**
   * @param officials addresses that may be shown in a report's words, in lower case
   */
  public ReportReader(Set<String> officials) {
    this.officials = Set.copyOf(officials);
  }

  /**
   * Reads one message; a broken or a hostile one is at worst {@link Report.Kind#OTHER}.
   *
   * @param in not closed
   * @throws IOException if the bytes cannot be read
   */
  public Report read(InputStream in) throws IOException {
    ScannedMessage message = MessageScanner.scan(in);
    if (message.part("message/feedback-report").isPresent()) {
      return complaint(message);
    }
    Optional<DeliveryStatus> status =
        message
            .part("message/delivery-status", "message/global-delivery-status")
            .map(DeliveryStatus::of);
    Optional<Report.Kind> kind = status.flatMap(DeliveryStatus::kind);
    if (kind.isPresent()) {
      return delivery(message, status.orElseThrow(), kind.orElseThrow());
    }
    if (AutomaticReply.isReceipt(message)) {
      return report(Report.Kind.AUTO_REPLY, message, List.of(), null, "", null);
    }
    PlainReport plain = new PlainReport(message);
    if (plain.kind().isPresent()) {
      return report(
          plain.kind().orElseThrow(),
          message,
          plain.messageIds(),
          plain.status().orElse(null),
          plain.words(),
          null);
    }
    return correspondence(message);
  }

  private Report delivery(ScannedMessage message, DeliveryStatus status, Report.Kind kind) {
    return report(
        kind, message, status.messageIds(), status.status().orElse(null), status.words(), null);
  }

  /** A reader's word to their provider (RFC 5965); {@code not-spam} takes one back. */
  private Report complaint(ScannedMessage message) {
    String feedback = message.part("message/feedback-report").orElse("");
    String type = Fields.of(feedback.stripLeading()).get("feedback-type");
    Report.Kind kind =
        type.equalsIgnoreCase("not-spam") || type.equalsIgnoreCase("auth-failure")
            ? Report.Kind.OTHER
            : Report.Kind.COMPLAINT;
    return report(kind, message, List.of(), null, type, null);
  }

  private Report correspondence(ScannedMessage message) {
    Matcher unsubscribe = UNSUBSCRIBE.matcher(message.header().readable("subject"));
    if (unsubscribe.find()) {
      String token = unsubscribe.group(1).toLowerCase(java.util.Locale.ROOT);
      return report(Report.Kind.UNSUBSCRIBE, message, List.of(), null, "", token);
    }
    Report.Kind kind = Report.Kind.OTHER;
    if (AutomaticReply.isChallenge(message)) {
      kind = Report.Kind.CHALLENGE;
    } else if (AutomaticReply.isAutomatic(message)) {
      kind = Report.Kind.AUTO_REPLY;
    }
    return report(kind, message, List.of(), null, "", null);
  }

  private Report report(
      Report.Kind kind,
      ScannedMessage message,
      List<String> named,
      @Nullable DeliveryCode status,
      String words,
      @Nullable String token) {
    return new Report(
        kind,
        messageIds(message, named),
        status,
        ReplyText.clean(words, officials),
        token,
        message.cut());
  }

  /** The returned header's own first; what the report answers to last. */
  private static List<String> messageIds(ScannedMessage message, List<String> named) {
    Set<String> ids = new LinkedHashSet<>(message.returned().messageIds("message-id"));
    message
        .part("text/rfc822-headers", "message/global-headers", "message/global", "message/rfc822")
        .map(text -> Fields.of(text.stripLeading()))
        .ifPresent(fields -> ids.addAll(fields.messageIds("message-id")));
    ids.addAll(named);
    ids.addAll(message.header().messageIds("in-reply-to"));
    ids.addAll(message.header().messageIds("references"));
    return ids.stream().limit(MOST_IDS).toList();
  }
}
