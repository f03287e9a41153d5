package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.mail.Credentials;
import org.urgentaction.mail.Extras;
import org.urgentaction.mail.ScriptedSmtpServer;
import org.urgentaction.sending.SendingLimits;
import org.urgentaction.sending.SendingSetup;

/** A list dropped in, on its way through plan and rehearsal to a real server on this machine. */
class SendingDeskTest {
  private static final int PLENTY = 1_000_000;
  private static final String SECTION = "Section <letters@section.example>";

  @TempDir static Path folder;
  private static final Semaphore LET_THROUGH = new Semaphore(PLENTY);
  private static ScriptedSmtpServer server;
  private static ServedSite site;
  private DroppedList list;

  @BeforeAll
  static void serve() throws IOException {
    server = slowServer();
    site = ServedSite.in(folder.resolve("shared"), sendingThrough(server));
    site.addFull();
  }

  /** Takes a message as often as it is let. */
  private static ScriptedSmtpServer slowServer() throws IOException {
    return new ScriptedSmtpServer(
        event -> {
          if (event.verb().equals("DOT")) {
            LET_THROUGH.acquireUninterruptibly();
          }
          return null;
        });
  }

  private static SendingSetup sendingThrough(ScriptedSmtpServer server) {
    return new SendingSetup(
        new SendingSetup.Door(server.address(), Credentials.password(() -> new char[0])),
        new SendingLimits(List.of(), null, 2, true),
        null,
        false,
        Extras.none(),
        null,
        folder);
  }

  @AfterAll
  static void close() throws IOException {
    site.close();
    server.close();
  }

  @BeforeEach
  void arrive() throws IOException {
    list = new DroppedList(site);
    LET_THROUGH.drainPermits();
    LET_THROUGH.release(PLENTY);
    server.forget();
  }

  @AfterEach
  void nothingWentWrongAndNothingIsLeft() throws Exception {
    LET_THROUGH.release(PLENTY);
    list.putAllAway();
    site.addFull();
    site.resetLog();
    assertEquals(List.of(), List.copyOf(site.troubles));
    assertEquals(Set.of(), kept());
  }

  /** What jobs keep on the disk at this moment. */
  private static Set<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new HashSet<>(
          files.filter(file -> file.getFileName().toString().startsWith("ua-sending-")).toList());
    }
  }

  @Test
  void aListIsPlannedRehearsedReadAndSent() throws Exception {
    Document plan =
        list.planned(
            DroppedList.of(3) + "Nobody Reachable,no-address,Ottawa,CA\r\n", "attach", "yes");
    assertEquals(List.of(), plan.select(".notice.bad").eachText());
    assertTrue(plan.select("#plan + p").text().contains("3 letters"), plan.text());
    assertTrue(plan.text().contains("Kassym-Jomart Tokayev"), plan.text());
    assertEquals("5", plan.select("#survey ~ div tbody td").first().text(), plan.text());
    HttpResponse<byte[]> bad = site.get(list.page() + "/bad-rows");
    assertTrue(ServedSite.text(bad).contains("no-address"), "to correct");
    assertTrue(bad.headers().firstValue("Content-Disposition").orElse("").contains("bad-rows.csv"));
    assertEquals(0, server.commands().size(), "nobody has been written to");
    list.press("send", "count", "3");
    assertEquals("planned", list.now().getElementById("job").attr("data-stage"));

    list.press("rehearse");
    Document rehearsed = list.until("rehearsed");
    assertTrue(rehearsed.text().contains("3 messages"), rehearsed.text());
    assertEquals(0, server.commands().size(), "a rehearsal stays inside");
    Document message = site.page(list.page() + "/message/2");
    assertTrue(message.select(".headers").text().contains("Writer Number2"), message.text());
    assertTrue(message.select(".paper").text().contains("Zhanbolat"), message.text());
    HttpResponse<byte[]> file = site.get(list.page() + "/message/2/file");
    assertTrue(ServedSite.text(file).contains("Message-ID: <"), "the bytes");
    HttpResponse<byte[]> html = site.get(list.page() + "/message/2/html");
    assertTrue(
        html.headers().firstValue("Content-Security-Policy").orElse("").startsWith("sandbox;"));
    HttpResponse<byte[]> pdf = site.get(list.page() + "/message/2/attached/1");
    assertTrue(ServedSite.text(pdf).startsWith("%PDF-"));
    assertEquals(404, site.get(list.page() + "/message/4").statusCode());
    assertEquals(404, site.get(list.page() + "/message/2/attached/2").statusCode());

    for (String count : List.of("", "2", "4", "three", "-3", "99999999999")) {
      HttpResponse<byte[]> refused = list.press("send", "count", count);
      assertEquals(422, refused.statusCode(), count);
    }
    assertEquals(0, server.commands().size(), "nothing goes before the number is right");
    assertEquals(303, list.press("send", "count", "3").statusCode());
    Document ended = list.until("ended");
    assertTrue(ended.select(".stage").text().contains("3 letters were sent"), ended.text());
    assertEquals(3, server.taken().size());
    assertEquals(404, site.get(list.page() + "/message/1").statusCode(), "gone");
    assertEquals(404, site.get(list.page() + "/bad-rows").statusCode(), "gone");
    assertEquals(Set.of(), kept());
    list.press("away");
    assertEquals(404, site.get(list.page()).statusCode());
  }

  @Test
  void whatIsPausedGoesOnWithWhatIsMissing() throws Exception {
    LET_THROUGH.drainPermits();
    list.planned(DroppedList.of(12));
    list.press("rehearse");
    list.until("rehearsed");
    list.press("send", "count", "12");
    LET_THROUGH.release(4);
    for (int i = 0; i < 400 && server.taken().size() < 4; i++) {
      Thread.sleep(25);
    }
    list.press("pause");
    assertEquals("pausing", list.now().getElementById("job").attr("data-stage"));
    LET_THROUGH.release(2);
    Document paused = list.until("paused");
    int first = server.taken().size();
    assertTrue(first >= 4 && first <= 6, first + " letters, those in hand included");
    assertTrue(
        paused.select(".stage").text().contains(first + " letters were sent"), paused.text());
    LET_THROUGH.release(100);
    Thread.sleep(300);
    assertEquals(first, server.taken().size(), "nothing goes while it is paused");
    list.press("resume");
    Document ended = list.until("ended");
    assertTrue(ended.select(".stage").text().contains("12 letters were sent"), ended.text());
    assertEquals(12, server.taken().size());
    Set<String> ids = new HashSet<>();
    Pattern id = Pattern.compile("(?m)^Message-ID: (\\S+)");
    for (String each : server.taken()) {
      Matcher found = id.matcher(each);
      assertTrue(found.find());
      ids.add(found.group(1));
    }
    assertEquals(12, ids.size(), "each of them once");
  }

  @Test
  void theServersEndLetsTheLettersInHandFinish(@TempDir Path own) throws Exception {
    LET_THROUGH.drainPermits();
    ServedSite ending = ServedSite.in(own, sendingThrough(server));
    ending.addFull();
    DroppedList list = new DroppedList(ending);
    list.planned(DroppedList.of(12));
    list.press("rehearse");
    list.until("rehearsed");
    list.press("send", "count", "12");
    for (int i = 0; i < 400 && server.commands().stream().noneMatch("DATA"::equals); i++) {
      Thread.sleep(25);
    }
    CountDownLatch closed = new CountDownLatch(1);
    Thread closing =
        new Thread(
            () -> {
              ending.close();
              closed.countDown();
            });
    closing.start();
    assertFalse(closed.await(300, java.util.concurrent.TimeUnit.MILLISECONDS));
    LET_THROUGH.release(100);
    closing.join(20_000);
    assertFalse(closing.isAlive());
    int sent = server.taken().size();
    assertTrue(sent >= 1 && sent <= 4, sent + " were in hand");
    assertEquals(Set.of(), kept());
  }

  @Test
  void aServerThatIsNotThereIsSaidAndTheListWaits(@TempDir Path own) throws Exception {
    ScriptedSmtpServer gone = slowServer();
    gone.close();
    try (ServedSite alone = ServedSite.in(own, sendingThrough(gone))) {
      alone.addFull();
      waitsForTheServer(new DroppedList(alone));
    }
  }

  private static void waitsForTheServer(DroppedList list) throws Exception {
    list.planned(DroppedList.of(2));
    list.press("rehearse");
    list.until("rehearsed");
    list.press("send", "count", "2");
    Document paused = list.until("paused");
    assertTrue(paused.select(".notice.bad [lang=en]").text().contains("127.0.0.1"), paused.text());
    list.press("stop");
    assertEquals("ended", list.now().getElementById("job").attr("data-stage"));
    assertEquals(Set.of(), kept());
  }

  @Test
  void aListThatIsNoneIsRefusedInClearWords() throws Exception {
    for (Map.Entry<String, String> each :
        Map.of(
                "city,country\r\nOttawa,CA\r\n", "no column is called",
                "name,email\r\nAnn,nothing\r\n", "row",
                "PK\u0003\u0004 no workbook", "list.csv")
            .entrySet()) {
      list.drop(list.fields(), "list.csv", each.getKey().getBytes(StandardCharsets.UTF_8));
      Document refused = list.until("refused");
      String said = refused.select(".notice.bad").text();
      assertTrue(said.contains(each.getValue()) || said.contains("list.csv"), said);
      assertFalse(said.contains("ua-sending"), "where it is kept is nobody's concern: " + said);
      assertEquals(Set.of(), kept());
      list.press("away");
    }
  }

  @Test
  void whatTheFormLacksIsSaidAndNothingIsKept() throws Exception {
    byte[] good = DroppedList.of(1).getBytes(StandardCharsets.UTF_8);
    for (Map.Entry<String, String> each :
        Map.of("section", "no address", "rate", "fast", "hours", "25-99").entrySet()) {
      HttpResponse<byte[]> answer =
          list.drop(list.fields(each.getKey(), each.getValue()), "list.csv", good);
      assertEquals(422, answer.statusCode());
      Document page = org.jsoup.Jsoup.parse(ServedSite.text(answer));
      Element field = page.getElementById(each.getKey());
      assertEquals("true", field.attr("aria-invalid"), each.getKey());
      assertEquals(each.getValue(), field.attr("value"), "as it was typed");
    }
    assertEquals(422, list.drop(list.fields(), "", new byte[0]).statusCode(), "no file");
    assertEquals(Set.of(), kept());
    list.planned(DroppedList.of(1), "section", SECTION, "replies", "section");
    list.press("rehearse");
    list.until("rehearsed");
    String headers = site.page(list.page() + "/message/1").select(".headers").text();
    assertTrue(headers.contains("Writer Number1 via Section <letters@section.example>"), headers);
    assertFalse(headers.contains("Reply-To"), headers);
  }

  @Test
  void aClosedCampaignIsSentForAReasonOnly() throws Exception {
    Files.writeString(
        site.campaigns.resolve("full.yaml"),
        Files.readString(site.campaigns.resolve("full.yaml")).replace("2023-06-14", "2023-05-01"));
    byte[] good = DroppedList.of(1).getBytes(StandardCharsets.UTF_8);
    assertEquals(422, list.drop(list.fields(), "list.csv", good).statusCode());
    Document plan = list.planned(DroppedList.of(1), "reason", "The section office agreed today");
    assertTrue(plan.select("#plan + p").text().contains("1 letter"), plan.text());
  }

  @Test
  void whatIsUnderWayCanBeStoppedWhateverBefallsTheCampaignsFile() throws Exception {
    LET_THROUGH.drainPermits();
    list.planned(DroppedList.of(6));
    list.press("rehearse");
    list.until("rehearsed");
    Map.Entry<String, String> token = Map.entry("token", list.fields().get("token"));
    list.press("send", "count", "6");
    for (int i = 0; i < 400 && server.commands().stream().noneMatch("DATA"::equals); i++) {
      Thread.sleep(25);
    }
    Files.writeString(site.campaigns.resolve("full.yaml"), "title: [broken");
    assertEquals(503, site.get(site.desk(DroppedList.CAMPAIGN + "/send")).statusCode());
    assertEquals("sending", list.now().getElementById("job").attr("data-stage"));
    assertEquals(303, site.post(list.page() + "/stop", List.of(token)).statusCode());
    LET_THROUGH.release(PLENTY);
    list.until("ended");
    assertTrue(server.taken().size() < 6, server.taken().size() + " were sent");
    site.addFull();
  }

  @Test
  void aLogThatIsLockedIsSaidAndTheListWaits() throws Exception {
    list.planned(DroppedList.of(2));
    list.press("rehearse");
    list.until("rehearsed");
    Path aside = folder.resolve("aside.db");
    Files.move(site.log, aside);
    Files.createDirectory(site.log);
    list.press("send", "count", "2");
    Document paused = list.until("paused");
    assertTrue(paused.select(".notice.bad").text().contains("log.db"), paused.text());
    assertEquals(List.of(), server.taken());
    Files.delete(site.log);
    Files.move(aside, site.log);
    list.press("resume");
    list.until("ended");
    assertEquals(2, server.taken().size());
  }

  @Test
  void noMoreListsAreTakenThanCanBeLookedAfter() throws Exception {
    for (int i = 0; i < 8; i++) {
      list.planned(DroppedList.of(1));
    }
    HttpResponse<byte[]> answer =
        list.drop(list.fields(), "list.csv", DroppedList.of(1).getBytes(StandardCharsets.UTF_8));
    assertEquals(422, answer.statusCode());
    assertTrue(ServedSite.text(answer).contains("too many lists"));
    assertEquals(
        8, site.page(site.desk(DroppedList.CAMPAIGN + "/send")).select(".plain-list li").size());
    assertEquals(8, kept().size());
  }
}
