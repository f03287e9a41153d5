package org.urgentaction.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages made to hurt whoever reads them: each is read, within limits, and no further. */
class HostileReturnsTest {
  private static final String REPORT =
      """
      From: MAILER-DAEMON@relay.example
      Subject: Undelivered
      Content-Type: multipart/report; report-type=delivery-status; boundary=x

      --x
      Content-Type: message/delivery-status

      Reporting-MTA: dns; relay.example

      Final-Recipient: rfc822; a@b.example
      Action: failed
      Status: 5.1.1

      --x
      Content-Type: message/rfc822

      Message-ID: <one@section.example>

      """;

  private final ReportReader reader = new ReportReader(Set.of());

  private Report read(String message) throws IOException {
    return reader.read(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
  }

  /** So many bytes, none of which is kept anywhere. */
  private static final class Endless extends InputStream {
    private long left;

    Endless(long bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? (left % 76 == 0 ? '\n' : 'A') : -1;
    }
  }

  @Test
  void aMessageOfTwoHundredMegabytesIsReadToTheLimitAndItsReportIsFound() throws IOException {
    Endless rest = new Endless(200L << 20);
    Report report =
        reader.read(
            new SequenceInputStream(
                new ByteArrayInputStream(REPORT.getBytes(StandardCharsets.UTF_8)), rest));
    assertEquals(Report.Kind.FAILED, report.kind());
    assertEquals(List.of("<one@section.example>"), report.messageIds());
    assertTrue(report.cut());
    assertTrue(rest.left > 190L << 20, "what is beyond the limit stays unread");
  }

  @Test
  void tenThousandPartsInsideEachOtherAreNotFollowed() throws IOException {
    StringBuilder message = new StringBuilder("From: mailer-daemon@a.example\n");
    for (int i = 0; i < 10_000; i++) {
      message.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    Report report = read(message.toString());
    assertEquals(Report.Kind.OTHER, report.kind());
    assertTrue(report.cut());
  }

  @Test
  void tenThousandMessagesInsideEachOtherAreNotFollowed() throws IOException {
    String nested = "Content-Type: message/rfc822\n\n".repeat(10_000);
    assertTrue(read("From: mailer-daemon@a.example\n" + nested).cut());
  }

  @Test
  void tenThousandPartsBesideEachOtherAreNotAllRead() throws IOException {
    String parts = "--x\nContent-Type: text/plain\n\nwords\n".repeat(10_000);
    assertTrue(read("Content-Type: multipart/mixed; boundary=x\n\n" + parts).cut());
  }

  @Test
  void aHeaderOfAMillionFieldsOrOneOfTenMegabytesEndsTheReading() throws IOException {
    assertTrue(read("X-Bomb: 1\n".repeat(1_000_000) + "\n").cut());
    assertTrue(read("Subject: " + "x".repeat(10 << 20) + "\n\nbody\n").cut());
    assertTrue(read("Subject: x" + "\n folded".repeat(1_000_000) + "\n\nbody\n").cut());
  }

  @Test
  void whatIsNoMailAtAllIsReadWithoutHarm() throws IOException {
    byte[] noise = new byte[300_000];
    new Random(7).nextBytes(noise);
    assertEquals(Report.Kind.OTHER, reader.read(new ByteArrayInputStream(noise)).kind());
    assertEquals(Report.Kind.OTHER, read("").kind());
    assertEquals(Report.Kind.OTHER, read("\0\0\0").kind());
  }

  @Test
  void everyReportCutAnywhereIsStillRead() throws IOException {
    for (int length = 0; length < REPORT.length(); length++) {
      Report report = read(REPORT.substring(0, length));
      assertFalse(
          report.kind() == Report.Kind.DELIVERED || report.kind() == Report.Kind.COMPLAINT,
          "at " + length);
    }
  }

  @Test
  void aReportOfAThousandMessagesSpeaksOfTenAtMost() throws IOException {
    String ids =
        String.join(" ", Collections.nCopies(1, "x"))
            + "<%d@section.example> ".repeat(1000).formatted((Object[]) numbers());
    assertEquals(10, read("From: a@b.example\nReferences: " + ids + "\n\n").messageIds().size());
  }

  private static Integer[] numbers() {
    Integer[] numbers = new Integer[1000];
    java.util.Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  @Test
  @Timeout(120)
  void wordsMadeToKeepAPatternBusyComeToAnEnd() throws IOException {
    String trap = "user ".repeat(12_000) + "confirm " + "a".repeat(40_000) + "\n5".repeat(9000);
    read("From: MAILER-DAEMON@a.example\nSubject: Undelivered\n\n" + trap);
    read("From: a@a.example\nSubject: hello\n\n" + "(click reply visit confirm ".repeat(3000));
  }
}
