package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers, large files and hostile lists come to at the door to sending. */
class SendingDoorTest {
  private static final String HOSTILE =
      "\"'><script>alert(1)</script><img src=x onerror=alert(2)>${7*7}&amp;";
  private static final byte[] LIST = DroppedList.of(2).getBytes(StandardCharsets.UTF_8);
  private static final long LIMIT = 64L << 20;

  @TempDir static Path folder;
  private static ServedSite site;
  private DroppedList list;

  @BeforeAll
  static void serve() throws IOException {
    site = ServedSite.in(folder);
    site.addFull();
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @BeforeEach
  void arrive() {
    list = new DroppedList(site);
  }

  @AfterEach
  void nothingWentWrongAndNothingIsLeft() throws Exception {
    list.putAllAway();
    site.resetLog();
    assertEquals(List.of(), List.copyOf(site.troubles));
    assertEquals(List.of(), kept());
  }

  private static List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.getFileName().toString().startsWith("ua-sending")).toList();
    }
  }

  @Test
  void withoutTheKeyThereIsNoSending() throws Exception {
    list.planned(DroppedList.of(2));
    list.press("rehearse");
    list.until("rehearsed");
    String job = list.page().substring(site.desk("").length());
    Map.Entry<String, String> token = Map.entry("token", list.fields().get("token"));
    for (String path :
        List.of(
            DroppedList.CAMPAIGN + "/send",
            job,
            job + "/bad-rows",
            job + "/message/1",
            job + "/message/1/file",
            job + "/message/1/html",
            job + "/message/1/attached/1")) {
      assertEquals(404, site.get("/desk/x" + path).statusCode(), path);
      HttpResponse<byte[]> answer = site.get(site.desk(path));
      assertTrue(List.of(200, 404).contains(answer.statusCode()), path);
      assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""), path);
    }
    for (String what : List.of("rehearse", "send", "pause", "resume", "stop", "away")) {
      assertEquals(404, site.post("/desk/x" + job + "/" + what, List.of(token)).statusCode(), what);
      assertEquals(403, site.post(site.desk(job + "/" + what), List.of()).statusCode(), what);
    }
    String other = job.replace("/campaign/full/", "/campaign/ua-31-22-3/");
    assertEquals(404, site.get(site.desk(other)).statusCode(), "a list is of its campaign");
    assertEquals("rehearsed", list.now().getElementById("job").attr("data-stage"));
  }

  @Test
  void aListIsTakenWithATokenOfThisServerAndBeforeAnythingElse() throws Exception {
    byte[] file = DroppedList.part("list", "list.csv", LIST);
    byte[] token =
        DroppedList.part(
            "token", null, list.fields().get("token").getBytes(StandardCharsets.UTF_8));
    byte[] strange =
        DroppedList.part(
            "token",
            null,
            new FormTokens(ServedSite.MAY_2023).issue(null).getBytes(StandardCharsets.UTF_8));
    byte[] rate = DroppedList.part("rate", null, new byte[0]);
    assertEquals(403, list.post(List.of(file)).statusCode());
    assertEquals(403, list.post(List.of(strange, file)).statusCode());
    assertEquals(403, list.post(List.of(file, token)).statusCode(), "too late");
    assertEquals(403, list.post(List.of(rate, token, file)).statusCode(), "not the first");
    assertEquals(403, list.post(List.of()).statusCode());
    assertEquals(415, list.post(List.of(token, file, file)).statusCode(), "one list");
    assertEquals(
        415,
        list.post(List.of(token, DroppedList.part("rate", "list.csv", LIST))).statusCode(),
        "no file but the list");
    byte[] long_ = DroppedList.part("rate", null, new byte[5000]);
    assertEquals(413, list.post(List.of(token, long_, file)).statusCode());
    assertEquals(
        415,
        list.post(List.of(token, "--nothing that ends".getBytes(StandardCharsets.UTF_8)))
            .statusCode());
    assertEquals(List.of(), kept());
    assertEquals(303, list.post(List.of(token, rate, file)).statusCode());
  }

  @Test
  void aListThatIsTooLargeIsNotKept() throws Exception {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    list.fields()
        .forEach(
            (name, value) ->
                head.writeBytes(
                    DroppedList.part(name, null, value.getBytes(StandardCharsets.UTF_8))));
    byte[] part = DroppedList.part("list", "list.csv", LIST);
    head.write(part, 0, part.length - 2);
    byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    List<InputStream> body = new ArrayList<>();
    body.add(new ByteArrayInputStream(head.toByteArray()));
    for (int i = 0; i < LIMIT / block.length + 1; i++) {
      body.add(new ByteArrayInputStream(block));
    }
    HttpResponse<byte[]> answer =
        site.send(
            HttpRequest.newBuilder(site.uri(site.desk(DroppedList.CAMPAIGN + "/send")))
                .header("Content-Type", "multipart/form-data; boundary=----a-boundary-of-ours")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new SequenceInputStream(Collections.enumeration(body)))));
    assertEquals(413, answer.statusCode());
    assertTrue(ServedSite.text(answer).contains("larger than 64 MB"));
    assertEquals(List.of(), kept());
  }

  @Test
  void aFormThatComesInPiecesIsOneForm() throws Exception {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    list.fields("rate", "30/min")
        .forEach(
            (name, value) ->
                form.writeBytes(
                    DroppedList.part(name, null, value.getBytes(StandardCharsets.UTF_8))));
    form.writeBytes(DroppedList.part("list", "list.csv", LIST));
    form.writeBytes("------a-boundary-of-ours--\r\n".getBytes(StandardCharsets.UTF_8));
    byte[] body = form.toByteArray();
    try (Socket socket = new Socket("127.0.0.1", site.server.address().getPort())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: %d\r\nConnection: close\r\nContent-Type:"
                  + " multipart/form-data; boundary=----a-boundary-of-ours\r\n\r\n")
              .formatted(
                  site.desk(DroppedList.CAMPAIGN + "/send"),
                  site.server.address().getPort(),
                  body.length)
              .getBytes(StandardCharsets.UTF_8));
      for (byte each : body) {
        out.write(each);
        out.flush();
        Thread.sleep(0, 300_000);
      }
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
    }
    Document form2 = site.page(site.desk(DroppedList.CAMPAIGN + "/send"));
    String job = form2.select(".plain-list a").attr("href");
    for (int i = 0; i < 200 && site.page(job).getElementById("plan") == null; i++) {
      Thread.sleep(50);
    }
    assertTrue(site.page(job).text().contains("2 letters to send"), site.page(job).text());
  }

  @Test
  void aPageOfAnotherSiteDropsNothing() {
    byte[] token =
        DroppedList.part(
            "token", null, list.fields().get("token").getBytes(StandardCharsets.UTF_8));
    for (String[] header :
        List.of(
            new String[] {"Sec-Fetch-Site", "cross-site"},
            new String[] {"Origin", "https://evil.example"})) {
      HttpResponse<byte[]> answer =
          site.send(
              HttpRequest.newBuilder(site.uri(site.desk(DroppedList.CAMPAIGN + "/send")))
                  .header("Content-Type", "multipart/form-data; boundary=----a-boundary-of-ours")
                  .header(header[0], header[1])
                  .POST(HttpRequest.BodyPublishers.ofByteArray(token)));
      assertEquals(403, answer.statusCode(), header[0]);
    }
  }

  @Test
  void withoutAServerALiveSendIsNotOfferedAndNotDone() throws Exception {
    assertTrue(list.planned(DroppedList.of(2)).select(".confirm").isEmpty());
    list.press("rehearse");
    Document rehearsed = list.until("rehearsed");
    assertTrue(rehearsed.select(".confirm").isEmpty());
    assertTrue(rehearsed.text().contains("ua serve --smtp"), rehearsed.text());
    assertEquals(404, list.press("send", "count", "2").statusCode());
    assertEquals("rehearsed", list.now().getElementById("job").attr("data-stage"));
  }

  @Test
  void pagesAreValidAndTextWhateverListAndFormHold() throws Exception {
    String cell = "\"" + HOSTILE.replace("\"", "\"\"") + "\"";
    String rows =
        DroppedList.of(2)
            + "\"Ann <script>alert(1)</script> Lee\",ann@example.org,"
            + cell
            + ",DE\r\n"
            + String.join(",", cell, cell, cell, cell)
            + "\r\n";
    String full = Files.readString(site.campaigns.resolve("full.yaml"));
    Files.writeString(
        site.campaigns.resolve("bad.yaml"),
        ValidPagesTest.hostile(full.replace("ua: 40/23", "ua: 31/22")));
    List<String> pages = new ArrayList<>();
    visit(new DroppedList(site), DroppedList.CAMPAIGN, "?ui=en", rows, pages);
    visit(new DroppedList(site, "/campaign/bad"), "/campaign/bad", "?ui=ar", rows, pages);
    List<String> faults = new ArrayList<>();
    for (String page : pages) {
      EmbeddedValidator validator = new EmbeddedValidator();
      validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
      String said =
          validator.validate(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
      if (!said.isBlank()) {
        faults.add(Jsoup.parse(page).title() + said);
      }
      Document read = Jsoup.parse(page);
      assertEquals(1, read.select("script").size(), read.title());
      assertTrue(read.select("img, [onerror], [style]").isEmpty(), read.title());
      assertFalse(page.contains("{49}") || page.contains(">49"), "no template in a list");
    }
    assertEquals(List.of(), faults);
  }

  /** All pages that a list can lead to. */
  private static void visit(
      DroppedList dropped, String campaign, String ui, String rows, List<String> pages)
      throws Exception {
    byte[] list = rows.getBytes(StandardCharsets.UTF_8);
    pages.add(ServedSite.text(site.get(site.desk(campaign + "/send" + ui))));
    pages.add(
        ServedSite.text(
            dropped.drop(
                dropped.fields(
                    "section", HOSTILE, "rate", HOSTILE, "hours", HOSTILE, "replies", HOSTILE),
                HOSTILE,
                list)));
    dropped.drop(dropped.fields(), HOSTILE + ".csv", list);
    Document planned = dropped.until("planned");
    int letters =
        Integer.parseInt(
            planned.getElementById("plan").nextElementSibling().text().replaceAll("\\D+", ""));
    assertTrue(letters > 0, planned.text());
    pages.add(ServedSite.text(site.get(dropped.page() + ui)));
    dropped.press("rehearse");
    dropped.until("rehearsed");
    pages.add(ServedSite.text(site.get(dropped.page() + ui)));
    for (int i = 1; i <= letters; i++) {
      pages.add(ServedSite.text(site.get(dropped.page() + "/message/" + i + ui)));
    }
    pages.add(ServedSite.text(site.get(site.desk(campaign + "/send" + ui))));
    dropped.putAllAway();
  }
}
