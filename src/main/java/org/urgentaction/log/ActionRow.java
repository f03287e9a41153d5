package org.urgentaction.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Channel;

/** An action as the columns of a row. */
final class ActionRow {
  static final String COLUMNS =
      "campaign, target, channel, writer, language, country, reason, state, at, message_id, sha256,"
          + " reply, worker";
  static final int COUNT = 13;

  /** Those that are not the key. */
  static final String CHANGING =
      "language, country, reason, state, at, message_id, sha256, reply, worker";

  /** Those that are neither the key nor what the letter is. */
  static final String MOVING = "state, at, message_id, sha256, reply, worker";

  /** Those that change while one process holds it. */
  static final String HELD = "state, at, message_id, sha256, reply";

  private static final int KEY_COUNT = 4;
  private static final int CONSTANT_COUNT = 7;

  /** With milliseconds always, so that it sorts as text. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final int TIME_LENGTH = "2024-01-02T03:04:05.678Z".length();

  private ActionRow() {}

  /** A time as the log's columns hold it, to the millisecond. */
  static String text(Instant time) {
    String usual = time.toString();
    return usual.length() == TIME_LENGTH ? usual : TIME.format(time);
  }

  static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  /** Reads an action from a row's first columns. */
  static ActionRecord read(ResultSet row) throws SQLException {
    return new ActionRecord(
        new ActionKey(
            row.getString(1),
            row.getString(2),
            Channel.parse(row.getString(3)).orElseThrow(() -> damaged("channel")),
            row.getString(4)),
        new ActionDetails(row.getString(5), row.getString(6), row.getString(7)),
        ActionState.parse(row.getString(8)).orElseThrow(() -> damaged("state")),
        Instant.parse(row.getString(9)),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getString(13));
  }

  /** Fills in an action's columns from number {@code from}; returns the number after the last. */
  static int bind(PreparedStatement statement, int from, @Nullable String[] columns)
      throws SQLException {
    return bind(statement, from, columns, 0, COUNT);
  }

  /** As {@link #bind}, for {@link #CHANGING} alone. */
  static int bindChanging(PreparedStatement statement, int from, @Nullable String[] columns)
      throws SQLException {
    return bind(statement, from, columns, KEY_COUNT, COUNT);
  }

  /** As {@link #bind}, for {@link #MOVING} alone. */
  static int bindMoving(PreparedStatement statement, int from, @Nullable String[] columns)
      throws SQLException {
    return bind(statement, from, columns, CONSTANT_COUNT, COUNT);
  }

  /** As {@link #bind}, for {@link #HELD} alone. */
  static int bindHeld(PreparedStatement statement, int from, @Nullable String[] columns)
      throws SQLException {
    return bind(statement, from, columns, CONSTANT_COUNT, COUNT - 1);
  }

  private static int bind(
      PreparedStatement statement, int from, @Nullable String[] columns, int first, int end)
      throws SQLException {
    int next = from;
    for (int i = first; i < end; i++) {
      statement.setString(next++, columns[i]);
    }
    return next;
  }

  /** An action's columns as a row has them. */
  static @Nullable String[] columns(ActionRecord action) {
    return columns(action, text(action.at()));
  }

  /** As {@link #columns}, with a time as it is to stand there. */
  static @Nullable String[] columns(ActionRecord action, String at) {
    return new @Nullable String[] {
      action.key().campaign(),
      action.key().target(),
      action.key().channel().toString(),
      action.key().writer(),
      action.details().language(),
      action.details().country(),
      action.details().reason(),
      action.state().toString(),
      at,
      action.messageId(),
      action.sha256(),
      action.reply(),
      action.worker()
    };
  }

  /** A value that is none of ours: both databases' explanations know this as damage. */
  private static SQLException damaged(String column) {
    return new SQLException(
        "an unknown " + column, "XX001", org.sqlite.SQLiteErrorCode.SQLITE_CORRUPT.code);
  }
}
