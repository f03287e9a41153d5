package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A log of the third form, whose records were columns, is taken over whole. */
class MigrationTest extends LogTestBase {
  private static final String CHAIN = "of-before";
  private static final String OLD_ID = "<0123456789abcdef0123456789abcdef@example.org>";

  private long length;
  private String seal = Seal.first(CHAIN);

  @Test
  void aLogOfBeforeStaysSealedAndKnown() throws Exception {
    ActionKey sent;
    ActionKey open;
    try (ActionLog log = open()) {
      sent = key(log, "president");
      open = key(log, "ministre de l'intérieur");
    }
    try (Connection connection = store.connect(place)) {
      backToTheThirdForm(connection);
      record(connection, 1, action(sent, ActionState.CLAIMED, NOON, null, null));
      Instant later = NOON.plus(Duration.ofMillis(7));
      record(connection, 2, action(sent, ActionState.INTENT, later, OLD_ID, null));
      ActionRecord end = action(sent, ActionState.SENT, later, OLD_ID, "250 принято: 1,2:3,");
      record(connection, 3, end);
      act(connection, 3, end);
      ActionRecord claimed = action(open, ActionState.CLAIMED, NOON, null, null).heldBy(null);
      record(connection, 1, claimed);
      act(connection, 1, claimed);
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "INSERT INTO chain (id, length, seal) VALUES ('of-before', 4, '" + seal + "')");
      }
    }
    try (ActionLog log = open()) {
      Verification found = log.verify();
      assertEquals(List.of(), found.findings());
      assertEquals(4, found.records());
      assertEquals(
          sent, log.sentAs(List.of("<none@example.org>", OLD_ID)).get(0).key(), "by its old id");
      assertEquals(ActionState.BOUNCED, log.bounce(OLD_ID, "550 gone").orElseThrow().state());
      assertTrue(log.claim(open, DETAILS, false).granted());
      assertSound(log);
    }
    tamper("UPDATE record SET content = replace(content, 'принято', 'неверно') WHERE number = 3");
    try (ActionLog log = open()) {
      assertEquals("record of-before/3 was altered", log.verify().findings().get(0));
    }
  }

  private static ActionRecord action(
      ActionKey key,
      ActionState state,
      Instant at,
      @Nullable String messageId,
      @Nullable String reply) {
    return new ActionRecord(
        key, DETAILS, state, at, messageId, messageId == null ? null : "ab".repeat(32), reply, "w");
  }

  /** What the migrations since then did, undone while the log is still empty. */
  private void backToTheThirdForm(Connection connection) throws Exception {
    String columns =
        """
        campaign text NOT NULL, target text NOT NULL, channel text NOT NULL,
        writer text NOT NULL, language text NOT NULL, country text, reason text,
        state text NOT NULL, at text NOT NULL,
        message_id text, sha256 text, reply text, worker text""";
    List<String> undoing =
        List.of(
            "DROP TABLE record",
            """
            CREATE TABLE record (
              chain text NOT NULL, number BIGINT NOT NULL,
              action text NOT NULL, version BIGINT NOT NULL, actor text NOT NULL,
              recorded text NOT NULL, %s, seal text NOT NULL,
              PRIMARY KEY (chain, number))"""
                .formatted(columns),
            "DROP TABLE action",
            "CREATE TABLE action (id text PRIMARY KEY, %s, version BIGINT NOT NULL)"
                .formatted(columns),
            "CREATE INDEX action_open ON action (state)"
                + " WHERE state IN ('claimed', 'intent', 'unknown', 'deferred')",
            "CREATE INDEX action_by_message ON action (message_id) WHERE message_id IS NOT NULL",
            "DELETE FROM migration WHERE version IN ('4', '5')");
    try (Statement statement = connection.createStatement()) {
      for (String each : undoing) {
        statement.execute(
            each.replace(" text", store == Store.SQLITE ? " TEXT" : " TEXT COLLATE \"C\""));
      }
      if (store == Store.SQLITE) {
        statement.execute("PRAGMA user_version = 3");
      }
    }
  }

  private void record(Connection connection, long version, ActionRecord action) throws Exception {
    length++;
    RecordContent content =
        new RecordContent(CHAIN, length, version, "program", "2026-03-01T12:00:00Z", action);
    seal = Seal.next(seal, content.text());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO record (chain, number, action, version, actor, recorded, seal, "
                + ActionRow.COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?"
                + ", ?".repeat(ActionRow.COUNT)
                + ")")) {
      insert.setString(1, CHAIN);
      insert.setLong(2, length);
      insert.setString(3, action.id());
      insert.setLong(4, version);
      insert.setString(5, content.actor());
      insert.setString(6, content.recorded());
      insert.setString(7, seal);
      ActionRow.bind(insert, 8, ActionRow.columns(action));
      insert.executeUpdate();
    }
  }

  private static void act(Connection connection, long version, ActionRecord action)
      throws Exception {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO action (id, version, "
                + ActionRow.COLUMNS
                + ") VALUES (?, ?"
                + ", ?".repeat(ActionRow.COUNT)
                + ")")) {
      insert.setString(1, action.id());
      insert.setLong(2, version);
      ActionRow.bind(insert, 3, ActionRow.columns(action));
      insert.executeUpdate();
    }
  }
}
