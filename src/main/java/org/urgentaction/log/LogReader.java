package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.urgentaction.campaign.Channel;

/** Reads the log beside whoever writes it: every question sees one state of the whole. */
public final class LogReader implements AutoCloseable {
  private static final String IN_ORDER = "ORDER BY at, id";

  private final Database database;

  LogReader(Database database) {
    this.database = database;
  }

  List<ActionRecord> list(ActionFilter filter) {
    List<ActionRecord> actions = new ArrayList<>();
    return database.read(
        connection -> {
          new ActionTable(connection)
              .visit(Condition.of(filter), IN_ORDER, each -> actions.add(each.action()));
          return actions;
        });
  }

  /** As {@link ActionLog#visit}. */
  public void visit(ActionFilter filter, Consumer<ActionRecord> visitor) {
    database.readApart(
        connection -> {
          new ActionTable(connection)
              .visit(Condition.of(filter), IN_ORDER, each -> visitor.accept(each.action()));
          return true;
        });
  }

  Optional<ActionRecord> find(ActionKey key) {
    return database.read(
        connection -> new ActionTable(connection).find(key).map(ActionTable.Versioned::action));
  }

  Map<String, Known> findAll(Collection<ActionKey> keys) {
    return database.read(
        connection -> {
          Map<String, ActionTable.Versioned> actions = new ActionTable(connection).findAll(keys);
          Map<String, Retries.Retry> retries = new Retries(connection).findAll(actions.keySet());
          Map<String, Known> known = new LinkedHashMap<>();
          actions.forEach(
              (id, action) -> {
                Retries.Retry retry = retries.getOrDefault(id, Retries.Retry.NONE);
                known.put(id, new Known(action.action(), retry.attempts(), retry.notBefore()));
              });
          return known;
        });
  }

  List<ActionRecord> findByPrefix(String idPrefix) {
    String prefix = idPrefix.strip().toLowerCase(Locale.ROOT);
    String length = Integer.toString(prefix.length());
    return database.read(
        connection ->
            new ActionTable(connection)
                    .query(
                        Condition.none()
                            .and("substr(id, 1, CAST(? AS INTEGER)) = ?", length, prefix),
                        "ORDER BY id")
                    .stream()
                    .map(ActionTable.Versioned::action)
                    .toList());
  }

  /**
   * How many actions share campaign, target, channel, language, country, day and state; those that
   * were forgotten still count.
   */
  public List<Total> totals(ActionFilter filter) {
    return database.read(connection -> totals(connection, Condition.of(filter)));
  }

  private static List<Total> totals(Connection connection, Condition condition)
      throws SQLException {
    List<Total> totals = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT campaign, target, channel, language, country, day, state, sum(actions)
            FROM (
              SELECT campaign, target, channel, language, coalesce(country, '') AS country,
                substr(at, 1, 10) AS day, state, count(*) AS actions
              FROM action %1$s
              GROUP BY campaign, target, channel, language, coalesce(country, ''),
                substr(at, 1, 10), state
              UNION ALL
              SELECT campaign, target, channel, language, country, day, state, actions
              FROM forgotten %1$s) AS cell
            GROUP BY campaign, target, channel, language, country, day, state
            ORDER BY campaign, day, target, channel, language, country, state"""
                .formatted(condition.sql()))) {
      condition.bind(select, condition.bind(select, 1));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String country = row.getString(5);
          totals.add(
              new Total(
                  row.getString(1),
                  row.getString(2),
                  Channel.parse(row.getString(3)).orElseThrow(),
                  row.getString(4),
                  country.isEmpty() ? null : country,
                  LocalDate.parse(row.getString(6)),
                  ActionState.parse(row.getString(7)).orElseThrow(),
                  row.getLong(8)));
        }
      }
    }
    return totals;
  }

  Standing standing(String campaign, String target) {
    return database.read(connection -> new Campaigns(connection).standing(campaign, target));
  }

  /** Every word to pause, resume or cancel, from the first to the last. */
  public List<Control> controls() {
    return controls(Condition.none());
  }

  List<Control> controls(Condition condition) {
    return database.read(connection -> new Campaigns(connection).controls(condition));
  }

  /** As {@link ActionLog#sentAs}. */
  List<ActionRecord> sentAs(Collection<String> messageIds) {
    List<String> states =
        List.of(
            ActionState.SENT.toString(),
            ActionState.UNKNOWN.toString(),
            ActionState.BOUNCED.toString());
    return database.read(
        connection -> {
          List<ActionRecord> found = new ArrayList<>();
          for (List<String> some : ActionTable.parts(messageIds)) {
            for (Condition condition : Condition.ofMessages(some)) {
              new ActionTable(connection)
                  .query(condition.in("state", states), "ORDER BY id")
                  .forEach(each -> found.add(each.action()));
            }
          }
          return found;
        });
  }

  List<Suppression> suppressions() {
    return database.read(connection -> new Suppressions(connection).all());
  }

  /** As {@link ActionLog#replies}. */
  public List<Reply> replies(String campaign) {
    return database.read(connection -> new Campaigns(connection).replies(campaign));
  }

  Set<String> suppressedAmong(Collection<String> hashes) {
    return database.read(connection -> new Suppressions(connection).among(hashes));
  }

  Verification verify() {
    return database.readApart(connection -> new Verifier(connection).verify());
  }

  @Override
  public void close() {
    database.close();
  }
}
