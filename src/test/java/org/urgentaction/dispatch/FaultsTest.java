package org.urgentaction.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.LogPlace;
import org.urgentaction.log.LogUnavailableException;
import org.urgentaction.log.Postgres;
import org.urgentaction.log.SmallLog;
import org.urgentaction.log.Store;
import org.urgentaction.mail.Certificates;
import org.urgentaction.mail.ScriptedSmtpServer;
import org.urgentaction.mail.SmtpConnection;

/**
 * What goes wrong, and what becomes of it: every row of the table in {@code docs/faults.md} is run
 * over real sockets, through the engine, with a real log, and must end as the table says ({@code
 * -Dupdate=true} writes what it finds).
 */
@Timeout(120)
class FaultsTest {
  private static final Path TABLE = Path.of("docs", "faults.md");

  /** So many more does a log need with the records of some of the letters. */
  private static final int PAGES = 3;

  @TempDir Path folder;
  private FaultRun run = new FaultRun();

  static Stream<String> faults() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| what"))
        .map(line -> line.split("\\|")[1].strip());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatGoesWrongEndsAsTheTableSays(String fault) throws Exception {
    String row = "| " + fault + " | " + outcome(fault, false) + " |";
    List<String> lines = Files.readAllLines(TABLE);
    int at =
        lines.indexOf(
            lines.stream().filter(l -> l.startsWith("| " + fault + " |")).findFirst().get());
    if (Boolean.getBoolean("update")) {
      lines.set(at, row);
      Files.write(TABLE, lines);
    }
    assertEquals(lines.get(at), row);
  }

  /** Those of a message's own dialogue: groups begin there. */
  static Stream<String> faultsOfMessages() throws IOException {
    return faults()
        .filter(fault -> fault.matches(".* at (MAIL|RCPT|DATA|TEXT|DOT|RSET)\\b.*"))
        .filter(Fault::understands);
  }

  @ParameterizedTest
  @MethodSource("faultsOfMessages")
  void itEndsTheSameWhereCommandsGoOutInGroups(String fault) throws Exception {
    String row = "| " + fault + " | " + outcome(fault, true) + " |";
    assertTrue(Files.readAllLines(TABLE).contains(row), row);
  }

  private String outcome(String fault, boolean groups) throws Exception {
    String code = fault.split(" at ", 2)[0];
    if (!code.matches("\\d{3}(, \\d{3})+")) {
      return one(fault, 0, groups);
    }
    Set<String> outcomes = new HashSet<>();
    for (String each : code.split(", ")) {
      String words = fault.replace(code, each);
      outcomes.add(one(words, Integer.parseInt(each), groups).replace(each, "(code)"));
    }
    assertEquals(1, outcomes.size(), outcomes.toString());
    return outcomes.iterator().next();
  }

  private String one(String fault, int number, boolean groups) throws Exception {
    run = new FaultRun();
    if (fault.startsWith("the log")) {
      return ofTheLog(fault);
    } else if (fault.startsWith("the clock")) {
      return ofTheClock(fault);
    }
    Path file = folder.resolve("log" + number + ".db");
    try (ActionLog log = ActionLogs.open(file, run.clock())) {
      if (Fault.understands(fault)) {
        try (Fault scripted = Fault.of(fault, groups);
            ScriptedSmtpServer server = new ScriptedSmtpServer(scripted)) {
          Duration answer = fault.startsWith("silent") ? FaultRun.BRIEF : FaultRun.LONG;
          boolean signIn = fault.contains(" at AUTH");
          String url = signIn ? server.url().replace("//", "//me@") : server.url();
          Summary summary =
              FaultRun.send(
                  log, run.clock(), scripted.once() ? 2 : 1, FaultRun.to(url, "secret", answer));
          return ended(log, server, summary);
        }
      }
      return ended(log, null, unreachable(fault, log));
    }
  }

  private String ended(ActionLog log, ScriptedSmtpServer server, Summary summary) throws Exception {
    if (server != null) {
      run.remember(server);
    }
    String first =
        FaultRun.logged(log) + " | " + summary.exitStatus() + " | " + FaultRun.words(summary);
    run.check(log);
    run.clock().pass(Duration.ofDays(1));
    return (first + " | " + run.sendAgain(log))
        .replaceAll("127\\.0\\.0\\.1:\\d+|localhost:\\d+", "server");
  }

  /** Servers that no message reaches. */
  private Summary unreachable(String fault, ActionLog log) throws Exception {
    switch (fault) {
      case "nobody listens":
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
          port = free.getLocalPort();
        }
        return send(log, FaultRun.to("smtp://127.0.0.1:" + port, ""));
      case "the server offers no TLS":
        try (ScriptedSmtpServer plain = new ScriptedSmtpServer(event -> null)) {
          return send(log, FaultRun.to(plain.url().replace("smtp:", "smtp+starttls:"), ""));
        }
      case "the server's certificate is another's":
        return send(log, "dns:mail.example.org");
      case "the password is wrong":
        return send(log, "dns:localhost");
      default:
        throw new IllegalArgumentException(fault);
    }
  }

  private Summary send(ActionLog log, Supplier<SmtpConnection> server) {
    return FaultRun.send(log, run.clock(), 2, server);
  }

  private Summary send(ActionLog log, String name) throws Exception {
    SSLContext before = SSLContext.getDefault();
    SMTPServer server =
        new SMTPServer.Builder()
            .bindAddress(InetAddress.getByName("127.0.0.1"))
            .port(0)
            .serverSocketFactory(Certificates.certified(folder, name))
            .authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory(
                    (user, password, context) -> {
                      throw new LoginFailedException();
                    }))
            .requireAuth()
            .build();
    server.start();
    try {
      return send(
          log, FaultRun.to("smtps://me@localhost:" + server.getPortAllocated(), "swordfish"));
    } finally {
      server.stop();
      SSLContext.setDefault(before);
    }
  }

  /** As many as were sent by then are in the log; how many that is, is left to the moment. */
  private String ofTheLog(String fault) throws Exception {
    Store store = fault.contains("read-only") ? Store.POSTGRES : Store.SQLITE;
    LogPlace place = store.newPlace(folder);
    try (ActionLog log = ActionLogs.open(place, run.clock())) {
      log.claim(
          Letters.of(log.writers(), 1, "minister").get(0).key(),
          Letters.of(log.writers(), 1, "minister").get(0).details(),
          false);
    }
    AtomicBoolean done = new AtomicBoolean();
    Connection[] other = new Connection[1];
    String end;
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> {
              if (fault.contains("locked") && event.message() == 5 && !done.getAndSet(true)) {
                other[0] = lock(place);
              }
              return null;
            })) {
      try (ActionLog log = openFaulty(fault, place)) {
        Summary summary = FaultRun.send(log, run.clock(), 2, FaultRun.to(server.url(), ""));
        end = summary.exitStatus() + " | " + FaultRun.words(summary);
        assertTrue(summary.sent() > 0 && summary.sent() < FaultRun.LETTERS, summary.toString());
        run.remember(server);
      } catch (LogUnavailableException e) {
        end = "2 | " + e.problem().message();
      }
    }
    if (other[0] != null) {
      other[0].close();
    }
    allow(place);
    try (ActionLog log = ActionLogs.open(place, run.clock())) {
      run.clock().pass(Duration.ofDays(1));
      log.recover();
      run.check(log);
      run.sendAgain(log);
      int unknown = log.list(ActionFilter.in(ActionState.UNKNOWN)).size();
      assertTrue(unknown <= 4, unknown + " in doubt");
    }
    return "what was sent by then; in doubt at most what was in hand | "
        + end
        + " | the rest | 0, or 1 with a doubt";
  }

  private ActionLog openFaulty(String fault, LogPlace place) throws Exception {
    if (fault.contains("full")) {
      return SmallLog.open(Path.of(place.toString()), run.clock(), pages(place) + PAGES);
    } else if (fault.contains("read-only")) {
      String database = place.toString().replaceAll(".*/", "");
      Postgres.administer("ALTER DATABASE " + database + " SET default_transaction_read_only = on");
    }
    return ActionLogs.open(place, run.clock(), Duration.ofSeconds(1));
  }

  private static int pages(LogPlace place) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + place);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA page_count")) {
      return result.getInt(1);
    }
  }

  private static void allow(LogPlace place) {
    if (place instanceof LogPlace.OnServer) {
      String database = place.toString().replaceAll(".*/", "");
      Postgres.administer("ALTER DATABASE " + database + " RESET default_transaction_read_only");
    }
  }

  private static Connection lock(LogPlace place) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + place);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 5000");
        statement.execute("BEGIN IMMEDIATE");
      }
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Words such as {@code the clock jumps by 2 days, 450 at RCPT, once}. */
  private String ofTheClock(String fault) throws Exception {
    String[] parts = fault.split(", ", 2);
    Duration jump = Duration.ofDays(Long.parseLong(parts[0].replaceAll("[^0-9-]", "")));
    AtomicBoolean jumped = new AtomicBoolean();
    try (Fault scripted = Fault.of(parts.length > 1 ? parts[1] : "slow at NOOP, once", false);
        ActionLog log = ActionLogs.open(folder.resolve("log.db"), run.clock());
        ScriptedSmtpServer server =
            new ScriptedSmtpServer(
                event -> {
                  if (event.message() == 3 && !jumped.getAndSet(true)) {
                    run.clock().pass(jump);
                  }
                  return scripted.answer(event);
                })) {
      Summary summary = FaultRun.send(log, run.clock(), 2, FaultRun.to(server.url(), ""));
      assertTrue(jumped.get());
      run.clock().pass(jump.negated());
      return ended(log, server, summary);
    }
  }
}
