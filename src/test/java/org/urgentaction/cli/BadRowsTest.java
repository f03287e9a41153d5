package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list with bad rows: the good ones are worked with, and no bad one is lost. */
class BadRowsTest {
  @TempDir Path home;
  private Session user;
  private Path list;
  private Path bad;

  @BeforeEach
  void start() throws IOException {
    user = new Session(home);
    list = home.resolve("supporters.csv");
    bad = home.resolve("supporters-bad.csv");
    Files.writeString(
        list,
        """
        name;email;country;note
        Ana Ruiz;ana@example.org;CA;
        =HYPERLINK("http://evil.example");no address;Canada;+1 613
        "Zoë ""Z"" Ng
        second line";zoe@example.org;Atlantis;;one more
        Bea Bo;bea@example.org;CA;
        """);
  }

  private int letters(Path supporters, String folder) {
    return user.run(
        "letter",
        "ua-31-22-3",
        "--to",
        "president",
        "--format",
        "txt",
        "--supporters",
        supporters.toString(),
        "-o",
        home.resolve(folder).toString());
  }

  @Test
  void goodRowsAreWrittenAndTheRunSaysWhereTheBadOnesAre() throws IOException {
    assertEquals(ExitStatus.UNFINISHED, letters(list, "out"));
    assertTrue(user.out.contains("2 files for 2 writers"), user.out);
    assertTrue(user.err.contains("supporters.csv:3:2: error: this is no email"), user.err);
    assertTrue(user.err.contains("2 of 4 rows left out"), user.err);
    assertTrue(user.err.contains(bad.toString()), user.err);
    assertFalse(user.err.contains("evil"), user.err);
    assertEquals(
        "\uFEFF"
            + """
            name,email,country,note,problem
            "'=HYPERLINK(""http://evil.example"")",no address,Canada,'+1 613,this is no email address; an address looks like name@example.org
            "Zoë ""Z"" Ng
            second line",zoe@example.org,Atlantis,,PROBLEM,one more
            """
                .replace("\n", "\r\n")
                .replace("Ng\r\nsecond", "Ng\nsecond"),
        Files.readString(bad)
            .replaceFirst("(?<=Atlantis,,)\"?the name holds.*CA, GB or KZ\"?", "PROBLEM"));
  }

  @Test
  void theFileIsForItsOwnerAloneAndNothingElseIsLeft() throws IOException {
    letters(list, "out");
    if (Files.getFileAttributeView(bad, PosixFileAttributeView.class) != null) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(bad)));
    }
    try (Stream<Path> files = Files.list(home)) {
      assertEquals(
          List.of(),
          files.filter(file -> file.getFileName().toString().endsWith(".part")).toList());
    }
  }

  @Test
  void correctedItIsAListAgain() throws IOException {
    letters(list, "out");
    Files.writeString(
        bad,
        Files.readString(bad)
            .replace("no address", "h@example.org")
            .replace("Atlantis", "Peru")
            .replace("Ng\nsecond line", "Ng"));
    assertEquals(ExitStatus.DONE, letters(bad, "more"), user.err);
    try (Stream<Path> files = Files.list(home.resolve("more"))) {
      List<Path> letters = files.sorted().toList();
      assertEquals(2, letters.size());
      String first = Files.readString(letters.get(0));
      assertTrue(first.contains("=HYPERLINK") && !first.contains("'=HYPERLINK"), first);
    }
  }

  @Test
  void whatIsHalfCorrectedIsNeverReplacedAndTheSameIsNotWrittenTwice() throws IOException {
    letters(list, "out");
    letters(list, "out");
    Path second = home.resolve("supporters-bad-2.csv");
    assertFalse(Files.exists(second));
    String corrected = Files.readString(bad).replace("no address", "h@example.org");
    Files.writeString(bad, corrected);
    letters(list, "out");
    assertTrue(Files.exists(second));
    assertEquals(ExitStatus.UNFINISHED, letters(bad, "more"));
    assertEquals(corrected, Files.readString(bad));
    String left = Files.readString(home.resolve("supporters-bad-3.csv"));
    assertTrue(left.startsWith("\uFEFFname,email,country,note,problem\r\n\"Zoë"), left);
  }

  @Test
  void aListWithoutOneGoodRowIsRefusedAndNothingIsWritten() throws IOException {
    Files.writeString(list, "name,email\n,a@example.org\n");
    assertEquals(ExitStatus.INVALID, letters(list, "out"));
    assertTrue(user.err.contains("supporters.csv:2:1: error: a writer needs a name"), user.err);
    assertFalse(Files.exists(bad));
    assertFalse(Files.exists(home.resolve("out")));
  }

  @Test
  void aSendGoesOnWithoutThemAndIsUnfinished() {
    int status =
        user.run(
            "send",
            "ua-31-22-3",
            "--to",
            "president",
            "--supporters",
            list.toString(),
            "-o",
            home.resolve("rehearsal").toString());
    assertEquals(ExitStatus.UNFINISHED, status, user.err);
    assertTrue(user.err.contains("2 of 4 rows left out"), user.err);
  }

  @Test
  void aPrintRunIsMadeOfTheGoodRows() {
    int status =
        user.run(
            "letter",
            "ua-31-22-3",
            "--to",
            "president",
            "--merge",
            "--supporters",
            list.toString(),
            "-o",
            home.resolve("out").toString());
    assertEquals(ExitStatus.UNFINISHED, status, user.err);
    assertTrue(user.out.contains("2 letters, "), user.out);
  }
}
