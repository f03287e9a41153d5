package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.fax.Programs;

/** {@code ua serve} as it is started and ended: by its options, its terminal and signals. */
class ServeCommandTest {
  @TempDir Path home;

  private int refused(String... options) {
    Session session = new Session(home);
    List<String> arguments = new ArrayList<>(List.of("serve"));
    arguments.addAll(List.of(options));
    int status = session.run(arguments);
    said = session.err;
    return status;
  }

  private String said = "";

  @Test
  void whatCannotBeServedIsSaidBeforeAnybodyIsServed() throws IOException {
    assertEquals(2, refused("--public", "http://write.example.org"));
    assertTrue(said.contains("write it as https://write.example.org"), said);
    assertEquals(2, refused("--public", "https://me@write.example.org/path"));
    assertEquals(2, refused("--public", "nonsense"));
    assertEquals(2, refused("--bind", "0.0.0.0"));
    assertTrue(said.contains("only this machine is served"), said);
    assertEquals(2, refused("--port", "70000"));
    assertEquals(2, refused("--port", "x"));
    assertEquals(2, refused("--campaigns", home.resolve("none").toString()));
    assertEquals(2, refused("--smtp", "smtp://mail.example.org:25"));
    assertTrue(said.contains("would cross the network in clear text"), said);
    assertEquals(2, refused("--smtp", "smtps://ann:secret@mail.example.org"));
    assertFalse(said.contains("secret"), said);
    assertEquals(2, refused("--smtp", "smtps://ann@mail.example.org"), "nobody types a password");
    assertTrue(said.contains("UA_SMTP_PASSWORD"), said);
    assertEquals(2, refused("--section-from", "nobody"));
    assertEquals(2, refused("--section-replies"));
    assertEquals(2, refused("--rate", "fast"));
    assertEquals(2, refused("--connections", "0"));
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      assertEquals(2, refused("--port", port));
      assertTrue(said.contains("port " + port), said);
    }
  }

  @Test
  void coordinatorsAreToldTheirAddressAndNobodyElseIs() throws Exception {
    Process server = start();
    try (BufferedReader out = server.inputReader()) {
      URI address = URI.create(out.readLine());
      Path said = home.resolve("said.txt");
      for (int i = 0; i < 600 && !Files.readString(said).contains("/desk/"); i++) {
        Thread.sleep(50);
      }
      String line =
          Files.readString(said).lines().filter(l -> l.contains("/desk/")).findFirst().get();
      String desk = line.substring(line.indexOf(": ") + 2);
      assertTrue(line.startsWith("For coordinators"), line);
      assertTrue(desk.startsWith(address + "desk/"), line);
      String page = get(address, 60_000, URI.create(desk).getPath() + "report");
      assertTrue(page.startsWith("HTTP/1.1 200"), page);
      assertFalse(get(address, 60_000, "/").contains("desk"), "readers are not led there");
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void aSignalEndsItWhenWhatIsUnderWayIsDone() throws Exception {
    Process server = start();
    try (BufferedReader out = server.inputReader()) {
      URI address = URI.create(out.readLine());
      try (Socket reader = new Socket(address.getHost(), address.getPort())) {
        reader.setSoTimeout(60_000);
        String body = "x".repeat(60_000) + "&token=none";
        String head =
            "POST /action/ua-31-22-3/write HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n"
                .formatted(address.getPort(), body.length());
        reader
            .getOutputStream()
            .write((head + body.substring(0, 60_000)).getBytes(StandardCharsets.UTF_8));
        reader.getOutputStream().flush();
        assertTrue(
            get(address, 60_000, "/").startsWith("HTTP/1.1 200"), "others are served meanwhile");
        server.destroy();
        waitUntilClosed(address);
        reader.getOutputStream().write(body.substring(60_000).getBytes(StandardCharsets.UTF_8));
        reader.getOutputStream().flush();
        InputStream in = reader.getInputStream();
        String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
        assertTrue(answer.contains("</html>"), "to its last byte");
      }
      assertTrue(server.waitFor(30, TimeUnit.SECONDS), "and then it ends");
      assertEquals(143, server.exitValue(), "by the signal");
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void aFullDiskIsSaidAndLettersAreMadeAsEver() throws Exception {
    assumeTrue(Programs.find("bash").isPresent(), "bash is not installed");
    // No file of the server's grows beyond 1.3 MB, which fonts and SQLite itself need.
    Connection reader = null;
    Process server = start("bash", "-c", "ulimit -f 1300; exec \"$@\"", "bash");
    try (BufferedReader out = server.inputReader()) {
      URI site = URI.create(out.readLine());
      String token =
          get(site, 60_000, "/action/ua-31-22-3/write")
              .replaceAll("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
      String letter = "token=" + token + "&to=president&lang=en&drafted=en&draft=Short.";
      String sent = "/action/ua-31-22-3/write/sent";
      String answer = post(site, sent, letter + "&sent=president:post&name=Nobody");
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      reader = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("log.db"));
      fill(home.resolve("log.db"), reader, 1200 * 1024);
      for (int i = 0; i < 100 && answer.startsWith("HTTP/1.1 200"); i++) {
        answer = post(site, sent, letter + "&sent=president:post&name=N" + i);
      }
      assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
      assertTrue(answer.contains("It could not be counted just now"), answer);
      assertTrue(get(site, 60_000, "/").startsWith("HTTP/1.1 200"), "pages are served");
      String pdf =
          post(site, "/action/ua-31-22-3/write/letter", letter + "&file=president:pdf&name=Ann");
      assertTrue(pdf.startsWith("HTTP/1.1 200") && pdf.contains("%PDF-"), "letters are made");
    } finally {
      if (reader != null) {
        reader.close();
      }
      server.destroyForcibly();
    }
  }

  /**
   * Makes what SQLite has still to move into a log's file nearly as large as files may be here.
   *
   * @param reader whose look at the log keeps it from being moved
   */
  private static void fill(Path log, Connection reader, long size) throws Exception {
    reader.setAutoCommit(false);
    try (Statement look = reader.createStatement();
        ResultSet found = look.executeQuery("SELECT count(*) FROM sqlite_master");
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + log);
        Statement statement = connection.createStatement()) {
      assertTrue(found.next());
      statement.execute("CREATE TABLE filler (bytes BLOB)");
      statement.execute("INSERT INTO filler VALUES (zeroblob(%d))".formatted(size));
    }
  }

  private static String post(URI address, String path, String body) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(60_000);
      String head =
          "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
              .formatted(path, address.getPort(), body.length());
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * @param before what starts the program in surroundings of its own
   */
  private Process start(String... before) throws IOException {
    List<String> command = new ArrayList<>(List.of(before));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.urgentaction.cli.Main",
            "serve",
            "--port",
            "0",
            "--log",
            home.resolve("log.db").toString(),
            "--campaigns",
            Path.of("campaigns").toAbsolutePath().toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(home.toFile());
    builder.environment().put("HOME", home.toString());
    return builder.redirectError(home.resolve("said.txt").toFile()).start();
  }

  private static String get(URI address, int patience, String path) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(patience);
      String request =
          "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
              .formatted(path, address.getPort());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** New readers are turned away while the last one is waited for. */
  private static void waitUntilClosed(URI address) throws Exception {
    for (int i = 0; i < 200; i++) {
      try {
        if (!get(address, 1_000, "/").startsWith("HTTP/1.1 200")) {
          return;
        }
      } catch (ConnectException e) {
        return;
      } catch (IOException e) {
        return; // cut off while it closed
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it goes on as if nothing had been said");
  }
}
