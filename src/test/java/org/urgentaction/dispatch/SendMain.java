package org.urgentaction.dispatch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.urgentaction.log.SqliteActionLog;
import org.urgentaction.mail.SmtpConnection;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.mail.SmtpTimeouts;

/**
 * A live send in a process of its own, which tests can kill: what {@code ua send --live --yes} does
 * with the same classes.
 */
final class SendMain {
  private SendMain() {}

  /** Starts it: {@code writers} letters to one target. */
  static Process start(Path log, String url, int writers) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classes,
            SendMain.class.getName(),
            log.toString(),
            url,
            Integer.toString(writers))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(
            ProcessBuilder.Redirect.appendTo(
                new File(log.toAbsolutePath().getParent().toFile(), "errors.txt")))
        .start();
  }

  public static void main(String[] arguments) {
    int status;
    try (SqliteActionLog log = SqliteActionLog.open(Path.of(arguments[0]), Clock.systemUTC());
        SmtpConnection connection =
            new SmtpConnection(
                SmtpServer.parse(arguments[1]), () -> new char[0], SmtpTimeouts.usual())) {
      log.recover();
      List<Assignment> letters =
          Letters.of(log.writers(), Integer.parseInt(arguments[2]), "president");
      SendPlan plan = SendPlan.make(letters, log, false, letter -> false);
      status = new Batch(new LogLedger(log, false), connection, new Heard()).run(plan).exitStatus();
    }
    System.exit(status);
  }
}
