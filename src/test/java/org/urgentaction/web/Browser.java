package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.urgentaction.fax.Programs;

/** The system's Chromium, with a home of its own, that writes down every request it makes. */
final class Browser implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("\"url\":\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final Path downloads;
  private final ChromeDriver driver;
  private final String axe;

  private Browser(ChromeDriver driver, Path downloads, String axe) {
    this.driver = driver;
    this.downloads = downloads;
    this.axe = axe;
  }

  /** It finds no bindings of this Chromium's version, of which none are used. */
  private static final Logger QUIET = Logger.getLogger("org.openqa.selenium.devtools");

  /** Skips the test where there is no Chromium, or nothing to drive it by. */
  static Browser open(Path folder) {
    Path chromium = Programs.find("chromium").orElse(null);
    Path chromedriver = Programs.find("chromedriver").orElse(null);
    assumeTrue(chromium != null, "chromium is not installed");
    assumeTrue(chromedriver != null, "chromedriver (chromium-driver) is not installed");
    QUIET.setLevel(Level.SEVERE);
    Path downloads = folder.resolve("downloads");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--user-data-dir=" + folder.resolve("profile"));
    options.setExperimentalOption(
        "prefs",
        Map.of(
            "download.default_directory",
            downloads.toString(),
            "plugins.always_open_pdf_externally",
            true,
            "intl.accept_languages",
            "en"));
    options.setCapability("goog:loggingPrefs", logs);
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      Files.createDirectories(downloads);
      String axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      ChromeDriver driver =
          new ChromeDriver(
              new ChromeDriverService.Builder()
                  .usingDriverExecutable(chromedriver.toFile())
                  .build(),
              options);
      driver.manage().timeouts().scriptTimeout(PATIENCE);
      return new Browser(driver, downloads, axe);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void go(URI address) {
    driver.get(address.toString());
  }

  /** Waits until it is there: after a click the page that follows may still be on its way. */
  WebElement find(String selector) {
    for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
      List<WebElement> found = all(selector);
      if (!found.isEmpty()) {
        return found.get(0);
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("no " + selector + " at " + driver.getCurrentUrl());
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Clicks what stands where, and waits for the page that follows where one does. */
  void click(String selector) {
    find(selector).click();
  }

  /** Chooses one of a list. */
  void choose(String list, String value) {
    find(list + " option[value='" + value + "']").click();
  }

  /** What keys do, without naming an element. */
  void press(CharSequence... keys) {
    new org.openqa.selenium.interactions.Actions(driver).sendKeys(keys).perform();
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  Object script(String script) {
    return driver.executeScript(script);
  }

  void size(int width, int height, boolean phone) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
  }

  void dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** For the pages that are opened from now on. */
  void scripts(boolean on) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  /** A picture of the window. */
  byte[] picture() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /**
   * What axe-core finds on the page, one line each.
   *
   * @param colours whether only what hangs on colours is to be looked at
   */
  List<String> axe(boolean colours) {
    driver.executeScript(axe);
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(document, {resultTypes: ['violations']"
                + (colours ? ", runOnly: ['color-contrast']" : "")
                + "}).then("
                + "r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))),"
                + "e => done(['axe failed: ' + e]));");
    List<String> lines = new ArrayList<>();
    ((List<?>) found).forEach(line -> lines.add(String.valueOf(line)));
    return lines;
  }

  /** A file that the browser has kept, once it is whole; it is taken away. */
  byte[] download(String name) throws IOException, InterruptedException {
    Path file = downloads.resolve(name);
    for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
      if (Files.exists(file) && Files.size(file) > 0) {
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
      }
      Thread.sleep(50);
    }
    try (Stream<Path> files = Files.list(downloads)) {
      throw new IOException(name + " did not come; there are " + files.toList());
    }
  }

  /**
   * Nothing was asked of anybody but this site, nothing was blocked and nothing went wrong inside;
   * then it is as large and as light as usual again.
   */
  void assertNothingAskedElsewhere(ServedSite site) throws IOException {
    String own = site.server.address().toString();
    assertEquals(
        List.of(),
        requests().stream()
            .filter(url -> !url.startsWith(own) && !url.startsWith("data:"))
            .toList());
    assertEquals(
        List.of(), complaints().stream().filter(line -> !line.contains("status of 4")).toList());
    assertEquals(List.of(), List.copyOf(site.troubles));
    size(1280, 900, false);
    dark(false);
  }

  /** Waits until something stands on the page. */
  void waitFor(String selector, String text) throws InterruptedException {
    for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
      boolean there =
          driver.findElements(By.cssSelector(selector)).stream()
              .anyMatch(
                  each -> {
                    try {
                      return each.getText().contains(text);
                    } catch (org.openqa.selenium.StaleElementReferenceException e) {
                      return false; // it has just been replaced
                    }
                  });
      if (there) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no \"" + text + "\" in " + selector);
  }

  /** Every address that was asked for since this was asked last. */
  List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      if (entry.getMessage().contains("\"Network.requestWillBeSent\"")) {
        Matcher url =
            URL.matcher(entry.getMessage().substring(entry.getMessage().indexOf("\"request\":")));
        if (url.find()) {
          requests.add(url.group(1));
        }
      }
    }
    return requests;
  }

  /** What the browser complained of since this was asked last: blocked parts, failed scripts. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
