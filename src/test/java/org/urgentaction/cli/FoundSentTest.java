package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.campaign.Channel;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.LogPlace;
import org.urgentaction.log.Outcome;

/** What is unknown, what came back for everybody: settled by evidence, and by a person. */
class FoundSentTest {
  @TempDir Path folder;
  private Session user;
  private Path mail;

  @BeforeEach
  void arrive() throws Exception {
    user = new Session(folder.resolve("home"));
    user.environment.put("UA_LOG", folder.resolve("log.db").toString());
    mail = Files.createDirectory(folder.resolve("sent"));
  }

  private void log(String writer, ActionState... outcomes) {
    try (ActionLog log =
        ActionLogs.open(
            LogPlace.file(folder.resolve("log.db")),
            Clock.fixed(Instant.parse("2023-05-01T12:00:00Z"), ZoneOffset.UTC))) {
      ActionKey key = new ActionKey("ua-31-22-3", "president", Channel.EMAIL, writer);
      log.claim(key, new ActionDetails("en", "CA"), false);
      log.intent(key, "<%s@section.example>".formatted(writer), "0".repeat(64));
      log.outcome(key, new Outcome(outcomes[0], "250 ok")).join();
      if (outcomes.length > 1) {
        log.bounce("<%s@section.example>".formatted(writer), "550 no such mailbox");
      }
    }
  }

  @Test
  void anUnknownWhoseMessageLiesAmongTheSentMailWasSentAndTheOthersStayUnknown() throws Exception {
    log("one", ActionState.UNKNOWN);
    log("two", ActionState.UNKNOWN);
    Files.writeString(
        mail.resolve("1.eml"),
        "Message-ID: <one@section.example>\nReferences: <two@section.example>\n\nDear…\n");
    assertEquals(1, user.run("log", "resolve", "--found-in", mail.toString()), user.err);
    assertTrue(user.err.contains("1 of 2 unknown found"), user.err);
    user.run("log", "--state", "unknown");
    assertEquals(1, user.out.lines().count(), user.out);
    assertEquals(2, user.run("log", "resolve", "abc", "--found-in", mail.toString()));
  }

  @Test
  void aTargetThatComesBackForEverybodyIsFlaggedAndLeftOutUntilSomebodyDecides() {
    for (String writer : List.of("one", "two", "three")) {
      log(writer, ActionState.SENT, ActionState.BOUNCED);
    }
    user.run("list");
    assertTrue(user.out.contains("mail to president comes back (3 of 3)"), user.out);
    user.run("show", "31/22");
    assertTrue(user.out.contains("mail to president comes back"), user.out);
    assertEquals(3, send(), user.err);
    assertTrue(user.err.replaceAll("\\s+", " ").contains("ua resume"), user.err);
    assertEquals(0, send("--anyway", "asked the embassy"), user.err);
    assertEquals(0, user.run("resume", "31/22", "--to", "president"), user.err);
    assertEquals(0, send(), user.err);
    user.run("list");
    assertTrue(!user.out.contains("comes back"), user.out);
  }

  private int send(String... more) {
    return user.run(
        List.of(
            "send",
            "31/22",
            "--to",
            "president",
            "--name",
            "Ann",
            "--email",
            "ann@example.org",
            "-o",
            folder.resolve("out").toString()),
        more);
  }
}
