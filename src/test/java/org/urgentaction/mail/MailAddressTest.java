package org.urgentaction.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.urgentaction.problem.InvalidInputException;

class MailAddressTest {
  private static MailAddress of(String address) {
    return MailAddress.of("--email", null, address);
  }

  @Test
  void plainMailboxesAreTaken() {
    assertEquals("a.b+c@example.org", of(" a.b+c@Example.ORG ").address());
    assertEquals("o'neil@xn--bcher-kva.example", of("o'neil@bücher.example").address());
    assertTrue(of("президент@example.org").international());
    assertEquals("example.org", of("x@example.org").domain());
  }

  @Test
  void whatCouldHideASecondRecipientIsRefused() {
    for (String address :
        new String[] {
          "nobody",
          "",
          "@example.org",
          "a@",
          "a@b@example.org",
          "a b@example.org",
          "\"a b\"@example.org",
          "a(comment)@example.org",
          "@relay.example:a@example.org",
          "a,b@example.org",
          "<a@example.org>",
          "a@example.org>, <b@example.org",
          "a@[192.0.2.1]",
          "a@192.0.2.1",
          "a..b@example.org",
          ".a@example.org",
          "a@-example.org",
          "a@example..org",
          "a@exa_mple.org",
          "a%b@example.org\r\nRCPT TO:<b@example.org>",
          "a\u760db@example.org\n",
          "x".repeat(65) + "@example.org",
          "a@" + "x".repeat(64) + ".org"
        }) {
      InvalidInputException refused =
          assertThrows(InvalidInputException.class, () -> of(address), address);
      assertTrue(refused.getMessage().startsWith("--email: error: "), refused.getMessage());
    }
  }

  @Test
  void aNameWithALineBreakOrATurnedTextIsRefused() {
    for (String name :
        new String[] {
          "Ann\r\nBcc: b@example.org", "Ann\n", "Ann\u202Eevil", "A\u2066b", "A\u0000"
        }) {
      InvalidInputException refused =
          assertThrows(
              InvalidInputException.class, () -> MailAddress.of("--name", name, "a@example.org"));
      assertTrue(refused.getMessage().startsWith("--name: "), refused.getMessage());
    }
  }
}
