package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the whole log again and says what does not hold together. */
final class Verifier {
  private record Head(long length, String seal) {}

  private final Connection connection;
  private final ActionTable table;
  private final List<String> findings = new ArrayList<>();

  Verifier(Connection connection, ActionTable table) {
    this.connection = connection;
    this.table = table;
  }

  /** Within one transaction, so that writers do not disturb it. */
  Verification verify() throws SQLException {
    List<ActionTable.Sealed> records = table.records();
    Map<String, Head> found = walkChains(records);
    Map<String, Head> noted = heads();
    noted.forEach(
        (chain, head) -> {
          Head end = found.get(chain);
          if (end == null || end.length() < head.length()) {
            findings.add("records were removed from the end of chain " + chain);
          }
        });
    found.forEach(
        (chain, end) -> {
          Head head = noted.get(chain);
          if (head == null || head.length() < end.length()) {
            findings.add("chain " + chain + " is longer than was noted");
          } else if (head.length() == end.length() && !head.seal().equals(end.seal())) {
            findings.add("the last seal of chain " + chain + " is not the one noted");
          }
        });
    long actions = walkActions(records);
    return new Verification(
        actions, records.size(), noted.size(), fingerprint(noted), List.copyOf(findings));
  }

  private Map<String, Head> walkChains(List<ActionTable.Sealed> records) {
    Map<String, Head> ends = new TreeMap<>();
    for (ActionTable.Sealed record : records) {
      @Nullable Head before = ends.get(record.chain());
      long expected = before == null ? 1 : before.length() + 1;
      String previous = before == null ? Seal.first(record.chain()) : before.seal();
      if (record.number() != expected) {
        findings.add(
            "record " + name(record) + " follows " + (expected - 1) + ": records were removed");
      } else {
        byte[] content =
            ActionTable.content(
                record.chain(),
                record.number(),
                record.action(),
                record.version(),
                record.actor(),
                record.recorded());
        if (!Seal.next(previous, content).equals(record.seal())
            || !record.id().equals(record.action().id())) {
          findings.add("record " + name(record) + " was altered");
        }
      }
      ends.put(record.chain(), new Head(record.number(), record.seal()));
    }
    return ends;
  }

  private long walkActions(List<ActionTable.Sealed> records) throws SQLException {
    Map<String, Map<Long, ActionTable.Sealed>> histories = new HashMap<>();
    for (ActionTable.Sealed record : records) {
      histories.computeIfAbsent(record.id(), id -> new TreeMap<>()).put(record.version(), record);
    }
    List<ActionTable.Versioned> actions = table.query("ORDER BY id");
    for (ActionTable.Versioned action : actions) {
      @Nullable Map<Long, ActionTable.Sealed> history = histories.remove(action.action().id());
      if (history == null) {
        findings.add("action " + action.action().id() + " has no record");
      } else {
        walkHistory(action, history);
      }
    }
    histories.keySet().stream()
        .sorted()
        .forEach(id -> findings.add("action " + id + " was removed, its records remain"));
    return actions.size();
  }

  private void walkHistory(ActionTable.Versioned action, Map<Long, ActionTable.Sealed> history) {
    String id = action.action().id();
    long expected = 1;
    @Nullable ActionState state = null;
    @Nullable ActionRecord last = null;
    for (ActionTable.Sealed record : history.values()) {
      if (record.version() != expected) {
        findings.add("action " + id + " lacks its record " + expected);
        return;
      }
      Actor actor = Actor.valueOf(record.actor().toUpperCase(Locale.ROOT));
      last = record.action();
      if (!Moves.allowed(state, last.state(), actor)) {
        findings.add("action " + id + " cannot have become " + last.state() + " from " + state);
      }
      state = last.state();
      expected++;
    }
    if (action.version() != expected - 1 || !action.action().equals(last)) {
      findings.add("action " + id + " is not what its last record says");
    }
  }

  private Map<String, Head> heads() throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT id, length, seal FROM chain ORDER BY id");
        ResultSet row = select.executeQuery()) {
      Map<String, Head> heads = new TreeMap<>();
      while (row.next()) {
        heads.put(row.getString(1), new Head(row.getLong(2), row.getString(3)));
      }
      return heads;
    }
  }

  private static String fingerprint(Map<String, Head> heads) {
    List<String> fields = new ArrayList<>();
    heads.forEach(
        (chain, head) -> {
          fields.add(chain);
          fields.add(Long.toString(head.length()));
          fields.add(head.seal());
        });
    return Seal.hex(Seal.digest(Seal.canonical(fields.toArray(new String[0]))));
  }

  private static String name(ActionTable.Sealed record) {
    return record.chain() + "/" + record.number();
  }
}
