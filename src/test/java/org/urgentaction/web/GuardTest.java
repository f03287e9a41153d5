package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands between the pages and whoever means them harm. */
class GuardTest {
  private static final String WRITE = ServedSite.ACTION + "/write";

  @TempDir static Path folder;
  private static ServedSite site;

  @BeforeAll
  static void serve() {
    site = ServedSite.in(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @AfterEach
  void nothingWentWrong() {
    assertEquals(List.of(), List.copyOf(site.troubles));
  }

  @Test
  void everyAnswerTellsTheBrowserWhatToLeaveAlone() {
    List<HttpResponse<byte[]>> answers = new ArrayList<>();
    for (String path : List.of("/", ServedSite.ACTION, WRITE, "/nothing", "/action/none")) {
      answers.add(site.get(path));
    }
    answers.add(site.post(WRITE, site.letter("name", "Ann Lee")));
    answers.add(site.post(WRITE + "/letter", site.letter("name", "A", "file", "president:pdf")));
    answers.add(site.post(WRITE, List.of()));
    for (HttpResponse<byte[]> answer : answers) {
      String policy = header(answer, "Content-Security-Policy");
      assertTrue(policy.startsWith("default-src 'none';"), policy);
      assertTrue(policy.contains("frame-ancestors 'none'"), policy);
      assertFalse(policy.contains("unsafe"), policy);
      assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
      assertEquals("no-referrer", header(answer, "Referrer-Policy"));
      assertEquals("same-origin", header(answer, "Cross-Origin-Opener-Policy"));
      assertEquals("same-origin", header(answer, "Cross-Origin-Resource-Policy"));
      assertEquals("no-store", header(answer, "Cache-Control"));
      assertEquals("", header(answer, "Set-Cookie"));
      assertEquals("", header(answer, "Server"));
    }
  }

  @Test
  void noPageHasAScriptOrAStyleOfItsOwnOrAnythingFromElsewhere() {
    for (String path : List.of("/", ServedSite.ACTION, WRITE, "/nothing")) {
      String page = ServedSite.text(site.get(path));
      assertFalse(page.contains("<style"), path);
      assertFalse(page.matches("(?s).*<script(?! src=\"/assets/).*"), path);
      assertFalse(page.matches("(?si).*<[^>]+\\s(on[a-z]+|style)=.*"), path);
      assertFalse(
          page.matches("(?si).*<(img|link|script|iframe|video)[^>]+(src|href)=\"(?!/).*"), path);
    }
  }

  @Test
  void onlyTheNamesOfThisMachineAreAnsweredTo() throws IOException {
    int port = site.server.address().getPort();
    for (String host : List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port)) {
      assertTrue(
          raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
              .startsWith("HTTP/1.1 200"),
          host);
    }
    for (String host :
        List.of(
            "evil.example",
            "127.0.0.1",
            "localhost:1",
            "evil.example:" + port,
            "127.0.0.1.evil.example:" + port)) {
      String answer = raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 421"), host + ": " + answer);
      assertFalse(answer.contains("Zhanbolat"), host);
    }
  }

  @Test
  void noFormComesFromAnotherSite() {
    List<Map.Entry<String, String>> form = site.letter("name", "Ann Lee", "sent", "president:post");
    String sent = WRITE + "/sent";
    String own = site.server.address().toString().replaceAll("/$", "");
    assertEquals(403, site.post(sent, form, "Sec-Fetch-Site", "cross-site").statusCode());
    assertEquals(403, site.post(sent, form, "Sec-Fetch-Site", "same-site").statusCode());
    assertEquals(403, site.post(sent, form, "Origin", "https://evil.example").statusCode());
    assertEquals(403, site.post(sent, form, "Origin", own + ".evil.example").statusCode());
    assertFalse(Files.exists(site.log), "nothing was counted");
    assertEquals(
        200, site.post(sent, form, "Sec-Fetch-Site", "same-origin", "Origin", "null").statusCode());
    assertEquals(200, site.post(sent, form, "Origin", own).statusCode());
    assertEquals(200, site.post(sent, form, "Origin", "null").statusCode());
  }

  @Test
  void everyFormNeedsATokenOfThisServersOwn() {
    for (String path :
        List.of(WRITE, WRITE + "/letter", WRITE + "/sent", ServedSite.ACTION + "/sent")) {
      for (String token : List.of("", "x", "AAAA", "A".repeat(75), "%%%")) {
        HttpResponse<byte[]> answer =
            site.post(path, site.letter("name", "Ann Lee", "token", token));
        assertEquals(403, answer.statusCode(), path + " " + token);
      }
      assertEquals(403, site.post(path, List.of()).statusCode(), path);
    }
    FormTokens others = new FormTokens(ServedSite.MAY_2023);
    assertEquals(
        403, site.post(WRITE, site.letter("token", others.issue(null))).statusCode(), "another's");
  }

  @Test
  void aTokenAgesAndStaysOneVisit() {
    FormTokens tokens = new FormTokens(ServedSite.MAY_2023);
    String token = tokens.issue(null);
    String visit = tokens.visit(token).orElseThrow();
    assertEquals(visit, tokens.visit(tokens.issue(visit)).orElseThrow());
    assertFalse(visit.equals(tokens.visit(tokens.issue(null)).orElseThrow()));
    char last = token.charAt(20);
    String altered = token.substring(0, 20) + (last == 'A' ? 'B' : 'A') + token.substring(21);
    assertTrue(tokens.visit(altered).isEmpty());
    SetableClock clock = new SetableClock(ServedSite.MAY_2023);
    FormTokens ageing = new FormTokens(clock);
    String old = ageing.issue(null);
    clock.now = Clock.offset(ServedSite.MAY_2023, Duration.ofHours(11));
    assertTrue(ageing.visit(old).isPresent());
    clock.now = Clock.offset(ServedSite.MAY_2023, Duration.ofHours(13));
    assertTrue(ageing.visit(old).isEmpty());
  }

  /** A clock that is set by hand. */
  private static final class SetableClock extends Clock {
    private Clock now;

    SetableClock(Clock now) {
      this.now = now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return now.getZone();
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return now.withZone(zone);
    }

    @Override
    public java.time.Instant instant() {
      return now.instant();
    }
  }

  @Test
  void whatIsTooLargeOrNoFormIsNotRead() {
    assertEquals(
        413,
        site.post(WRITE, site.letter("name", "Ann Lee", "draft", "x".repeat(200_000)))
            .statusCode());
    for (String type :
        List.of("multipart/form-data; boundary=x", "application/json", "text/plain")) {
      HttpResponse<byte[]> answer =
          site.send(
              HttpRequest.newBuilder(site.uri(WRITE))
                  .header("Content-Type", type)
                  .POST(HttpRequest.BodyPublishers.ofString("name=Ann")));
      assertEquals(415, answer.statusCode(), type);
    }
    String endless = "a".repeat(20_000);
    assertTrue(site.get("/?q=" + endless).statusCode() >= 400);
    assertEquals(200, site.get("/?q=" + endless.substring(0, 5000)).statusCode());
  }

  @Test
  void noPathLeadsOutOfTheSite() throws IOException {
    Files.writeString(folder.resolve("secret.yaml"), "secret: here");
    for (String path :
        List.of(
            "/assets/../../../../etc/passwd",
            "/assets/..%2f..%2f..%2fetc%2fpasswd",
            "/assets/%2e%2e/%2e%2e/etc/passwd",
            "/assets/....//etc/passwd",
            "/assets/style.css",
            "/action/..%2fsecret",
            "/action/../secret",
            "/action/%00",
            "/action/..",
            "/action/ua-31-22-3/photo/../../..",
            "/action/ua-31-22-3;x=y/write",
            "/web/style.css",
            "/templates/letter.ftlh",
            "//etc/passwd",
            "/%c0%ae%c0%ae/etc/passwd")) {
      String answer =
          raw(
              "GET "
                  + path
                  + " HTTP/1.1\r\nHost: localhost:"
                  + site.server.address().getPort()
                  + "\r\nConnection: close\r\n\r\n");
      assertTrue(answer.matches("(?s)HTTP/1.1 (400|404|30\\d).*"), path + ": " + answer);
      assertFalse(answer.contains("root:") || answer.contains("secret: here"), path);
      assertFalse(answer.contains("Jetty") || answer.contains("Exception"), path + ": " + answer);
    }
  }

  @Test
  void whatIsNoRequestIsAnsweredInAFewWords() throws IOException {
    for (String request :
        List.of(
            "GET / HTTP/1.1\r\n\r\n",
            "NONSENSE\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "POST " + WRITE + " HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "DELETE / HTTP/1.1\r\nHost: localhost:"
                + site.server.address().getPort()
                + "\r\nConnection: close\r\n\r\n")) {
      String answer = raw(request);
      assertTrue(answer.matches("(?s)HTTP/1.1 (4\\d\\d|505).*"), request + ": " + answer);
      assertFalse(answer.contains("Jetty") || answer.contains("Exception"), answer);
    }
  }

  @Test
  void whoAsksTooOftenWaitsAndOthersDoNot() {
    RateLimiter limiter = new RateLimiter(3, 60, () -> time);
    time = 0;
    for (int i = 0; i < 3; i++) {
      assertEquals(0, limiter.secondsToWait("one"));
    }
    assertEquals(20, limiter.secondsToWait("one"));
    assertEquals(0, limiter.secondsToWait("another"));
    time = 21_000_000_000L;
    assertEquals(0, limiter.secondsToWait("one"));
    assertTrue(limiter.secondsToWait("one") > 0);
  }

  private long time;

  @Test
  void filesPreviewsAndActionsEachHaveTheirLimit(@TempDir Path other) throws Exception {
    Limits few = new Limits(1000, 3, 2, 1, 2);
    URI address = URI.create("https://write.example.org");
    try (ServedSite strict =
        ServedSite.in(
            other, new ServeSettings("127.0.0.1", 0, false, address, few), ServedSite.MAY_2023)) {
      String token =
          new String(
              strict.raw("GET " + WRITE, "write.example.org", "203.0.113.7", ""),
              StandardCharsets.UTF_8);
      assertTrue(token.startsWith("HTTP/1.1 200"), token);
      String value = token.replaceAll("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
      String body =
          "token="
              + value
              + "&to=president&name=Ann&lang=en&drafted=en&draft=Hi&file=president:pdf&sent=president:post";
      assertEquals(
          List.of(200, 200, 429), strict.statuses(3, WRITE + "/letter", "203.0.113.7", body));
      assertEquals(
          List.of(200),
          strict.statuses(1, WRITE + "/letter", "203.0.113.8", body),
          "another reader");
      assertEquals(
          List.of(429),
          strict.statuses(1, WRITE + "/letter", "198.51.100.1, 203.0.113.7", body),
          "whatever the reader claims");
      assertEquals(List.of(200, 200, 429), strict.statuses(3, WRITE, "203.0.113.7", body));
      assertEquals(List.of(200, 429), strict.statuses(2, WRITE + "/sent", "203.0.113.7", body));
      String answer =
          new String(strict.raw("GET /", "localhost", "203.0.113.7", ""), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 421"), "only the public name is answered to");
    }
  }

  @Test
  void whoSendsTooSlowlyIsNotWaitedFor() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", site.server.address().getPort())) {
      OutputStream out = socket.getOutputStream();
      String head =
          "POST %s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n"
              .formatted(WRITE, site.server.address().getPort());
      out.write(head.getBytes(StandardCharsets.UTF_8));
      boolean ended = false;
      for (int i = 0; i < 100 && !ended; i++) {
        try {
          out.write('x');
          out.flush();
          Thread.sleep(50);
          ended = socket.getInputStream().available() > 0;
        } catch (IOException e) {
          ended = true; // the server has hung up
        }
      }
      assertTrue(ended, "a byte now and then holds no thread for ever");
    }
    assertEquals(200, site.get("/").statusCode());
  }

  @Test
  void noQueueOfLettersGrowsForEver() {
    Workroom room = new Workroom(1);
    Refusal refusal =
        room.make(
            () -> {
              java.util.concurrent.CompletableFuture<Refusal> second =
                  java.util.concurrent.CompletableFuture.supplyAsync(
                      () -> {
                        try {
                          room.make(() -> "made");
                          return null;
                        } catch (Refusal e) {
                          return e;
                        }
                      });
              return second.join();
            });
    assertEquals(Refusal.Kind.BUSY, refusal.kind());
    assertEquals("made", room.make(() -> "made"), "and then there is room again");
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", site.server.address().getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.UTF_8));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
