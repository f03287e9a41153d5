package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door to the coordinators' pages: who comes in, and who is not even told that it is there. */
class DeskDoorTest {
  private static final URI PUBLIC = URI.create("https://write.example.org");

  @TempDir static Path folder;
  private static ServedSite site;
  private static ServedSite open;

  @BeforeAll
  static void serve() {
    site = ServedSite.in(folder.resolve("own"));
    open =
        ServedSite.in(
            folder.resolve("public"),
            new ServeSettings("127.0.0.1", 0, false, PUBLIC, Limits.atHome()),
            ServedSite.MAY_2023);
  }

  @AfterAll
  static void close() {
    site.close();
    open.close();
  }

  @AfterEach
  void nothingWentWrong() {
    assertEquals(List.of(), List.copyOf(site.troubles));
    assertEquals(List.of(), List.copyOf(open.troubles));
  }

  @Test
  void theKeyIsLongAndAnotherWithEachStart() {
    String path = site.server.deskAddress().getPath();
    assertTrue(path.matches("/desk/[A-Za-z0-9_-]{32}/"), path);
    assertNotEquals(path, open.server.deskAddress().getPath());
    assertEquals(200, site.get(path + "report").statusCode());
    assertFalse(new DeskKey().toString().contains(new DeskKey().path()));
  }

  @Test
  void withoutTheKeyNobodyIsToldThatThereIsAnything() {
    String right = site.desk("");
    String nothing = ServedSite.text(site.get("/nothing"));
    for (String path :
        List.of(
            "/desk",
            "/desk/",
            "/desk/x/",
            "/desk//",
            right.substring(0, right.length() - 1) + "/",
            right + "A/",
            right.toLowerCase(java.util.Locale.ROOT) + "/",
            right.replace("/desk/", "/desk/./x/../../desk/x"),
            "/desk/x/campaign/ua-31-22-3",
            "/desk/x/unknown",
            "/desk/x/report",
            "/DESK" + right.substring(5) + "/")) {
      HttpResponse<byte[]> answer = site.get(path);
      assertEquals(404, answer.statusCode(), path);
      assertEquals(
          nothing.replaceAll("href=\"[^\"]*\\?ui=", "href=\"?ui="),
          ServedSite.text(answer).replaceAll("href=\"[^\"]*\\?ui=", "href=\"?ui="),
          path);
    }
    assertEquals(
        403, site.post("/desk/x/campaign/ua-31-22-3/control", List.of()).statusCode(), "as any");
    assertEquals(403, site.post("/nothing", List.of()).statusCode());
    List<Map.Entry<String, String>> signed =
        List.of(Map.entry("token", site.letter().get(0).getValue()));
    assertEquals(404, site.post("/desk/x/campaign/ua-31-22-3/control", signed).statusCode());
    assertEquals(404, site.post("/nothing", signed).statusCode());
  }

  @Test
  void aFileIsTakenWhereOneIsExpectedAndNowhereElse() {
    for (String path :
        List.of(
            "/desk/x/campaign/ua-31-22-3/send",
            site.desk("/campaign/ua-31-22-3/control"),
            site.desk("/campaign/a/b/send"),
            "/nothing")) {
      HttpResponse<byte[]> answer =
          site.send(
              HttpRequest.newBuilder(site.uri(path))
                  .header("Content-Type", "multipart/form-data; boundary=x")
                  .POST(HttpRequest.BodyPublishers.ofString("--x--\r\n")));
      assertEquals(415, answer.statusCode(), path);
    }
  }

  @Test
  void whatAProxyPassesOnIsNotLetIn() throws IOException {
    for (String header :
        List.of(
            "X-Forwarded-For: 203.0.113.7",
            "Forwarded: for=203.0.113.7",
            "X-Forwarded-Host: write.example.org",
            "X-Real-IP: 203.0.113.7",
            "Via: 1.1 proxy")) {
      for (ServedSite each : List.of(site, open)) {
        String answer = raw(each, each.desk("/report"), own(each), header);
        assertTrue(answer.matches("(?s)HTTP/1.1 (404|421).*"), header + answer);
        assertFalse(answer.contains("For coordinators"), header);
      }
    }
  }

  @Test
  void underThePublicNameThereIsNoDesk() throws IOException {
    for (String header : List.of("X-Forwarded-For: 203.0.113.7", "Accept: */*")) {
      String answer = raw(open, open.desk("/report"), "write.example.org", header);
      assertTrue(answer.startsWith("HTTP/1.1 404"), header + answer);
      assertFalse(answer.contains("For coordinators"), answer);
    }
    assertTrue(
        raw(open, open.desk("/report"), own(open), "Accept: */*").startsWith("HTTP/1.1 200"));
    assertTrue(raw(open, "/", "write.example.org", "Accept: */*").startsWith("HTTP/1.1 200"));
    assertTrue(raw(open, "/", own(open), "Accept: */*").startsWith("HTTP/1.1 421"), "as ever");
    assertTrue(
        raw(open, open.desk("/report"), "evil.example", "Accept: */*").startsWith("HTTP/1.1 421"));
    String style = open.page(open.desk("/report")).select("link[rel=stylesheet]").attr("href");
    assertTrue(raw(open, style, own(open), "Accept: */*").startsWith("HTTP/1.1 200"), style);
  }

  @Test
  void aServerOnAnotherAddressOnlyHasNoDesk(@TempDir Path other) {
    ServeSettings elsewhere = new ServeSettings("::1", 0, false, PUBLIC, Limits.atHome());
    try (ServedSite far = ServedSite.in(other, elsewhere, ServedSite.MAY_2023)) {
      assertNull(far.server.deskAddress());
    }
  }

  private static String own(ServedSite each) {
    return "127.0.0.1:" + each.server.address().getPort();
  }

  private static String raw(ServedSite each, String path, String host, String header)
      throws IOException {
    try (Socket socket = new Socket("127.0.0.1", each.server.address().getPort())) {
      socket.setSoTimeout(10_000);
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\nConnection: close\r\n\r\n"
              .formatted(path, host, header);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
