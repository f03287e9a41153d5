package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the whole log again and says what does not hold together. */
final class Verifier {
  private record Head(long length, String seal) {}

  private final Connection connection;
  private final ActionTable actions;
  private final RecordTable table;
  private final List<String> findings = new ArrayList<>();
  private long records;

  Verifier(Connection connection) {
    this.connection = connection;
    this.actions = new ActionTable(connection);
    this.table = new RecordTable(connection);
  }

  /** Within one transaction, so that writers do not disturb it. */
  Verification verify() throws SQLException {
    Map<String, Head> ends = new TreeMap<>();
    table.visitChains(link -> checkSeal(link, ends));
    checkForgettings();
    Map<String, Head> noted = heads();
    compare(noted, ends);
    Histories histories = new Histories();
    table.visitHistories(
        record -> {
          Optional<RecordContent> content = content(record);
          if (content.isPresent()) {
            histories.visit(content.get());
          }
        });
    histories.end();
    long known = sum("action", "1");
    long done = sum("action", "CASE state WHEN 'claimed' THEN 0 ELSE 1 END");
    if (done > histories.seen) {
      findings.add((done - histories.seen) + " actions have no record");
    }
    return new Verification(
        known, records, noted.size(), fingerprint(noted), List.copyOf(findings));
  }

  private void checkSeal(RecordTable.Link link, Map<String, Head> ends) {
    Head before = ends.get(link.chain());
    long expected = before == null ? 1 : before.length() + 1;
    String previous = before == null ? Seal.first(link.chain()) : before.seal();
    String name = link.chain() + "/" + link.number();
    long end = link.number();
    if (link.number() != expected) {
      findings.add("record " + name + " follows " + (expected - 1) + ": records were removed");
    }
    if (link instanceof RecordTable.Blank blank) {
      end = blank.through(); // the forgetting has sealed it
    } else {
      String content;
      boolean sound = true;
      if (link instanceof RecordTable.Sealed record) {
        records++;
        sound = content(record).isPresent();
        content = record.content();
      } else {
        content = ((RecordTable.Forgot) link).forgetting().content();
      }
      if (!sound
          || (link.number() == expected && !Seal.next(previous, content).equals(link.seal()))) {
        findings.add("record " + name + " was altered");
      }
    }
    ends.put(link.chain(), new Head(end, link.seal()));
  }

  /** Empty where it is not the content of a record that stands in this place. */
  private static Optional<RecordContent> content(RecordTable.Sealed record) {
    return RecordContent.parse(record.content())
        .filter(
            content ->
                content.chain().equals(record.chain())
                    && content.number() == record.number()
                    && content.action().id().equals(record.id())
                    && content.version() == record.version());
  }

  /** What a forgetting left behind must be what it sealed, and nothing may be left by no other. */
  private void checkForgettings() throws SQLException {
    long records = 0;
    for (Forgetting forgetting : Forgetting.all(connection)) {
      Forgetting.Left left = Forgetting.Left.of(connection, forgetting.id());
      records += left.records();
      boolean named = forgetting.id().equals(forgetting.chain() + "/" + forgetting.number());
      if (!named
          || !left.digest().equals(forgetting.digest())
          || left.actions() != forgetting.actions()
          || left.records() != forgetting.records()) {
        findings.add("what was forgotten with record " + forgetting.id() + " was altered");
      }
    }
    if (sum("blank", "through - number + 1") != records) {
      findings.add("records were blanked that no forgetting took away");
    }
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

  /** Whether the program may have taken it since, which is a plan and not in the records. */
  private static boolean claimable(@Nullable ActionState from) {
    return Moves.allowed(from, ActionState.CLAIMED, Actor.PROGRAM);
  }

  /** Follows each action through its changes to what the log says of it now. */
  private final class Histories {
    private long seen;
    private @Nullable RecordContent last;
    private boolean complete;

    void visit(RecordContent record) throws SQLException {
      @Nullable RecordContent before = last;
      if (before == null || !before.action().id().equals(record.action().id())) {
        end();
        before = null;
        complete = true;
      }
      long expected = before == null ? 1 : before.version() + 1;
      ActionState from = before == null ? null : before.action().state();
      ActionState to = record.action().state();
      Actor actor = Actor.parse(record.actor()).orElse(Actor.PROGRAM);
      boolean claimed = record.version() > expected && claimable(from);
      if (record.version() != expected && !claimed) {
        findings.add("action " + record.action().id() + " lacks its record " + expected);
        complete = false;
      }
      if (complete && !Moves.allowed(claimed ? ActionState.CLAIMED : from, to, actor)) {
        findings.add(
            "action " + record.action().id() + " cannot have become " + to + " from " + from);
      }
      last = record;
    }

    /** Compares the last record of an action with the action itself. */
    void end() throws SQLException {
      @Nullable RecordContent record = last;
      if (record == null) {
        return;
      }
      last = null;
      ActionTable.Versioned now = actions.find(record.action().key()).orElse(null);
      if (now == null) {
        findings.add("action " + record.action().id() + " was removed, its records remain");
        return;
      }
      ActionRecord action = now.action();
      if (action.state() == ActionState.CLAIMED && now.version() > record.version()) {
        if (!claimable(record.action().state()) || !action.key().equals(record.action().key())) {
          findings.add("action " + action.id() + " is not what its last record says");
        }
        return;
      }
      if (action.state() != ActionState.CLAIMED) {
        seen++;
      }
      if (now.version() != record.version() || !action.equals(record.action())) {
        findings.add("action " + action.id() + " is not what its last record says");
      }
    }
  }

  private long sum(String table, String what) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT sum(" + what + ") FROM " + table);
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
