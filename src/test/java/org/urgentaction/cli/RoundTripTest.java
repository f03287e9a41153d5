package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bulletin says all that a campaign file holds of its document, so that it can be read again. */
class RoundTripTest {
  @TempDir Path folder;

  private String imported(Session user, Path word, Path campaigns) throws IOException {
    Files.createDirectories(campaigns);
    assertEquals(
        0, user.run("import", word.toString(), "--campaigns", campaigns.toString()), user.err);
    String id = Session.files(campaigns).get(0).replace(".yaml", "");
    assertEquals(0, user.run("show", id, "--json", "--campaigns", campaigns.toString()), user.err);
    return user.out;
  }

  private Path bulletin(Session user, String id, Path out, String... more) {
    List<String> command = List.of("bulletin", id, "--format", "docx", "-o", out.toString());
    assertEquals(0, user.run(command, more), user.err);
    return out.resolve(Session.files(out).get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es", "de", "ru", "ar"})
  void whatWasImportedPrintedAndImportedAgainIsTheSame(String language) throws IOException {
    Session user = new Session(folder.resolve("home"));
    Path issued = bulletin(user, "ua-31-22-3", folder.resolve("issued"), "--lang", language);
    Path first = folder.resolve("first");
    String campaign = imported(user, issued, first);
    for (String expected :
        List.of("udp@udp-rk.kz", "ottawa@mfa.kz", "\"CA\"", "\"US\"", "\"GB\"")) {
      assertTrue(campaign.contains(expected), expected + " in " + campaign);
    }
    String id = Session.files(first).get(0).replace(".yaml", "");
    Path printed = bulletin(user, id, folder.resolve("printed"), "--campaigns", first.toString());
    assertEquals(campaign, imported(user, printed, folder.resolve("second")));
  }
}
