package org.urgentaction.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplyTextTest {
  private static String clean(String reply) {
    return ReplyText.clean(reply, Set.of("president@official.example"));
  }

  @Test
  void aHarmlessAnswerIsLeftAsItIs() {
    assertEquals("250 2.0.0 Ok: queued as 4bX:12", clean("250 2.0.0 Ok: queued as 4bX:12\r\n"));
  }

  @Test
  void onlyTheRecipientsAddressesAreLeft() {
    assertEquals(
        "550 <President@Official.example> not for (address)",
        clean("550 <President@Official.example> not for writer@home.example\n"));
  }

  @Test
  void numbersOfNetworksAreLeftOut() {
    assertEquals("4.7.1 (number) waits", clean("4.7.1 192.0.2.17 waits"));
    assertEquals("(number) is listed", clean("2001:db8::17 is listed"));
    assertEquals("at 10:20:30", clean("at 10:20:30"));
  }

  @Test
  void whatATerminalWouldObeyBecomesASpace() {
    assertEquals("250 red line turned", clean("\u001b250\u0007red\r\nline\u202eturned\u0000\n"));
    assertEquals("x".repeat(299) + "…", clean("x".repeat(400)));
  }
}
