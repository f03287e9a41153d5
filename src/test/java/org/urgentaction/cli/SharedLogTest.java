package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.log.Postgres;

/** Two machines with one log on a PostgreSQL server. */
class SharedLogTest {
  private static final List<String> ADD =
      List.of("log", "add", "31/22", "--to", "president", "--channel", "post");

  @TempDir Path folder;

  private Session machine(String name, String url) throws IOException {
    Session session = new Session(Files.createDirectories(folder.resolve(name)));
    session.environment.put("UA_LOG", url);
    return session;
  }

  @Test
  void twoMachinesShareALogOnceTheyShareItsKey() throws Exception {
    String url = Postgres.newDatabase() + "?user=postgres";
    Session first = machine("first", url);
    assertEquals(
        0,
        first.run(ADD, "--name", "A B", "--country", "CA", "--email", "a@example.org"),
        first.err);
    Session second = machine("second", url);
    assertEquals(
        2, second.run(ADD, "--name", "C D", "--country", "CA", "--email", "c@example.org"));
    assertTrue(second.err.contains("copy it from the one that made the log"), second.err);
    Path key = Path.of(".config", "ua", "log.key");
    Files.createDirectories(second.home.resolve(key).getParent());
    Files.copy(first.home.resolve(key), second.home.resolve(key));
    assertEquals(
        0,
        second.run(ADD, "--name", "C D", "--country", "CA", "--email", "c@example.org"),
        second.err);
    assertEquals(0, first.run("log", "--json"), first.err);
    assertEquals(2, first.out.split("\"posted\"", -1).length - 1, first.out);
    assertEquals(0, second.run("log", "verify"), second.err);
    assertEquals(0, second.run("list", "--all"), second.err);
    assertTrue(second.out.contains("2 actions"), second.out);
  }

  @Test
  void aPasswordOnTheCommandLineIsRefusedAndNotRepeated() throws Exception {
    Session session = new Session(folder);
    assertEquals(2, session.run("list", "--log", "jdbc:postgresql://localhost/ua?password=s3cret"));
    assertTrue(session.err.contains("UA_LOG_PASSWORD"), session.err);
    assertFalse(session.err.contains("s3cret"), session.err);
  }

  @Test
  void aServerThatIsNotThereIsSaidInOneLine() throws Exception {
    Session session = machine("alone", "jdbc:postgresql://127.0.0.1:1/ua?password=s3cret");
    assertEquals(2, session.run("list"));
    assertTrue(session.err.contains("127.0.0.1:1/ua: error: the server"), session.err);
    assertFalse(session.err.contains("s3cret"), session.err);
  }
}
