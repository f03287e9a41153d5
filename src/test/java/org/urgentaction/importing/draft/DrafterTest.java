package org.urgentaction.importing.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.urgentaction.importing.draft.Finding.at;
import static org.urgentaction.importing.draft.Finding.office;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignReader;
import org.urgentaction.campaign.Fax;
import org.urgentaction.campaign.Target;
import org.urgentaction.importing.Found;

/** What a document says becomes a campaign and nothing more; what is doubtful is said to be. */
class DrafterTest {

  private static Campaign read(Draft draft) {
    byte[] bytes = draft.text().getBytes(StandardCharsets.UTF_8);
    return new CampaignReader().read("draft.yaml", bytes, draft.campaign().id()).campaign();
  }

  private static Finding small() {
    Finding finding = new Finding().number("31/22", 3).person("Zhanbolat Mamay");
    finding.title = at("Activist detained");
    finding.asks.add(at("release him"));
    return finding;
  }

  @Test
  void theFileReadsAsAPersonWouldHaveWrittenIt() {
    Finding finding = small();
    finding.title = at("Kazakhstan: activist detained");
    finding.deadline = Found.doubtful(LocalDate.of(2022, 5, 12), 40, "the year is not printed");
    finding.targets.add(
        office(
            "President of Kazakhstan",
            "Kassym-Jomart Tokayev",
            "Your Excellency:",
            List.of("Mangilik Yel St, 6", "Astana"),
            List.of(at("udp@udp-rk.kz")),
            List.of(Found.doubtful(new Fax("+8 7172 74-56-31", null), 17, "no country has code 8")),
            Map.of("x", at("@TokayevKZ")),
            List.of()));
    assertEquals(
        """
        # yaml-language-server: $schema=../schema/campaign.schema.json
        #
        # Imported from document.txt. Look at what says check, mend it, and delete that comment.
        # On its lines: number 7, issue 7, title 7, country 7, deadline 40, people 7, asks 7, president 7.
        ua: 31/22
        issue: 3
        country: KZ
        language: en
        # check: line 40: the year is not printed
        deadline: 2022-05-12

        people:
          - name: Zhanbolat Mamay

        title: "Kazakhstan: activist detained"

        asks:
          - release him

        targets:
          - id: president
            name: Kassym-Jomart Tokayev
            role: President of Kazakhstan
            salutation: "Your Excellency:"
            address: ["Mangilik Yel St, 6", Astana]
            email: [udp@udp-rk.kz]
            fax:
              # check: line 17: no country has code 8
              - "+8 7172 74-56-31"
            social: {x: TokayevKZ}

        # check: no sample letter found in the document
        # check: no day of issue found in the document
        """,
        finding.draft().text());
    assertEquals(finding.draft().campaign(), read(finding.draft()));
  }

  @Test
  void theIdComesFromTheNumberElseFromCountryAndPerson() {
    assertEquals("ua-31-22-3", small().draft().campaign().id());
    Finding without = new Finding().person("Жанболат Мамай");
    without.summary = at("He was arrested.");
    assertEquals("kz-zanbolat-mamaj", without.draft().campaign().id());
    Finding group = new Finding();
    group.title = at("Twelve men at risk of execution");
    group.summary = at("They were sentenced.");
    assertEquals("kz-twelve-men-risk-execution", group.draft().campaign().id());
  }

  @Test
  void officialsAreCalledByTheirOffice() {
    Finding finding = small();
    finding.targets.add(office("President of the Republic of Kazakhstan", "A"));
    finding.targets.add(office("Minister of Interior, Republic of Kazakhstan", "B"));
    finding.targets.add(office("Head of the Judiciary", "C"));
    finding.targets.add(office("President", "D"));
    finding.targets.add(office(null, "Ayatollah Sayed 'Ali Khamenei"));
    finding.copies.add(
        office("Ambassador", "E", null, List.of(), List.of(), List.of(), Map.of(), List.of("US")));
    Campaign campaign = finding.draft().campaign();
    assertEquals(
        List.of(
            "president",
            "minister-of-interior",
            "head-of-the-judiciary",
            "president-2",
            "ayatollah-sayed-ali-khamenei"),
        campaign.targets().stream().map(Target::id).toList());
    assertEquals("embassy-us", campaign.copies().get(0).office().id());
    assertEquals(campaign, read(finding.draft()));
  }

  @Test
  void whatTheReaderWouldRefuseIsLeftOutAndSaid() {
    Finding finding = small();
    finding.targets.add(office("President", null, "[email protected]", "udp@udp-rk.kz"));
    Draft draft = finding.draft();
    assertEquals(List.of("udp@udp-rk.kz"), draft.campaign().targets().get(0).emails());
    assertTrue(draft.text().contains("# check: line 7: left out: `email`"), draft.text());
    assertEquals(draft.campaign(), read(draft));
  }

  @Test
  void aDocumentWithoutRequestsOrLetterIsToldFromItsBackground() {
    Finding finding = new Finding().person("Zhanbolat Mamay");
    finding.background = at("## The case\n\nHe was arrested.\n\nMore.");
    Draft draft = finding.draft();
    assertEquals("He was arrested.", draft.campaign().summary().in(Locale.ENGLISH));
    assertTrue(draft.text().contains("# check: taken from the additional information"));
    assertEquals(List.of(), draft.unusable());
    assertEquals(draft.campaign(), read(draft));
  }

  @Test
  void withoutACountryTheFileSaysWhatToAdd() {
    Finding finding = small();
    finding.country = null;
    Draft draft = finding.draft();
    assertEquals(List.of("country"), draft.unusable());
    assertTrue(draft.text().contains("# check: no country was found; add `country: KZ` here\n"));
    assertFalse(draft.text().contains("\ncountry:"));
  }

  @Test
  void anActionThatEndedIsStoppedAndHasNoDeadline() {
    Finding finding = small();
    finding.ended = at(LocalDate.of(2024, 1, 2));
    Campaign campaign = read(finding.draft());
    assertEquals(LocalDate.of(2024, 1, 2), campaign.stopped().on());
    assertEquals(finding.draft().campaign(), campaign);
  }

  @Test
  void aPlaceholderOfALetterStaysAndOneOfADocumentDoesNot() {
    Finding finding = small();
    finding.letter = at("I write from ${writer.city}, and ${unheard.of} stays.");
    finding.background = at("A text with ${writer.name} in it.");
    finding.title = at("Costs ${people}");
    Campaign campaign = read(finding.draft());
    assertEquals(
        "I write from ${writer.city}, and $\\{unheard.of} stays.",
        campaign.letter().in(Locale.ENGLISH));
    assertEquals("A text with $\\{writer.name} in it.", campaign.background().in(Locale.ENGLISH));
    assertEquals("Costs $ {people}", campaign.title().in(Locale.ENGLISH));
  }
}
