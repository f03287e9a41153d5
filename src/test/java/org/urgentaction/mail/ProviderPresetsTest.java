package org.urgentaction.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.urgentaction.mail.SmtpServer.Security;
import org.urgentaction.mail.SmtpServer.SignIn;
import org.urgentaction.problem.InvalidInputException;

class ProviderPresetsTest {
  private final ProviderPresets presets = ProviderPresets.bundled();

  private String named(String url) {
    return presets.of(SmtpServer.parse(url)).map(ProviderPreset::name).orElse("");
  }

  @Test
  void aProviderIsNamedInsteadOfItsServer() {
    assertEquals(
        new SmtpServer(
            Security.IMPLICIT_TLS, "smtp.gmail.com", 465, "me+a@gmail.com", SignIn.PASSWORD),
        presets.server(" Gmail:me+a@gmail.com "));
    assertEquals(
        new SmtpServer(
            Security.STARTTLS, "smtp.office365.com", 587, "me@section.example", SignIn.XOAUTH2),
        presets.server("microsoft365:me@section.example"));
    assertEquals("apikey", presets.server("sendgrid").user());
    assertEquals(SmtpServer.parse("smtps://h.example"), presets.server("smtps://h.example"));
  }

  @Test
  void aProviderIsKnownByItsServer() {
    assertEquals("gmail", named("smtp+starttls://me@smtp.gmail.com:587"));
    assertEquals("ses", named("smtp+starttls://me@email-smtp.us-east-2.amazonaws.com"));
    assertEquals("", named("smtps://me@smtp.gmail.com.evil.example"));
    assertEquals("", named("smtps://me@email-smtp.x.evil.example.amazonaws.com"));
    assertEquals("proton", named("smtp://127.0.0.1:1025"));
    assertEquals("", named("smtp://127.0.0.1:2525"));
  }

  @Test
  void eachKeepsToWhatItsProviderTakes() throws Exception {
    String guide = Files.readString(Path.of("docs", "mail-servers.md"));
    for (ProviderPreset preset : presets.all()) {
      assertFalse(preset.quotas().isEmpty(), preset.name());
      assertTrue(preset.connections() > 0, preset.name());
      assertTrue(guide.contains("| `" + preset.name() + "` |"), preset.name() + " has no source");
      assertEquals(
          Optional.of(preset),
          presets.of(preset.server(preset.user() == null ? "me@x.example" : null)));
    }
    assertTrue(
        presets
            .of(presets.server("gmail:a@gmail.com"))
            .orElseThrow()
            .quotas()
            .contains(new Quota(500, Duration.ofDays(1))));
  }

  @Test
  void aPasswordOrNobodyIsRefused() {
    for (String text : new String[] {"gmail:me@gmail.com:hunter2", "gmail:", "gmail"}) {
      String message =
          assertThrows(InvalidInputException.class, () -> presets.server(text)).getMessage();
      assertFalse(message.contains("hunter2"), message);
    }
    assertThrows(InvalidInputException.class, () -> presets.server("gmail:a\r\nb@gmail.com"));
  }
}
