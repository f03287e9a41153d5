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
    String longest = "x@" + "y".repeat(63) + ".org";
    assertEquals(longest, of(longest).address());
    assertEquals("Ⅷ.े½@1.2-3", of("Ⅷ.े½@1.2-3").address()); // a number, a mark, digits and a hyphen
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
          "a.@example.org",
          "a@-example.org",
          "a@example-.org",
          "a@example.org.",
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

  @Test
  void aNameAndAnAddressAreReadAsMailProgramsShowThem() {
    assertEquals(
        new MailAddress("Ann, Dr. Lee", "ann@example.org"),
        MailAddress.parse("x", " \"Ann, Dr. Lee\" <ann@example.org>"));
    assertEquals(
        new MailAddress("Секция", "a@example.org"),
        MailAddress.parse("x", "Секция <a@example.org>"));
    assertEquals(new MailAddress(null, "a@example.org"), MailAddress.parse("x", "a@example.org"));
    for (String text : new String[] {"a@b.example, c@d.example", "A <a@b.example> <c@d.example>"}) {
      assertThrows(InvalidInputException.class, () -> MailAddress.parse("x", text), text);
    }
  }

  @Test
  void aNameThatPassesForAnotherIsRefused() {
    for (String name :
        new String[] {
          "\u0410mnesty",
          "Am\u200bnesty",
          "Ann\u2060Lee",
          "pa\u0443pal",
          "Ann\u00ad",
          "\u3164",
          "Ωmega"
        }) {
      assertThrows(
          InvalidInputException.class, () -> MailAddress.of("--name", name, "a@b.example"), name);
    }
    assertThrows(InvalidInputException.class, () -> of("p\u0430ypal@example.org"));
  }

  @Test
  void namesOfTheWorldAreNotRefused() {
    for (String name :
        new String[] {
          "Жанболат Мамай",
          "Nguyễn Thị Minh Khai",
          "محمد بن سلمان",
          "می\u200cخواهم",
          "שרה לוי",
          "क्\u200dष",
          "山田 太郎",
          "김철수",
          "O\u2019Neil-Łukasz",
          "Анна Lee",
          "ทักษิณ",
          "𝒜nn 🕊",
          "José 3"
        }) {
      assertEquals(name, MailAddress.of("--name", name, "a@b.example").name());
    }
  }
}
