package org.urgentaction.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the committing thread writes at once: moves of actions, each with its sealed record, kept
 * back until the end so that they cost one round trip together; and the connection for the rest.
 */
final class Transaction {
  private final Connection connection;
  private final Workers workers;
  private final ActionTable table;
  private final Instant now;
  private final String recorded;
  private final Statements statements;
  private final Held held;
  private final Map<String, ActionTable.Versioned> read = new HashMap<>();
  private final Map<String, ActionTable.Versioned> changed = new HashMap<>();
  private final List<Change> waiting = new ArrayList<>();
  private int written;
  private @Nullable Chain chain;

  /**
   * @param held what this process held after the last transaction
   * @param chain this process's chain as the last transaction left it, or null where that is not
   *     known
   */
  Transaction(
      Database database, Clock clock, Statements statements, Held held, @Nullable Chain chain) {
    this.chain = chain;
    this.statements = statements;
    this.held = held;
    this.connection = statements.connection();
    this.workers = database.workers();
    this.table = new ActionTable(connection, database.rowLock());
    this.now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    this.recorded = now.toString();
  }

  Connection connection() {
    return connection;
  }

  Statements statements() {
    return statements;
  }

  /** The one time of all that is written at once. */
  Instant now() {
    return now;
  }

  String me() throws SQLException {
    return workers.mine(connection);
  }

  /** Reads at once what will be asked for one by one. */
  void readAhead(Collection<ActionKey> keys) throws SQLException {
    read.putAll(table.findAll(notHere(keys)));
  }

  /** By its id alone, as a person names it. */
  Optional<ActionTable.Versioned> find(String id) throws SQLException {
    ActionTable.@Nullable Versioned here = here(id);
    return here != null ? Optional.of(here) : table.find(id);
  }

  Optional<ActionTable.Versioned> find(ActionKey key) throws SQLException {
    ActionTable.@Nullable Versioned here = here(key.id());
    return here != null ? Optional.of(here) : table.find(key);
  }

  private Set<ActionKey> notHere(Collection<ActionKey> keys) {
    Set<ActionKey> missing = new LinkedHashSet<>(keys);
    missing.removeIf(key -> here(key.id()) != null);
    return missing;
  }

  private ActionTable.@Nullable Versioned here(String id) {
    ActionTable.@Nullable Versioned here = changed.get(id);
    if (here == null) {
      here = read.get(id);
    }
    return here != null ? here : held.find(id);
  }

  /** By id; what is not in the log is not in the map. */
  Map<String, ActionTable.Versioned> findAll(Collection<ActionKey> keys) throws SQLException {
    Map<String, ActionTable.Versioned> found = new LinkedHashMap<>(table.findAll(notHere(keys)));
    for (ActionKey key : keys) {
      ActionTable.@Nullable Versioned here = here(key.id());
      if (here != null) {
        found.put(key.id(), here);
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
    boolean sealed = to.state() != ActionState.CLAIMED || actor != Actor.PROGRAM;
    waiting.add(new Change(from, after, sealed ? seal(to, version, actor) : null));
    changed.put(to.id(), after);
    return to;
  }

  /**
   * What the program means to do next is a plan; what was done, and what a person says, is sealed.
   */
  private Change.Link seal(ActionRecord to, long version, Actor actor) throws SQLException {
    Chain mine = chain();
    String content =
        new RecordContent(mine.id(), mine.length() + 1, version, actor.toString(), recorded, to)
            .text();
    String seal = mine.append(content);
    return new Change.Link(mine.id(), mine.length(), content, seal);
  }

  /** This process's chain, as it will stand at the end of this transaction. */
  Chain chain() throws SQLException {
    if (chain == null) {
      chain = Chain.find(connection, me());
    }
    return chain;
  }

  /** The chain for the next transaction, once this one is on the disk. */
  @Nullable Chain chainAfter() {
    return chain;
  }

  /** What it has changed, as it stands at the end. */
  Map<String, ActionTable.Versioned> changed() {
    return changed;
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
      String id = last.id();
      if (last.before() == null) {
        changed.remove(id);
      } else {
        changed.put(id, last.before());
      }
    }
    for (int i = waiting.size() - 1; i >= 0; i--) {
      Change.Link end = waiting.get(i).link();
      if (end != null) {
        chain().rewind(end.number(), end.seal());
        return true;
      }
    }
    chain = null; // it ends where the database says
    return true;
  }

  /** Writes what was kept back. */
  void flush() throws SQLException {
    if (waiting.isEmpty()) {
      return;
    }
    new ChangeWriter(statements).write(waiting);
    if (waiting.stream().anyMatch(change -> change.link() != null)) {
      chain().save(statements);
    }
    written += waiting.size();
    waiting.clear();
  }
}
