package org.urgentaction.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.urgentaction.mail.SmtpServer.Security;
import org.urgentaction.mail.SmtpServer.SignIn;
import org.urgentaction.problem.InvalidInputException;

class SmtpServerTest {
  @Test
  void theUsualFormsAreRead() {
    assertEquals(
        new SmtpServer(Security.STARTTLS, "mail.example.org", 587, "me", SignIn.PASSWORD),
        SmtpServer.parse("smtp+starttls://me@mail.example.org"));
    assertEquals(
        new SmtpServer(Security.IMPLICIT_TLS, "mail.example.org", 465, "me@x.org", SignIn.PASSWORD),
        SmtpServer.parse("smtps://me@x.org@mail.example.org/"));
    assertEquals(
        new SmtpServer(Security.IMPLICIT_TLS, "h.example", 99, "me+a@x.org", SignIn.XOAUTH2),
        SmtpServer.parse(" smtps://me+a%40x.org;AUTH=XOAUTH2@h.example:99 "));
    assertEquals(
        new SmtpServer(Security.LOOPBACK_ONLY, "127.0.0.1", 2525, null, SignIn.PASSWORD),
        SmtpServer.parse("smtp://127.0.0.1:2525"));
    assertEquals(25, SmtpServer.parse("smtp://[::1]").port());
  }

  @Test
  void clearTextLeavesThisMachineUnderNoName() {
    for (String host :
        new String[] {"mail.example.org", "192.0.2.1", "127.0.0.1.example.org", "localhost.evil"}) {
      assertTrue(refusal("smtp://" + host + ":25").contains("clear text"), host);
    }
  }

  @Test
  void aPasswordInTheAddressIsRefusedAndNotRepeated() {
    String refusal = refusal("smtps://me:hunter2@mail.example.org:465");
    assertTrue(refusal.contains("UA_SMTP_PASSWORD"), refusal);
    assertFalse(refusal.contains("hunter2"), refusal);
    assertFalse(refusal("smtps://me:hun ter2@mail.example.org").contains("hun"));
  }

  @Test
  void whatIsNoAddressIsRefusedWithTheFormsThatAre() {
    for (String url :
        new String[] {
          "", "mail.example.org", "http://mail.example.org", "smtps://", "smtps://h/inbox",
          "smtps://h?x=1", "smtps://h:x", "smtps://a b", "smtps://h#f", "imap://h"
        }) {
      assertTrue(refusal(url).contains("smtp+starttls://user@host:587"), url);
    }
    assertTrue(refusal("smtps://h:99999").contains("65535"));
    assertTrue(refusal("smtps://h:0").contains("65535"));
  }

  @Test
  void aUserNameCannotHoldALineBreak() {
    assertTrue(refusal("smtps://me%0D%0AMAIL@h.example").contains("U+000D"));
  }

  private static String refusal(String url) {
    return assertThrows(InvalidInputException.class, () -> SmtpServer.parse(url), url).getMessage();
  }
}
