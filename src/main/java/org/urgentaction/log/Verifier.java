package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the whole log again and says what does not hold together. */
final class Verifier {
  private record Head(long length, String seal) {}

  private final Connection connection;
  private final ActionTable table;
  private final List<String> findings = new ArrayList<>();
  private long records;

  Verifier(Connection connection, ActionTable table) {
    this.connection = connection;
    this.table = table;
  }

  /** Within one transaction, so that writers do not disturb it. */
  Verification verify() throws SQLException {
    Map<String, Head> ends = new TreeMap<>();
    table.visitChains(record -> checkSeal(record, ends));
    Map<String, Head> noted = heads();
    compare(noted, ends);
    Histories histories = new Histories();
    table.visitHistories(histories::visit);
    histories.end();
    long actions = count("action");
    if (actions > histories.actions) {
      findings.add((actions - histories.actions) + " actions have no record");
    }
    return new Verification(
        actions, records, noted.size(), fingerprint(noted), List.copyOf(findings));
  }

  private void checkSeal(ActionTable.Sealed record, Map<String, Head> ends) {
    records++;
    Head before = ends.get(record.chain());
    long expected = before == null ? 1 : before.length() + 1;
    String previous = before == null ? Seal.first(record.chain()) : before.seal();
    String name = record.chain() + "/" + record.number();
    if (record.number() != expected) {
      findings.add("record " + name + " follows " + (expected - 1) + ": records were removed");
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
        findings.add("record " + name + " was altered");
      }
    }
    ends.put(record.chain(), new Head(record.number(), record.seal()));
  }

  private void compare(Map<String, Head> noted, Map<String, Head> ends) {
    Set<String> chains = new HashSet<>(noted.keySet());
    chains.addAll(ends.keySet());
    chains.stream()
        .sorted()
        .forEach(
            chain -> {
              Head head = noted.getOrDefault(chain, new Head(0, ""));
              Head end = ends.getOrDefault(chain, new Head(0, ""));
              if (end.length() < head.length()) {
                findings.add("records were removed from the end of chain " + chain);
              } else if (end.length() > head.length()) {
                findings.add("chain " + chain + " is longer than was noted");
              } else if (!head.seal().equals(end.seal())) {
                findings.add("the last seal of chain " + chain + " is not the one noted");
              }
            });
  }

  /** Follows each action through its changes to what the log says of it now. */
  private final class Histories {
    private long actions;
    private ActionTable.@Nullable Sealed last;
    private boolean complete;

    void visit(ActionTable.Sealed record) throws SQLException {
      ActionTable.Sealed before = last;
      if (before == null || !before.id().equals(record.id())) {
        end();
        before = null;
        complete = true;
      }
      long expected = before == null ? 1 : before.version() + 1;
      if (record.version() != expected) {
        findings.add("action " + record.id() + " lacks its record " + expected);
        complete = false;
      }
      ActionState from = before == null ? null : before.action().state();
      ActionState to = record.action().state();
      boolean person = record.actor().equals(Actor.PERSON.name().toLowerCase(Locale.ROOT));
      if (complete && !Moves.allowed(from, to, person ? Actor.PERSON : Actor.PROGRAM)) {
        findings.add("action " + record.id() + " cannot have become " + to + " from " + from);
      }
      last = record;
    }

    /** Compares the last record of an action with the action itself. */
    void end() throws SQLException {
      ActionTable.Sealed record = last;
      if (record == null) {
        return;
      }
      last = null;
      ActionTable.Versioned now = table.find(record.id()).orElse(null);
      if (now == null) {
        findings.add("action " + record.id() + " was removed, its records remain");
        return;
      }
      actions++;
      if (now.version() != record.version() || !now.action().equals(record.action())) {
        findings.add("action " + record.id() + " is not what its last record says");
      }
    }
  }

  private long count(String name) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM " + name);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
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
}
