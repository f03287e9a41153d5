package org.urgentaction.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.urgentaction.campaign.Channel;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.ClaimRequest;
import org.urgentaction.log.Outcome;

/** Writes a log in which something has happened, as sends and people do. */
final class LoggedActions {
  static final String CAMPAIGN = "ua-31-22-3";
  static final String LOST = "421 4.4.2 the connection was lost before an answer";

  private final Path file;
  private final AtomicInteger writers = new AtomicInteger();

  LoggedActions(Path file) {
    this.file = file;
  }

  /** The log as a campaign leaves it after some days: sent, posted, returned, in doubt. */
  void aFewDays() {
    for (int day = 24; day <= 30; day++) {
      String on = "2023-04-" + day;
      email(on, CAMPAIGN, "president", "ru", "CA", 6 + 3 * (day % 4), ActionState.SENT, "250 OK");
      email(on, CAMPAIGN, "president", "fr", "FR", 4, ActionState.SENT, "250 OK");
      byHand(on, "president", Channel.POST, "en", day % 3);
    }
    email("2023-05-01", CAMPAIGN, "embassy-ca", "en", "CA", 4, ActionState.SENT, "250 OK");
    returned("2023-05-01", "embassy-ca", 4);
    email("2023-05-01", CAMPAIGN, "president", "en", null, 2, ActionState.DEFERRED, "450 later");
    email("2023-05-01", CAMPAIGN, "president", "en", "GB", 1, ActionState.FAILED, "550 no");
    email("2023-05-01", CAMPAIGN, "president", "en", "CA", 3, ActionState.UNKNOWN, LOST);
    try (ActionLog log = on("2023-05-01")) {
      log.noteReply(CAMPAIGN, "president", LocalDate.of(2023, 5, 1), "The office has taken note.");
    }
  }

  /** Puts a copy of this log in another place, which is quicker than to write it again. */
  void copyTo(Path place) throws IOException {
    Files.copy(file, place);
    Files.copy(Path.of(file + ".key"), Path.of(place + ".key"));
  }

  private ActionLog on(String day) {
    return ActionLogs.open(file, Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC));
  }

  /** Messages that went as far as that. */
  void email(
      String day,
      String campaign,
      String target,
      String language,
      String country,
      int count,
      ActionState state,
      String reply) {
    try (ActionLog log = on(day)) {
      List<ClaimRequest> claims = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String writer = "%064x".formatted(writers.incrementAndGet());
        claims.add(
            new ClaimRequest(
                new ActionKey(campaign, target, Channel.EMAIL, writer),
                new ActionDetails(language, country)));
      }
      log.claimAll(claims, false);
      int writer = writers.get() - count;
      List<CompletableFuture<ActionRecord>> outcomes = new ArrayList<>();
      for (ClaimRequest claim : claims) {
        log.intent(
            claim.key(), "<%d.%s@section.example>".formatted(++writer, target), "ab".repeat(32));
        outcomes.add(log.outcome(claim.key(), new Outcome(state, reply)));
      }
      outcomes.forEach(CompletableFuture::join);
    }
  }

  private void returned(String day, String target, int count) {
    try (ActionLog log = on(day)) {
      for (int writer = writers.get() - count + 1; writer <= writers.get(); writer++) {
        log.bounce("<%d.%s@section.example>".formatted(writer, target), "550 no such mailbox");
      }
    }
  }

  private void byHand(String day, String target, Channel channel, String language, int count) {
    try (ActionLog log = on(day)) {
      for (int i = 0; i < count; i++) {
        log.addByHand(
            new ActionKey(CAMPAIGN, target, channel, "%064x".formatted(writers.incrementAndGet())),
            new ActionDetails(language, "CA"),
            ActionState.byHand(channel),
            Instant.parse(day + "T10:00:00Z"));
      }
    }
  }
}
