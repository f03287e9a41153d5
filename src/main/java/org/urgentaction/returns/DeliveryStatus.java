package org.urgentaction.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a delivery report that machines read (RFC 3464, RFC 6533): fields about the message,
 * then fields about each recipient.
 */
final class DeliveryStatus {
  private static final int MOST_GROUPS = 200;

  /** The worst first: one address that failed is what there is to know. */
  private static final List<Report.Kind> BY_WEIGHT =
      List.of(Report.Kind.FAILED, Report.Kind.DELAYED, Report.Kind.DELIVERED);

  /** One recipient's fate. */
  private record Recipient(Report.Kind kind, Fields fields) {}

  private final List<Fields> groups;
  private final Optional<Recipient> worst;

  private DeliveryStatus(List<Fields> groups) {
    this.groups = groups;
    this.worst =
        groups.stream()
            .flatMap(group -> kind(group).map(kind -> new Recipient(kind, group)).stream())
            .min(Comparator.comparingInt(recipient -> BY_WEIGHT.indexOf(recipient.kind())));
  }

  /** Groups of fields, parted by empty lines, of which senders leave out some and add others. */
  static DeliveryStatus of(String text) {
    List<Fields> groups = new ArrayList<>();
    for (String group : text.split("(?:\\r\\n|\\r|\\n)[ \\t]*(?:\\r\\n|\\r|\\n)", MOST_GROUPS)) {
      Fields fields = Fields.of(group.stripLeading());
      if (!fields.isEmpty()) {
        groups.add(fields);
      }
    }
    return new DeliveryStatus(groups);
  }

  /** Empty where no recipient's fate is told. */
  Optional<Report.Kind> kind() {
    return worst.map(Recipient::kind);
  }

  Optional<DeliveryCode> status() {
    return worst.flatMap(
        recipient ->
            DeliveryCode.find(recipient.fields().get("status"))
                .or(() -> DeliveryCode.find(recipient.fields().get("diagnostic-code"))));
  }

  /** What the server that refused it said, without the name of its protocol. */
  String words() {
    return worst
        .map(recipient -> recipient.fields().readable("diagnostic-code"))
        .map(words -> words.replaceFirst("(?i)^\\s*(smtp|x-unix|x-[a-z-]+|lmtp)\\s*;\\s*", ""))
        .orElse("");
  }

  /** The Message-ID that some servers name here (Gmail does). */
  List<String> messageIds() {
    return groups.stream()
        .flatMap(group -> group.messageIds("x-original-message-id").stream())
        .toList();
  }

  private static Optional<Report.Kind> kind(Fields group) {
    if (!group.has("action") && !group.has("final-recipient") && !group.has("status")) {
      return Optional.empty();
    }
    String action = group.get("action").replaceAll("[^A-Za-z].*", "").toLowerCase(Locale.ROOT);
    if (action.equals("failed")) {
      return Optional.of(Report.Kind.FAILED);
    } else if (action.equals("delayed")) {
      return Optional.of(Report.Kind.DELAYED);
    } else if (Set.of("delivered", "relayed", "expanded").contains(action)) {
      return Optional.of(Report.Kind.DELIVERED);
    }
    return DeliveryCode.find(group.get("status"))
        .map(
            code ->
                switch (code.category()) {
                  case 2 -> Report.Kind.DELIVERED;
                  case 4 -> Report.Kind.DELAYED;
                  default -> Report.Kind.FAILED;
                });
  }
}
