package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes old actions out of the log: their totals stay, and of their records the numbers and seals,
 * so that {@code verify} still tells forgetting from tampering.
 */
final class Forgetter {
  private static final int BATCH = 500;

  private final Transaction transaction;
  private final Connection connection;

  Forgetter(Transaction transaction) {
    this.transaction = transaction;
    this.connection = transaction.connection();
  }

  Forgotten forget(LocalDate before, Set<String> keptCampaigns) throws SQLException {
    transaction.flush();
    Chain chain = transaction.chain();
    String id = chain.id() + "/" + (chain.length() + 1);
    Condition old =
        Condition.none()
            .and("at < ?", before + "T00:00:00.000Z")
            .notIn("campaign", keptCampaigns)
            .and("state NOT IN ('intent', 'unknown')")
            .and("(state <> 'claimed' OR worker IS NULL)");
    Condition theirs =
        new Condition("WHERE action IN (SELECT id FROM action " + old.sql() + ")", old.values());
    if (keepTotals(id, old) == 0) {
      return new Forgotten(0, 0);
    }
    keepSeals(id, theirs);
    delete("record", theirs);
    delete("retry", theirs);
    delete("action", old);
    Forgetting.Left left = Forgetting.Left.of(connection, id);
    Forgetting unsealed =
        new Forgetting(
            id,
            chain.id(),
            chain.length() + 1,
            before.toString(),
            left.actions(),
            left.records(),
            left.digest(),
            transaction.now().toString(),
            "");
    String seal = chain.append(unsealed.content());
    new Forgetting(
            id,
            unsealed.chain(),
            unsealed.number(),
            unsealed.before(),
            unsealed.actions(),
            unsealed.records(),
            unsealed.digest(),
            unsealed.recorded(),
            seal)
        .save(connection);
    chain.save(transaction.statements());
    return new Forgotten(left.actions(), left.records());
  }

  private int keepTotals(String id, Condition old) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO forgotten
              (forgetting, campaign, target, channel, language, country, day, state, actions)
            SELECT CAST(? AS TEXT), campaign, target, channel, language, coalesce(country, ''),
              substr(at, 1, 10), state, count(*)
            FROM action %s
            GROUP BY campaign, target, channel, language, coalesce(country, ''),
              substr(at, 1, 10), state"""
                .formatted(old.sql()))) {
      insert.setString(1, id);
      old.bind(insert, 2);
      return insert.executeUpdate();
    }
  }

  private void keepSeals(String id, Condition theirs) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT chain, number, seal FROM record "
                    + theirs.sql()
                    + " ORDER BY chain, number");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO blank (chain, number, through, seal, forgetting)"
                    + " VALUES (?, ?, ?, ?, ?)")) {
      select.setFetchSize(BATCH);
      theirs.bind(select, 1);
      Forgetting.@Nullable Run run = null;
      int waiting = 0;
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String chain = row.getString(1);
          long number = row.getLong(2);
          if (run != null && run.chain().equals(chain) && run.through() + 1 == number) {
            run = new Forgetting.Run(chain, run.number(), number, row.getString(3));
            continue;
          }
          if (run != null) {
            add(insert, run, id);
            waiting++;
          }
          if (waiting == BATCH) {
            insert.executeBatch();
            waiting = 0;
          }
          run = new Forgetting.Run(chain, number, number, row.getString(3));
        }
      }
      if (run != null) {
        add(insert, run, id);
      }
      insert.executeBatch();
    }
  }

  private static void add(PreparedStatement insert, Forgetting.Run run, String id)
      throws SQLException {
    insert.setString(1, run.chain());
    insert.setLong(2, run.number());
    insert.setLong(3, run.through());
    insert.setString(4, run.seal());
    insert.setString(5, id);
    insert.addBatch();
  }

  private void delete(String from, Condition which) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM " + from + " " + which.sql())) {
      which.bind(delete, 1);
      delete.executeUpdate();
    }
  }
}
