package org.urgentaction.report;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.ActionRecord;

/** The fields of an action that other programs may rely on. */
public final class ActionFields {
  /** Their names, in order. */
  public static final List<String> NAMES =
      List.of(
          "id",
          "campaign",
          "target",
          "channel",
          "language",
          "country",
          "state",
          "at",
          "message_id",
          "sha256",
          "reply",
          "reason");

  private ActionFields() {}

  /** What an action has in each of them. */
  public static Map<String, @Nullable Object> of(ActionRecord action) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", action.id());
    fields.put("campaign", action.key().campaign());
    fields.put("target", action.key().target());
    fields.put("channel", action.key().channel());
    fields.put("language", action.details().language());
    fields.put("country", action.details().country());
    fields.put("state", action.state());
    fields.put("at", action.at().truncatedTo(ChronoUnit.MILLIS));
    fields.put("message_id", action.messageId());
    fields.put("sha256", action.sha256());
    fields.put("reply", action.reply());
    fields.put("reason", action.details().reason());
    return fields;
  }
}
