package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.urgentaction.problem.InvalidInputException;

class MailingListTest {
  private static final MailAddress LEAVE = MailAddress.of("x", null, "leave@section.example");

  private static String written(OutgoingMessage message) {
    return new String(new MimeWriter().write(message), US_ASCII);
  }

  @Test
  void aMailingSaysWhatItIsAndLetsItsReadersLeaveWithOneClick() {
    String message = written(Messages.ofEveryKind().get(2));
    assertTrue(message.contains("\r\nAuto-Submitted: auto-generated\r\n"), message);
    assertTrue(message.contains("\r\nList-Id: <actions.section.example>\r\n"), message);
    assertTrue(
        message.contains(
            "\r\nList-Unsubscribe: <https://section.example/leave?who=a1b2>,\r\n"
                + " <mailto:leave@section.example?subject=unsubscribe>\r\n"),
        message);
    assertTrue(
        message.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), message);
  }

  @Test
  void aLetterIsAPersonsAndSaysNothingOfTheKind() {
    String message = written(Messages.ofEveryKind().get(1));
    assertFalse(message.contains("Auto-Submitted"), message);
    assertFalse(message.contains("List-"), message);
  }

  @Test
  void withoutAnHttpsAddressNoOneClickIsPromised() {
    MailingList list = new MailingList("a.b", null, LEAVE);
    String message = written(Messages.ofEveryKind().get(0).with(Extras.none().toList(list)));
    assertTrue(message.contains("List-Unsubscribe: <mailto:leave@section.example"), message);
    assertFalse(message.contains("One-Click"), message);
  }

  @Test
  void aListThatNobodyCouldLeaveIsRefused() {
    assertThrows(InvalidInputException.class, () -> new MailingList("a.b", null, null));
  }

  @Test
  void whatWouldEndTheFieldEarlyIsRefused() {
    for (String uri :
        new String[] {
          "http://section.example/", "mailto:a@b.example", "https:///x", "https://a.example/b,c"
        }) {
      assertThrows(
          InvalidInputException.class, () -> new MailingList("a.b", URI.create(uri), null), uri);
    }
    for (String id : new String[] {"a", "a.b>\r\nBcc: x", "A.b", "a b.c", "a..b"}) {
      assertThrows(InvalidInputException.class, () -> new MailingList(id, null, LEAVE), id);
    }
  }

  @Test
  void bouncesReturnWhereTheMessageSays() {
    OutgoingMessage message = Messages.ofEveryKind().get(0);
    assertEquals("writer@example.org", message.envelopeSender().address());
    assertEquals(LEAVE, message.with(Extras.none().returningTo(LEAVE)).envelopeSender());
    OutgoingMessage trial =
        message
            .with(Extras.none().returningTo(LEAVE))
            .redirectedTo(MailAddress.of("x", null, "me@example.org"));
    assertEquals(LEAVE, trial.envelopeSender());
  }
}
