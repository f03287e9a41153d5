package org.urgentaction.importing.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.urgentaction.importing.Findings;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundOffice;
import org.urgentaction.importing.IssuedDocument;
import org.urgentaction.importing.IssuedLine;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** What is recognized, what is marked doubtful, and what is refused with a reason. */
class ActionRecognizerTest {
  private static final String STORY =
      "Nadia Belkacem, a nurse, was taken from her home in Oran on 3 May and has not been seen since.\n";

  private final ActionRecognizer recognizer = new ActionRecognizer();

  private Findings found(String... lines) {
    return recognizer.recognize(document(String.join("\n", lines)));
  }

  private static IssuedDocument document(String text) {
    List<IssuedLine> lines = new java.util.ArrayList<>();
    int number = 0;
    boolean gap = false;
    for (String line : text.split("\n", -1)) {
      number++;
      boolean item = line.startsWith("• ");
      String words = (item ? line.substring(2) : line).strip();
      if (!words.isEmpty()) {
        lines.add(
            new IssuedLine(
                number,
                0,
                item ? IssuedLine.Kind.ITEM : IssuedLine.Kind.TEXT,
                words,
                gap,
                false,
                List.of()));
      }
      gap = words.isEmpty();
    }
    return new IssuedDocument("action.txt", "", "", lines);
  }

  private FoundOffice office(String... lines) {
    Findings findings =
        found(
            "Urgent Action: NURSE MISSING (Algeria: UA 7.24)\n"
                + STORY
                + "Write to:\n"
                + String.join("\n", lines));
    assertEquals(1, findings.targets().size());
    return findings.targets().get(0);
  }

  private Found<LocalDate> deadline(String sentence) {
    Found<LocalDate> deadline =
        found("Urgent Action: NURSE MISSING (Algeria: UA 7.24)", "10 May 2024", STORY, sentence)
            .deadline();
    assertNotNull(deadline);
    return deadline;
  }

  private Problem refusal(String text) {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> recognizer.recognize(document(text)));
    return refused.problems().get(0);
  }

  @Test
  void anArticleIsSaidToBeNone() {
    Problem problem =
        refusal(
            "Court frees nurse\n\nOn 3 June a court in Oran ordered that Nadia Belkacem be released.\n\n"
                + "Her lawyer said that the prosecution had no evidence against her.");
    assertTrue(problem.message().contains("no Urgent Action"), problem.message());
    assertNotNull(problem.advice());
  }

  @Test
  void severalActionsAreNamedWithTheirLines() {
    Problem problem =
        refusal(
            "UA 12/24 Algeria: Nurse missing\n"
                + STORY
                + "\nUA 13/24 Chad: Teacher held\n"
                + STORY);
    assertTrue(problem.message().contains("UA 12/24 (line 1)"), problem.message());
    assertTrue(problem.message().contains("UA 13/24 (line 4)"), problem.message());
    assertNotNull(problem.advice());
  }

  @Test
  void anEarlierActionInALinkIsNoSecondOne() {
    Findings findings =
        found(
            "Second UA: 12/24 Index: MDE 28/1/2024 Algeria Date: 3 June 2024",
            "URGENT ACTION",
            STORY,
            "Further information on UA 99/23 of last year is at the address below.",
            "PLEASE TAKE ACTION AS SOON AS POSSIBLE UNTIL: 1 August 2024");
    assertEquals("12/24", String.valueOf(findings.ua() == null ? null : findings.ua().value()));
    assertEquals(2, findings.issue() == null ? 0 : findings.issue().value());
  }

  @Test
  void whatIsTooLongIsRefusedAtOnce() {
    Problem problem = refusal("Urgent Action " + "x".repeat(10_000_000));
    assertTrue(problem.message().contains("characters"), problem.message());
  }

  @Test
  void hostileLinesComeToAnEnd() {
    for (String line :
        List.of(
            "a@".repeat(20_000),
            "Fax: " + "1 ".repeat(20_000),
            "Email: " + "a.".repeat(20_000),
            "(".repeat(50_000),
            "President of ".repeat(4_000),
            "UA ".repeat(17_000),
            "Name: " + "A ".repeat(20_000),
            "Dear ".repeat(10_000),
            "1 May ".repeat(9_000),
            "A".repeat(50_000))) {
      Findings findings =
          found(
              "Urgent Action: NURSE MISSING (Algeria: UA 7.24)",
              STORY,
              line,
              "Write to:",
              line,
              "Minister of Justice",
              line);
      assertNotNull(findings.ua());
    }
  }

  @Test
  void aMaskedAddressIsNoneAndABrokenOneIsMendedInDoubt() {
    FoundOffice office =
        office(
            "Minister of Justice",
            "Algiers, Algeria",
            "Email: [email protected], cabinet@justice.gov. dz");
    assertEquals(
        List.of("cabinet@justice.gov.dz"), office.emails().stream().map(Found::value).toList());
    assertNotNull(office.emails().get(0).doubt());
  }

  @Test
  void theOrganisationsOwnAddressIsNoTarget() {
    Findings findings =
        found(
            "Urgent Action: NURSE MISSING (Algeria: UA 7.24)",
            STORY,
            "Write to:",
            "Minister of Justice",
            "8 Place Bir Hakem, Algiers, Algeria",
            "",
            "Please report your letters to our action office: uan@aiusa.org",
            "",
            "Amnesty International USA",
            "600 Pennsylvania Ave SE, Washington DC 20003",
            "Email: uan@aiusa.org");
    assertEquals(1, findings.targets().size());
    assertEquals(
        "uan@aiusa.org", findings.reportEmail() == null ? "" : findings.reportEmail().value());
  }

  @Test
  void aFormForAddressesIsNoTarget() {
    Findings findings =
        found(
            "UA: 7/24 Index: MDE 28/1/2024 Algeria Issue Date: 10 May 2024",
            STORY,
            "PLEASE SEND APPEALS BEFORE 21 JUNE 2024 TO:",
            "Minister of Justice",
            "8 Place Bir Hakem",
            "Algiers, Algeria",
            "Salutation: Your Excellency",
            "Also send copies to diplomatic representatives accredited to your country. Please insert local diplomatic addresses below:",
            "Name Address 1 Address 2 Address 3 Fax Fax number Email Email address Salutation Salutation");
    assertEquals(1, findings.targets().size());
    assertEquals(List.of(), findings.copies());
  }

  @Test
  void aNameMayStandBeforeOrAfterTheRole() {
    for (FoundOffice office :
        List.of(
            office("Minister of Justice", "Abderrachid Tabi", "8 Place Bir Hakem", "Algiers"),
            office("Abderrachid Tabi", "Minister of Justice", "8 Place Bir Hakem", "Algiers"),
            office("Minister of Justice Abderrachid Tabi", "8 Place Bir Hakem", "Algiers"),
            office("Abderrachid Tabi, Minister of Justice", "8 Place Bir Hakem", "Algiers"))) {
      assertEquals("Abderrachid Tabi", office.name() == null ? "" : office.name().value());
      assertEquals("Minister of Justice", office.role() == null ? "" : office.role().value());
      assertEquals(
          List.of("8 Place Bir Hakem", "Algiers"),
          office.address() == null ? List.of() : office.address().value());
    }
  }

  @Test
  void aDeadlineIsReadInEveryLanguageAndOrder() {
    assertEquals(
        LocalDate.of(2024, 6, 21), deadline("PLEASE SEND APPEALS BEFORE 21 JUNE 2024 TO:").value());
    assertEquals(
        LocalDate.of(2024, 6, 21),
        deadline("This Urgent Action expires on June 21, 2024.").value());
    assertEquals(
        LocalDate.of(2024, 6, 21),
        deadline("Envíen sus llamamientos antes del 21 de junio de 2024.").value());
    assertEquals(
        LocalDate.of(2024, 6, 21),
        deadline("Merci d'agir dès que possible avant le : 21 juin 2024").value());
    assertEquals(
        LocalDate.of(2024, 6, 21),
        deadline("Bitte schicken Sie Ihre Appelle bis zum 21. Juni 2024.").value());
    assertEquals(
        LocalDate.of(2024, 6, 21), deadline("Inviate appelli entro il 21 giugno 2024.").value());
    assertEquals(LocalDate.of(2024, 6, 21), deadline("期限:2024年6月21日").value());
    assertEquals(
        LocalDate.of(2024, 6, 21), deadline("الموعد النهائي: 21 يونيو/حزيران 2024").value());
  }

  @Test
  void aDeadlineWithoutAYearFollowsTheDayOfIssue() {
    Found<LocalDate> deadline = deadline("Please send your appeals before 2 February.");
    assertEquals(LocalDate.of(2025, 2, 2), deadline.value());
    assertNotNull(deadline.doubt());
  }

  @Test
  void anEndedActionHasNoDeadline() {
    Findings findings =
        found(
            "Urgent Action: NURSE FREED (Algeria: UA 7.24)",
            STORY,
            "This action ended on 9 June 2024.");
    assertNull(findings.deadline());
    assertEquals(
        LocalDate.of(2024, 6, 9), findings.ended() == null ? null : findings.ended().value());
  }

  @Test
  void aLettersOwnSignsAreNoMarkup() {
    Findings findings =
        found(
            "Urgent Action: NURSE MISSING (Algeria: UA 7.24)",
            STORY,
            "SAMPLE LETTER",
            "Dear Minister,",
            "I write about *Nadia* [a nurse] and ${writer.name}, who has been missing since May.",
            "Yours sincerely,");
    assertEquals(
        "I write about \\*Nadia\\* \\[a nurse\\] and $ {writer.name}, who has been missing since May.",
        findings.letter() == null ? "" : findings.letter().value());
  }
}
