package org.urgentaction.importing.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.urgentaction.importing.draft.Finding.at;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignReader;
import org.urgentaction.campaign.Fax;

/**
 * Another section's version goes into a file that somebody wrote, and nothing of theirs is lost.
 */
class MergerTest {
  private static final String OWN =
      """
      # My own remark.
      ua: 31/22
      issue: 3
      country: KZ   # where it is
      language: en
      deadline: 2022-05-12
      people: [{name: Zhanbolat Mamay}]
      title: "Activist: detained"   # a headline
      summary: >-
        He was arrested
        on 25 February.
      asks:
      - release him
      # before the letter
      letter: |
        I write to you.

        - One.

      preferred_languages: [ru, en]
      targets:
        - id: president
          name: {en: Kassym-Jomart Tokayev}
          role: President of Kazakhstan
          salutation: "Your Excellency:"
          address: [Government House, Astana]
          email: udp@udp-rk.kz
          social: {x: TokayevKZ}
        # the last target
        - {id: minister, role: Minister of Justice, email: [justice@example.org]}

      # The end.
      """;

  private static Finding russian() {
    Finding finding = new Finding().number("31/22", 3).person("Жанболат Мамай");
    finding.language = "ru";
    finding.deadline = at(LocalDate.of(2022, 5, 13));
    finding.title = at("Активист: задержан");
    finding.summary = at("Его арестовали 25 февраля.");
    finding.letter = at("Пишу Вам.\n\n- Первое.");
    finding.asks.add(at("освободить его"));
    finding.targets.add(
        Finding.office(
            "Президент",
            "Касым-Жомарт Токаев",
            "Ваше Превосходительство!",
            List.of("Дом правительства", "Астана"),
            List.of(at("udp@udp-rk.kz"), at("second@example.org")),
            List.of(at(new Fax("+7 7172 74-56-31", null))),
            Map.of("x", at("TokayevKZ"), "instagram", at("tokayev_online")),
            List.of()));
    finding.targets.add(
        Finding.office("Министр юстиции", null, "justice@example.org", "new@example.org"));
    finding.copies.add(
        Finding.office(
            "Посол",
            "Ержан Ашикбаев",
            null,
            List.of("Вашингтон"),
            List.of(at("washington@mfa.kz")),
            List.of(),
            Map.of(),
            List.of("US")));
    return finding;
  }

  private static Campaign read(byte[] bytes) {
    return new CampaignReader().read("ua-31-22-3.yaml", bytes, "ua-31-22-3").campaign();
  }

  private static Campaign read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Merged merge(String own, Finding other) {
    byte[] bytes = own.getBytes(StandardCharsets.UTF_8);
    return Merger.merge(read(bytes), bytes, other.draft(), "версия.docx");
  }

  @Test
  void aFurtherLanguageStandsBesideTheFirstAndEveryLineStays() {
    Merged merged = merge(OWN, russian());
    assertEquals(
        """
        # My own remark.
        ua: 31/22
        issue: 3
        country: KZ   # where it is
        language: en
        # check: версия.docx has: 2022-05-13
        deadline: 2022-05-12
        people: [{name: Zhanbolat Mamay, names: {ru: Жанболат Мамай}}]
        title:
          en: "Activist: detained"   # a headline
          ru: "Активист: задержан"
        summary:
          en: >-
            He was arrested
            on 25 February.
          ru: Его арестовали 25 февраля.
        asks:
          en:
          - release him
          ru: [освободить его]
        # before the letter
        letter:
          en: |
            I write to you.

            - One.
          ru: |
            Пишу Вам.

            - Первое.

        preferred_languages: [ru, en]
        targets:
          - id: president
            name: {en: Kassym-Jomart Tokayev, ru: Касым-Жомарт Токаев}
            role:
              en: President of Kazakhstan
              ru: Президент
            salutation:
              en: "Your Excellency:"
              ru: Ваше Превосходительство!
            address:
              en: [Government House, Astana]
              ru: [Дом правительства, Астана]
            email: [udp@udp-rk.kz, second@example.org]
            fax: ["+7 7172 74-56-31"]
            social: {x: TokayevKZ, instagram: tokayev_online}
          # the last target
          - {id: minister, role: {en: Minister of Justice, ru: Министр юстиции}, email: [justice@example.org, new@example.org]}

        copies:
          - id: embassy-us
            for: [US]
            name:
              ru: Ержан Ашикбаев
            role:
              ru: Посол
            address:
              ru: [Вашингтон]
            email: [washington@mfa.kz]

        # The end.
        """,
        merged.text());
    assertEquals(List.of("deadline: 2022-05-13"), merged.differs());
    assertTrue(merged.added().contains("letter in Russian"), merged.added().toString());
    assertTrue(merged.agrees().contains("president’s email"), merged.agrees().toString());
    Campaign after = read(merged.text());
    assertEquals("Пишу Вам.\n\n- Первое.", after.letter().in(Locale.forLanguageTag("ru")));
  }

  @Test
  void theSameDocumentOnceMoreAddsNothing() {
    Merged once = merge(OWN, russian());
    String text = once.text();
    Merged twice = merge(text, russian());
    assertEquals(List.of(), twice.added());
    assertEquals(text, twice.text().replaceFirst("# check.*\n", ""));
  }

  @Test
  void lineEndsOfWindowsAreKept() {
    Merged merged = merge(OWN.replace("\n", "\r\n"), russian());
    String text = merged.text();
    assertFalse(text.replace("\r\n", "").contains("\n"), text);
    assertEquals(read(merge(OWN, russian()).text()).targets(), read(merged.text()).targets());
  }

  @Test
  void aRealFileKeepsEveryLineThatIsThere() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("campaigns/ua-31-22-3.yaml"));
    Campaign before = read(bytes);
    Finding italian = russian();
    italian.language = "it";
    Merged merged = Merger.merge(before, bytes, italian.draft(), "versione.pdf");
    List<String> after = merged.text().lines().toList();
    int from = 0;
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      int found = from + after.subList(from, after.size()).indexOf(line);
      assertTrue(found >= from || line.contains("["), line);
      from = found >= from ? found + 1 : from;
    }
    Campaign read = read(merged.text());
    assertTrue(read.letter().values().entrySet().containsAll(before.letter().values().entrySet()));
    assertEquals("Пишу Вам.\n\n- Первое.", read.letter().in(Locale.ITALIAN));
  }

  @Test
  void anotherActionIsNotTheSame() {
    Campaign own = read(OWN.getBytes(StandardCharsets.UTF_8));
    Finding other = russian();
    assertTrue(SameAction.doubt(own, other.draft().campaign()).isEmpty());
    assertTrue(SameAction.doubt(own, russian().number("32/22", 1).draft().campaign()).isPresent());
    assertTrue(SameAction.doubt(own, russian().number("31/22", 2).draft().campaign()).isPresent());
    other.ua = null;
    assertTrue(SameAction.doubt(own, other.draft().campaign()).isPresent(), "Мамай is Mamaj here");
    other.people.clear();
    other.country = at("IR");
    assertTrue(SameAction.doubt(own, other.draft().campaign()).orElse("").contains("Iran"));
  }
}
