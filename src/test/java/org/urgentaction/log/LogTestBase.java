package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.urgentaction.campaign.Channel;

/** What the tests of the log share; every one of them runs on both databases. */
@ParameterizedClass(name = "{0}")
@EnumSource(Store.class)
abstract class LogTestBase {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final String CAMPAIGN = "ua-31-22-3";
  static final ActionDetails DETAILS = new ActionDetails("ru", "CA", "the office agreed");

  final SettableClock clock = new SettableClock(NOON);

  @Parameter Store store;
  @TempDir Path folder;
  LogPlace place;

  @BeforeEach
  void choosePlace() {
    place = store.newPlace(folder);
  }

  ActionLog open() {
    return ActionLogs.open(place, clock);
  }

  static ActionKey key(ActionLog log, String target, Channel channel) {
    WriterIdentity writer =
        new WriterIdentity("Ángela Núñez", "Angela@Example.org", "K1A", "Ottawa", "CA");
    return new ActionKey(CAMPAIGN, target, channel, log.writers().hash(writer));
  }

  static ActionKey key(ActionLog log, String target) {
    return key(log, target, Channel.EMAIL);
  }

  static ActionKey writer(String campaign, int number) {
    return new ActionKey(campaign, "president", Channel.EMAIL, "%064x".formatted(number));
  }

  /** One action from its claim to the server's word. */
  static ActionRecord send(ActionLog log, ActionKey key, ActionState end) {
    return send(log, key, "<1@example.org>", new Outcome(end, "250 ok"));
  }

  static ActionRecord send(ActionLog log, ActionKey key, String messageId, Outcome outcome) {
    assertTrue(log.claim(key, DETAILS, false).granted());
    log.intent(key, messageId, "ab".repeat(32));
    return log.outcome(key, outcome).join();
  }

  static void assertSound(ActionLog log) {
    assertEquals(List.of(), log.verify().findings());
  }

  /** Changes the database past the log, and sees that something was changed. */
  void tamper(String sql) throws Exception {
    try (Connection connection = store.connect(place);
        Statement statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(sql) > 0, "nothing was changed by: " + sql);
    }
  }
}
