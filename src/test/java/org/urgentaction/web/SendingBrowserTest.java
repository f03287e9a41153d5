package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.urgentaction.mail.Credentials;
import org.urgentaction.mail.Extras;
import org.urgentaction.mail.ScriptedSmtpServer;
import org.urgentaction.sending.SendingLimits;
import org.urgentaction.sending.SendingSetup;

/** A coordinator in the system's Chromium: from a list to letters in the post, and how it looks. */
class SendingBrowserTest {
  private static final int PLENTY = 1_000_000;

  @TempDir static Path folder;
  private static final Semaphore LET_THROUGH = new Semaphore(PLENTY);
  private static ScriptedSmtpServer server;
  private static ServedSite site;
  private static Browser browser;
  private final DroppedList list = new DroppedList(site);

  @BeforeAll
  static void open() throws IOException {
    server =
        new ScriptedSmtpServer(
            event -> {
              if (event.verb().equals("DOT")) {
                LET_THROUGH.acquireUninterruptibly();
              }
              return null;
            });
    site =
        ServedSite.in(
            folder,
            new SendingSetup(
                new SendingSetup.Door(server.address(), Credentials.password(() -> new char[0])),
                new SendingLimits(List.of(), null, 2, true),
                null,
                false,
                Extras.none(),
                null,
                folder));
    site.addFull();
    browser = Browser.open(folder);
    browser.go(site.uri("/"));
    browser.requests(); // the browser's own first page
  }

  @AfterAll
  static void close() throws IOException {
    if (browser != null) {
      browser.close();
    }
    site.close();
    server.close();
  }

  @AfterEach
  void nothingWasAskedOfAnybodyElseAndNothingWasBlocked() throws Exception {
    LET_THROUGH.drainPermits();
    LET_THROUGH.release(PLENTY);
    browser.scripts(true);
    browser.go(site.uri("/"));
    browser.assertNothingAskedElsewhere(site);
    list.putAllAway();
    site.resetLog();
    server.forget();
  }

  private static String form(String ui) {
    return site.desk(DroppedList.CAMPAIGN + "/send?ui=" + ui);
  }

  /** Chooses a file and sends the form, as people do. */
  private static void drop(String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("supporters.csv"), rows, StandardCharsets.UTF_8);
    browser.find("#list").sendKeys(file.toString());
    browser.click("form.sheet button[type=submit]");
  }

  /** Waits for a stage; without scripts by asking again, as people do. */
  private static void until(String stage, boolean scripts) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      if (!browser.all("#job[data-stage=" + stage + "]").isEmpty()) {
        return;
      }
      Thread.sleep(100);
      if (!scripts && !browser.all("noscript a").isEmpty()) {
        browser.click("noscript a");
      }
    }
    throw new AssertionError(stage + " did not come: " + browser.find("main").getText());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fromAListToLettersThatWereSent(boolean scripts) throws Exception {
    browser.scripts(scripts);
    browser.go(site.uri(form("en")));
    drop(DroppedList.of(5));
    until("planned", scripts);
    browser.click("#controls button");
    until("rehearsed", scripts);
    browser.click("#rehearsal ~ .buttons a");
    assertTrue(browser.find("h1").getText().contains("Message 1 of 5"));
    assertTrue(browser.find(".headers").getText().contains("writer1@example.org"));
    browser.click("a[rel=next]");
    assertTrue(browser.find(".headers").getText().contains("writer2@example.org"));
    browser.click(".back a");
    browser.find("#count").sendKeys("4");
    browser.click(".confirm button");
    assertTrue(browser.find(".notice.bad").getText().contains("Nothing was sent"));
    LET_THROUGH.drainPermits();
    LET_THROUGH.release(2);
    browser.find("#count").sendKeys("5");
    browser.click(".confirm button");
    until("sending", scripts);
    browser.click("#controls button");
    until("pausing", scripts);
    LET_THROUGH.release(2);
    until("paused", scripts);
    int before = server.taken().size();
    assertTrue(before < 5, before + " of them before the pause");
    LET_THROUGH.release(PLENTY / 2);
    browser.click("#controls button");
    until("ended", scripts);
    assertTrue(browser.find(".stage").getText().contains("5 letters were sent"));
    assertEquals(5, server.taken().size());
  }

  @Test
  void axeFindsNothingAndNothingSticksOutInEitherDirectionAndScheme() throws Exception {
    List<String> found = new ArrayList<>();
    String hostile = "\"\"\"><img src=x onerror=alert(1)>\"";
    for (String ui : List.of("en", "ar")) {
      browser.go(site.uri(form(ui)));
      browser.find("#section").sendKeys("no address");
      drop(DroppedList.of(1));
      look("form with errors " + ui, found);
      browser.go(site.uri(form(ui)));
      drop(
          DroppedList.of(30) + hostile + "," + hostile + ",x,y\r\nTwice,writer1@example.org,,\r\n");
      until("planned", true);
      look("plan " + ui, found);
      browser.click("#controls button");
      until("rehearsed", true);
      look("rehearsed " + ui, found);
      browser.click("#rehearsal ~ .buttons a");
      look("message " + ui, found);
      browser.click(".back a");
      LET_THROUGH.drainPermits();
      LET_THROUGH.release(7);
      String letters = browser.find(".confirm button").getText().replaceAll("\\D+", "");
      browser.find("#count").sendKeys(letters);
      browser.click(".confirm button");
      until("sending", true);
      browser.waitFor(".bar", "7");
      look("sending " + ui, found);
      LET_THROUGH.release(PLENTY);
      until("ended", true);
      look("ended " + ui, found);
      browser.go(site.uri(form(ui)));
      look("form with lists " + ui, found);
      list.putAllAway();
      site.resetLog();
    }
    assertEquals(List.of(), found);
  }

  private static void look(String page, List<String> found) {
    for (boolean dark : List.of(false, true)) {
      browser.dark(dark);
      browser.axe(dark).forEach(line -> found.add(page + (dark ? " dark: " : ": ") + line));
    }
    browser.dark(false);
    browser.size(320, 640, true);
    int width =
        ((Number) browser.script("return document.scrollingElement.scrollWidth")).intValue();
    if (width > 320) {
      found.add(page + " is " + width + " wide");
    }
    browser.size(1280, 900, false);
  }

  @Test
  void thePageFollowsWithoutBeingAskedAndKeepsTheFocus() throws Exception {
    LET_THROUGH.drainPermits();
    browser.go(site.uri(form("en")));
    drop(DroppedList.of(8));
    until("planned", true);
    browser.click("#controls button");
    until("rehearsed", true);
    browser.find("#count").sendKeys("8", Keys.ENTER);
    until("sending", true);
    browser.script("window.before = document.getElementById('controls')");
    browser.script("document.querySelector('#controls button').focus()");
    LET_THROUGH.release(3);
    browser.waitFor(".bar", "3 of 8");
    assertEquals("Pause", browser.focused().getText());
    assertEquals(true, browser.script("return window.before.isConnected"), "the same button");
    LET_THROUGH.release(PLENTY);
    until("ended", true);
    assertEquals("stage", browser.focused().getDomAttribute("id"), "where the news is");
  }

  @Test
  void pictureForTheManual() throws Exception {
    browser.go(site.uri(form("en")));
    drop(DroppedList.of(240) + "Ann Lee,no address,Berlin,DE\r\n");
    until("planned", true);
    browser.click("#controls button");
    until("rehearsed", true);
    LET_THROUGH.drainPermits();
    LET_THROUGH.release(138);
    browser.find("#count").sendKeys("240");
    browser.click(".confirm button");
    until("sending", true);
    browser.waitFor(".bar", "138");
    browser.size(1280, 1300, false);
    byte[] png = browser.picture();
    assertEquals((byte) 0x89, png[0]);
    Files.write(Files.createDirectories(Path.of("target/web")).resolve("web-send.png"), png);
    if (!System.getProperty("update", "").isEmpty()) {
      Files.write(Path.of("docs/web-send.png"), png);
    }
  }
}
