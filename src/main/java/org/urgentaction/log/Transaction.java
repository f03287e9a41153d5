package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the committing thread writes at once: moves of actions, each with its sealed record, kept
 * back until the end so that they cost one round trip together; and the connection for the rest.
 */
final class Transaction {
  private record Change(
      ActionTable.@Nullable Versioned before, ActionTable.Versioned after, Link link) {}

  /** A record's place and seal in this process's chain. */
  private record Link(String chain, long number, String actor, String recorded, String seal) {}

  private final Connection connection;
  private final Workers workers;
  private final ActionTable table;
  private final Instant now;
  private final Map<String, ActionTable.Versioned> changed = new HashMap<>();
  private final List<Change> waiting = new ArrayList<>();
  private int written;
  private @Nullable Chain chain;

  Transaction(Database database, Clock clock) {
    this.connection = database.writing();
    this.workers = database.workers();
    this.table = new ActionTable(connection, database.rowLock());
    this.now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Connection connection() {
    return connection;
  }

  /** The one time of all that is written at once. */
  Instant now() {
    return now;
  }

  String me() throws SQLException {
    return workers.mine(connection);
  }

  Optional<ActionTable.Versioned> find(String id) throws SQLException {
    ActionTable.Versioned here = changed.get(id);
    return here != null ? Optional.of(here) : table.find(id);
  }

  /** By id; what is not in the log is not in the map. */
  Map<String, ActionTable.Versioned> findAll(Collection<String> ids) throws SQLException {
    Map<String, ActionTable.Versioned> found = new LinkedHashMap<>(table.findAll(ids));
    for (String id : ids) {
      ActionTable.Versioned here = changed.get(id);
      if (here != null) {
        found.put(id, here);
      }
    }
    return found;
  }

  List<ActionTable.Versioned> query(Condition condition) throws SQLException {
    flush();
    return table.query(condition, "ORDER BY id");
  }

  /**
   * The one place through which an action changes.
   *
   * @param from null for an action that the log does not know yet
   * @throws MoveRefusedException if the table of moves does not have it
   */
  ActionRecord move(ActionTable.@Nullable Versioned from, ActionRecord to, Actor actor)
      throws SQLException {
    @Nullable ActionState before = from == null ? null : from.action().state();
    if (!Moves.allowed(before, to.state(), actor)) {
      throw new MoveRefusedException(to.id(), before, to.state());
    }
    long version = from == null ? 1 : from.version() + 1;
    ActionTable.Versioned after = new ActionTable.Versioned(to, version);
    Chain mine = chain();
    String recorded = now.toString();
    String by = actor.toString();
    String seal =
        mine.append(ActionRow.content(mine.id(), mine.length() + 1, to, version, by, recorded));
    Link link = new Link(mine.id(), mine.length(), by, recorded, seal);
    waiting.add(new Change(from, after, link));
    changed.put(to.id(), after);
    return to;
  }

  /** This process's chain, as it will stand at the end of this transaction. */
  Chain chain() throws SQLException {
    if (chain == null) {
      chain = Chain.find(connection, me());
    }
    return chain;
  }

  /** Where to come back to with {@link #rewind}. */
  int mark() {
    return written + waiting.size();
  }

  /**
   * Takes back the moves since a mark.
   *
   * @return false if some of them are in the database already
   */
  boolean rewind(int mark) throws SQLException {
    if (mark < written) {
      return false;
    }
    while (written + waiting.size() > mark) {
      Change last = waiting.remove(waiting.size() - 1);
      String id = last.after().action().id();
      if (last.before() == null) {
        changed.remove(id);
      } else {
        changed.put(id, last.before());
      }
    }
    @Nullable Link end = waiting.isEmpty() ? null : waiting.get(waiting.size() - 1).link();
    if (end == null) {
      chain = null; // it ends where the database says
    } else {
      chain().rewind(end.number(), end.seal());
    }
    return true;
  }

  /** Writes what was kept back. */
  void flush() throws SQLException {
    if (waiting.isEmpty()) {
      return;
    }
    Map<String, ActionTable.Versioned> last = new LinkedHashMap<>();
    waiting.forEach(change -> last.put(change.after().action().id(), change.after()));
    putActions(last.values());
    appendRecords();
    chain().save(connection);
    written += waiting.size();
    waiting.clear();
  }

  private void putActions(Collection<ActionTable.Versioned> actions) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO action (id, "
                + ActionRow.COLUMNS
                + ", version) VALUES (?"
                + ", ?".repeat(ActionRow.COUNT)
                + """
                , ?) ON CONFLICT (id) DO UPDATE SET
                language = excluded.language, country = excluded.country,
                reason = excluded.reason, state = excluded.state, at = excluded.at,
                message_id = excluded.message_id, sha256 = excluded.sha256,
                reply = excluded.reply, worker = excluded.worker,
                version = excluded.version""")) {
      for (ActionTable.Versioned each : actions) {
        insert.setString(1, each.action().id());
        int next = ActionRow.bind(insert, 2, each.action());
        insert.setLong(next, each.version());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void appendRecords() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO record (chain, number, action, version, actor, recorded, "
                + ActionRow.COLUMNS
                + ", seal) VALUES (?, ?, ?, ?, ?, ?"
                + ", ?".repeat(ActionRow.COUNT)
                + ", ?)")) {
      for (Change change : waiting) {
        Link link = change.link();
        insert.setString(1, link.chain());
        insert.setLong(2, link.number());
        insert.setString(3, change.after().action().id());
        insert.setLong(4, change.after().version());
        insert.setString(5, link.actor());
        insert.setString(6, link.recorded());
        int next = ActionRow.bind(insert, 7, change.after().action());
        insert.setString(next, link.seal());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
