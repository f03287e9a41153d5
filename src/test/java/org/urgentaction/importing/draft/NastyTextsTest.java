package org.urgentaction.importing.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.urgentaction.importing.draft.Finding.at;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.CampaignReader;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.campaign.Fax;
import org.urgentaction.campaign.Localized;
import org.urgentaction.importing.FoundPerson;

/** Whatever letters a document holds, the written file is read without an error, as the same. */
class NastyTextsTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "Ban",
          " ",
          " ",
          "  ",
          ": ",
          ":",
          " #",
          "#",
          "# ",
          "- ",
          "-",
          "* ",
          "*",
          "_",
          "'",
          "\"",
          "\\",
          "\\n",
          "[",
          "]",
          "{",
          "}",
          ",",
          "&",
          "!",
          "|",
          ">",
          ">-",
          "%",
          "@",
          "`",
          "?",
          "? ",
          "~",
          "null",
          "true",
          "no",
          "1",
          "12.5",
          "1e5",
          "0x1F",
          "2022-05-12",
          "<b>",
          "&amp;",
          "${",
          "${people}",
          "${writer.name",
          "}",
          "---",
          "...",
          "===",
          "\n",
          "\n\n",
          "\n    ",
          "\r\n",
          "\t",
          "\u2028",
          "\u0085",
          "\u0007",
          "\u001b[31m",
          "\u202e",
          "\u200f",
          "\ufeff",
          "\uffff",
          "\ud800",
          "😀",
          "مرحبا",
          "שלום",
          "中文，",
          "Қазақстан",
          "# check: x",
          "= ",
          "+ ",
          "1. ",
          "1) ",
          "[a](b)",
          "![i](j)",
          "a long run of words that makes lines break ");

  private final Parser parser = Parser.builder().build();

  private static String nasty(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most) + 1; i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static Finding nastyFinding(Random random) {
    Finding finding = new Finding();
    finding.title = at(nasty(random, 6));
    finding.summary = at(nasty(random, 40));
    finding.letter = at(nasty(random, 60));
    finding.background = at(nasty(random, 60));
    for (int i = 0; i < 3; i++) {
      finding.people.add(new FoundPerson(at(nasty(random, 4)), List.of(nasty(random, 4)), null));
      finding.asks.add(at(nasty(random, 30)));
      finding.previous.add(at(nasty(random, 3)));
      finding.social.add(at(nasty(random, 5)));
      finding.targets.add(
          Finding.office(
              nasty(random, 5),
              nasty(random, 5),
              nasty(random, 4),
              List.of(nasty(random, 3), nasty(random, 3)),
              List.of(at(nasty(random, 2) + "@" + nasty(random, 2)), at("no@on.kz")),
              List.of(at(new Fax(nasty(random, 2) + "123", nasty(random, 4)))),
              Map.of("x", at(nasty(random, 2))),
              List.of()));
    }
    return finding;
  }

  @RepeatedTest(300)
  void aFileOfAnyTextsIsReadAsWhatWasWritten(RepetitionInfo repetition) {
    Draft draft = nastyFinding(new Random(repetition.getCurrentRepetition())).draft();
    assertSame(draft.campaign(), read(draft.campaign().id(), draft.text()));
  }

  @RepeatedTest(100)
  void plainWordsStayTheSameWordsInMarkdown(RepetitionInfo repetition) {
    String words = CleanText.line(nasty(new Random(repetition.getCurrentRepetition()), 8)).strip();
    String shown =
        TextContentRenderer.builder().build().render(parser.parse(new PlainMarkdown().of(words)));
    assertEquals(words.replaceAll("\\s+", " "), shown.replaceAll("\\s+", " ").strip());
  }

  static Stream<CampaignFile> realCampaigns() {
    return Catalogue.load(Path.of("campaigns")).all().stream();
  }

  @ParameterizedTest
  @MethodSource("realCampaigns")
  void aRealCampaignInAllItsLanguagesIsWrittenAndReadAsTheSame(CampaignFile file) {
    Campaign campaign = file.campaign();
    assertSame(campaign, read(campaign.id(), CampaignWriter.write(campaign, new Remarks())));
  }

  private static Campaign read(String id, String text) {
    return new CampaignReader()
        .read("draft.yaml", text.getBytes(StandardCharsets.UTF_8), id)
        .campaign();
  }

  /** Where long paragraphs are broken into lines, Markdown must say the same; else each letter. */
  private void assertSame(Campaign written, Campaign read) {
    for (List<Localized<String>> texts :
        List.of(
            List.of(written.letter(), read.letter()),
            List.of(written.background(), read.background()),
            List.of(written.summary(), read.summary()))) {
      assertEquals(html(texts.get(0)), html(texts.get(1)));
    }
    assertEquals(without(written), without(read));
  }

  private List<String> html(Localized<String> text) {
    List<String> html = new ArrayList<>();
    HtmlRenderer renderer = HtmlRenderer.builder().softbreak(" ").build();
    text.values()
        .forEach((tag, each) -> html.add(tag + renderer.render(parser.parse(each)).strip()));
    return html;
  }

  private static Campaign without(Campaign c) {
    return new Campaign(
        c.id(),
        c.ua(),
        c.issue(),
        c.index(),
        c.country(),
        c.language(),
        c.issued(),
        c.deadline(),
        c.zone(),
        c.previous(),
        c.people(),
        c.title(),
        Localized.none(),
        c.asks(),
        Localized.none(),
        Localized.none(),
        c.preferredLanguages(),
        c.targets(),
        c.copies(),
        c.closedChannels(),
        c.social(),
        c.photo(),
        c.reportTo(),
        c.stopped());
  }

  @RepeatedTest(20)
  void hugeTextsAreWrittenInNoTime(RepetitionInfo repetition) {
    String piece = PIECES.get(repetition.getCurrentRepetition() + 10);
    String text = YamlText.markdown((piece + " ").repeat(20_000), 100).toString();
    assertTrue(text.length() > 20_000);
  }
}
