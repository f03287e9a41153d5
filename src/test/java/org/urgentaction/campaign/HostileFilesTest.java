package org.urgentaction.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.problem.InvalidInputException;

/** Files made to hurt cost little time and memory and end in a message. */
class HostileFilesTest {
  private static final long MEBIBYTE = 1L << 20;

  private final CampaignReader reader = new CampaignReader();

  @Test
  void tenMegabytesAreRefusedUnread(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("large.yaml"), new byte[10_000_000]);
    long allocated = allocatedBy(() -> refusal(() -> reader.read(file)));
    assertEquals(
        file
            + ": error: the file is larger than 1 MiB; a campaign file holds one Urgent Action, some"
            + " kilobytes of text",
        refusal(() -> reader.read(file)));
    assertTrue(allocated < MEBIBYTE, allocated + " bytes");
  }

  @Test
  void endlessFilesAreNotReadToTheEnd() {
    Path zeros = Path.of("/dev/zero");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.isReadable(zeros));
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertTrue(refusal(() -> reader.read(zeros)).contains("larger than 1 MiB")));
  }

  @Test
  void aliasesThatMultiplyCostNothing() {
    String bomb =
        "a: &a [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n"
            + IntStream.range(0, 26)
                .mapToObj(i -> (char) ('b' + i) + ": &x" + i + " [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n")
                .collect(Collectors.joining());
    assertCheap(bomb, "`&` at the beginning of a value");
    assertCheap("previous: &a [*a, *a]\n", "`&` at the beginning of a value");
    assertCheap("a: &a\n  <<: *a\n", "`&` at the beginning of a value");
  }

  @Test
  void depthAndNumberAreLimited() {
    assertCheap("x: " + "[".repeat(400_000), "nested too deeply");
    assertCheap("? ".repeat(300_000), "nested too deeply");
    assertCheap("- ".repeat(300_000), "nested too deeply");
    assertCheap("x: " + "{a: ".repeat(200_000), "nested too deeply");
    assertCheap("x: [" + "a,".repeat(400_000) + "]", "more than 20,000 values");
    assertCheap("- a\n".repeat(200_000), "more than 20,000 values");
  }

  @Test
  void longTextsAreReadOrRefusedWithinSeconds() {
    String start =
        "ua: 31/22\nissue: 1\ncountry: KZ\nlanguage: en\npeople: [{name: A}]\n"
            + "targets: [{id: a, role: B}]\ntitle: T\nletter: ";
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> reader.read("a.yaml", bytes(start + "a ".repeat(400_000)), "a"));
    assertQuick(start + "'" + "${".repeat(400_000) + "'\n", "not closed");
    assertQuick(start + "'" + "${x} ".repeat(200_000) + "'\n", "unknown placeholder");
    assertQuick(start + "a\n" + "k: 1\n".repeat(9_000), "stands here a second time");
    assertQuick("x".repeat(900_000) + ": 1\n", "");
    assertQuick("'" + "x\\n".repeat(300_000) + "': 1\n", "");
  }

  @Test
  void damagedFilesAreReadOrRefusedButNeverBreakTheReader() throws IOException {
    byte[] good = Files.readAllBytes(Path.of("src/test/resources/campaign/good/full.yaml"));
    Random random = new Random(31_22);
    String symbols = "\t\n :-[]{}&*!|>'\"%@`#?,\\$~\u0000\u001b\u00ff";
    for (int round = 0; round < 3_000; round++) {
      byte[] damaged = good.clone();
      for (int n = random.nextInt(6); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] =
            (byte) symbols.charAt(random.nextInt(symbols.length()));
      }
      try {
        reader.read("full.yaml", damaged, "full");
      } catch (InvalidInputException e) {
        assertTrue(e.getMessage().startsWith("full.yaml:"), e.getMessage());
      }
    }
  }

  private void assertCheap(String text, String message) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          long allocated =
              allocatedBy(
                  () -> {
                    String said = refusal(() -> reader.read("a.yaml", bytes(text), "a"));
                    assertTrue(said.contains(message), said);
                  });
          assertTrue(allocated < 300 * MEBIBYTE, allocated / MEBIBYTE + " MiB");
        });
  }

  private void assertQuick(String text, String message) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          String said = refusal(() -> reader.read("a.yaml", bytes(text), "a"));
          assertTrue(said.contains(message), said);
        });
  }

  private static String refusal(Runnable reading) {
    return assertThrows(InvalidInputException.class, reading::run).getMessage();
  }

  private static long allocatedBy(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
