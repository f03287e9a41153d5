package org.urgentaction.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.problem.InvalidInputException;

/**
 * A folder of campaigns: numbers mean the newest issue, gates close in time, broken files stay
 * apart.
 */
class CatalogueTest {
  private static final LocalDate MAY = LocalDate.of(2023, 5, 1);

  @TempDir private Path folder;

  @BeforeEach
  void twoIssuesAndAnother() throws IOException {
    write("ua-31-22-1", "31/22", 1, "deadline: 2022-05-14\n");
    write("ua-31-22-2", "31/22", 2, "deadline: 2023-05-01\nzone: America/Toronto\n");
    write("ua-7-23-1", "7/23", 1, "stopped: {on: 2023-05-01, because: She is free.}\n");
  }

  @Test
  void aNumberInAnyPrintedFormMeansTheNewestIssue() {
    Catalogue catalogue = Catalogue.load(folder);
    for (String printed :
        List.of("31/22", "31-22", "31.22", "UA 31/22", "31/2022", " ua-31-22-2 ")) {
      assertEquals("ua-31-22-2", catalogue.find(printed).id(), printed);
    }
    assertEquals("ua-31-22-1", catalogue.find("ua-31-22-1").id());
  }

  @Test
  void whatIsNotThereIsAnsweredWithTheNearest() {
    assertTrue(
        refusal("ua-31-22-3").contains("did you mean ua-31-22-1 or ua-31-22-2"),
        refusal("ua-31-22-3"));
    assertTrue(refusal("31/23").contains("31/22"));
    assertTrue(refusal("xyz").endsWith("`ua list --all` shows every campaign"));
  }

  @Test
  void aBrokenFileSpoilsNoOtherButIsNamedWhenAskedFor() throws IOException {
    Files.writeString(folder.resolve("ua-8-23-1.yaml"), "ua: 8/23\nua: 8/23\n");
    Files.writeString(folder.resolve("ua-7-23-2.yml"), "title: [\n");
    Files.writeString(folder.resolve(".ua-9-23-1.yaml"), "not for us");
    Files.writeString(folder.resolve("notes.txt"), "not for us");
    Files.createDirectory(folder.resolve("old.yaml"));
    Catalogue catalogue = Catalogue.load(folder);
    assertEquals(3, catalogue.all().size());
    assertTrue(catalogue.broken().stream().allMatch(problem -> problem.line() > 0));
    assertEquals("ua-7-23-1", catalogue.find("ua-7-23-1").id());
    assertTrue(refusal("ua-8-23-1").contains("a second time"));
    assertTrue(refusal("7/23").contains("ua-7-23-2.yml"), "it may be the newest issue");
  }

  @Test
  void twoFilesForOneIdAreBothSetAside() throws IOException {
    Files.copy(folder.resolve("ua-7-23-1.yaml"), folder.resolve("ua-7-23-1.yml"));
    Catalogue catalogue = Catalogue.load(folder);
    assertEquals(2, catalogue.all().size());
    assertTrue(refusal("ua-7-23-1").contains("another file"));
  }

  @Test
  void twoFilesForOneIssueMustBeTold() throws IOException {
    write("mamay-uk", "31/22", 2, "");
    assertTrue(refusal("31/22").contains("mamay-uk, ua-31-22-2"), refusal("31/22"));
    Catalogue catalogue = Catalogue.load(folder);
    assertTrue(
        catalogue
            .warnings(catalogue.find("mamay-uk"))
            .toString()
            .contains("is issue 2 of UA 31/22 too"));
  }

  @Test
  void earlierIssuesMustExist() throws IOException {
    write(
        "ua-31-22-3",
        "31/22",
        3,
        "previous: [ua-31-22-2, ua-31-22-0, \"https://example.org/1\"]\n");
    Catalogue catalogue = Catalogue.load(folder);
    assertEquals(
        List.of("there is no campaign `ua-31-22-0` in " + folder),
        catalogue.warnings(catalogue.find("31/22")).stream().map(p -> p.message()).toList());
  }

  @Test
  void theDeadlinesDayIsStillOpenAndTheNextIsNot() {
    Catalogue catalogue = Catalogue.load(folder);
    Campaign newest = catalogue.find("31/22").campaign();
    assertEquals(List.of(), catalogue.closures(newest, MAY));
    assertEquals(
        List.of(new Closure.DeadlinePassed(MAY)), catalogue.closures(newest, MAY.plusDays(1)));
    assertEquals(OptionalLong.of(0), Catalogue.daysLeft(newest, MAY));
    assertEquals(OptionalLong.of(-1), Catalogue.daysLeft(newest, MAY.plusDays(1)));
  }

  @Test
  void theDayEndsWhereTheSectionIs() {
    Campaign newest = Catalogue.load(folder).find("31/22").campaign();
    Clock clock = Clock.fixed(Instant.parse("2023-05-02T03:59:59Z"), ZoneOffset.UTC);
    assertEquals(MAY, Catalogue.today(clock, newest));
  }

  @Test
  void anOlderIssueIsClosedForEveryReasonThereIs() {
    Catalogue catalogue = Catalogue.load(folder);
    Campaign newest = catalogue.find("31/22").campaign();
    assertEquals(
        List.of(
            new Closure.DeadlinePassed(LocalDate.of(2022, 5, 14)), new Closure.Superseded(newest)),
        catalogue.closures(catalogue.find("ua-31-22-1").campaign(), MAY));
  }

  @Test
  void aStoppedCampaignIsOpenUntilTheDayBefore() {
    Catalogue catalogue = Catalogue.load(folder);
    Campaign stopped = catalogue.find("7/23").campaign();
    assertEquals(List.of(), catalogue.closures(stopped, MAY.minusDays(1)));
    assertEquals(1, catalogue.closures(stopped, MAY).size());
    assertTrue(Catalogue.daysLeft(stopped, MAY).isEmpty());
  }

  @Test
  void theCopyIsTheNearestToTheWriter() throws IOException {
    write(
        "copies",
        "9/23",
        1,
        """
        copies:
          - {id: world, role: A, for: "001"}
          - {id: europe, role: A, for: 150}
          - {id: france, role: A, for: [FR, MC]}
          - {id: west, role: A, for: [155]}
          - {id: latin, role: A, for: [419]}
        """);
    Campaign campaign = Catalogue.load(folder).find("copies").campaign();
    assertEquals("france", Copies.nearest(campaign, "mc").office().id());
    assertEquals("west", Copies.nearest(campaign, "DE").office().id());
    assertEquals("europe", Copies.nearest(campaign, "PL").office().id());
    assertEquals("latin", Copies.nearest(campaign, "BR").office().id());
    assertEquals("world", Copies.nearest(campaign, "JP").office().id());
    assertEquals("world", Copies.nearest(campaign, null).office().id());
    assertNull(Copies.nearest(Catalogue.load(folder).find("7/23").campaign(), "FR"));
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> Catalogue.load(folder.resolve("nowhere")));
    assertTrue(refused.getMessage().contains("there is no such folder of campaigns"));
  }

  private String refusal(String wanted) {
    Catalogue catalogue = Catalogue.load(folder);
    return assertThrows(InvalidInputException.class, () -> catalogue.find(wanted)).getMessage();
  }

  private void write(String id, String ua, int issue, String more) throws IOException {
    Files.writeString(
        folder.resolve(id + ".yaml"),
        """
        ua: %s
        issue: %d
        country: KZ
        language: en
        people: [{name: Zhanbolat Mamay}]
        title: Activist detained
        letter: I write about Zhanbolat Mamay.
        targets: [{id: president, role: President, email: udp@udp-rk.kz}]
        """
                .formatted(ua, issue)
            + more);
  }
}
