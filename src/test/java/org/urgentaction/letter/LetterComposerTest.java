package org.urgentaction.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.urgentaction.GoldenFile;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.document.Block;
import org.urgentaction.document.HtmlWriter;
import org.urgentaction.document.TextWriter;
import org.urgentaction.problem.InvalidInputException;

class LetterComposerTest {
  private static final Catalogue CAMPAIGNS = Catalogue.load(Path.of("campaigns"));
  private static final LocalDate DATE = LocalDate.of(2023, 5, 2);

  private final LetterComposer composer =
      new LetterComposer(new Templates(TemplateFolder.builtIn()));

  private static Writer writer(boolean safe, @Nullable String words) {
    return new Writer(
        "Jane Roe Smith",
        "jane@example.org",
        List.of(),
        null,
        "Toronto",
        "CA",
        null,
        null,
        words,
        safe);
  }

  private static List<LetterOrder> orders(String campaign, String language, Writer writer) {
    return new LetterPlanner(
            CAMPAIGNS.find(campaign).campaign(),
            new LetterChoices(List.of(), Locale.forLanguageTag(language), null, null, DATE))
        .orders(writer);
  }

  private String text(LetterOrder order) {
    return new TextWriter().write(composer.compose(order).document());
  }

  static Stream<Arguments> everyLetter() {
    return CAMPAIGNS.all().stream()
        .map(CampaignFile::campaign)
        .flatMap(
            campaign ->
                campaign.letterLanguages().stream()
                    .map(tag -> Arguments.of(campaign.id(), tag.toLanguageTag())));
  }

  @ParameterizedTest
  @MethodSource("everyLetter")
  void everyCampaignGivesLettersInEveryLanguageItIsWrittenIn(String campaign, String language)
      throws IOException {
    for (LetterOrder order : orders(campaign, language, writer(false, null))) {
      new GoldenFile("letters/%s-%s-%s.txt".formatted(campaign, order.recipient().id(), language))
          .assertSame(text(order));
    }
  }

  @Test
  void theWritersWordsStandInTheLetterAsTheyWroteThem() {
    String text = text(orders("31/22", "en", writer(false, "I am a *teacher* & I read.")).get(0));
    assertTrue(text.contains("I am a teacher & I read."), text);
  }

  @Test
  void nothingThatAWriterSaysIsObeyed() {
    Writer hostile = writer(false, "<script>x</script> ${writer.email} <#list 1..9 as i>");
    LetterOrder order = orders("31/22", "en", hostile).get(0);
    String html = new HtmlWriter().write(composer.compose(order).document());
    assertFalse(html.contains("<script>"), html);
    assertFalse(html.contains("jane@example.org"), html);
    assertTrue(html.contains("${writer.email}"), html);
  }

  @Test
  void aSafeWriterSignsWithInitialsAndPlaceOnly() {
    LetterOrder order = orders("31/22", "en", writer(true, null)).get(0);
    String text = text(order);
    assertTrue(text.contains("J. R. S.\nToronto, Canada"), text);
    assertFalse(text.contains("Jane") || text.contains("Smith"), text);
    assertFalse(text.contains("jane@example.org"), text);
  }

  @Test
  void aLanguageTheCampaignLacksNamesThoseItHas() {
    LetterOrder order = orders("31/22", "pt", writer(false, null)).get(0);
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> composer.compose(order));
    assertTrue(e.getMessage().contains("Portuguese (pt)"), e.getMessage());
    assertTrue(e.getMessage().contains("Russian (ru)"), e.getMessage());
  }

  @Test
  void theCopyGoesToTheWritersOwnCountry() {
    assertEquals(
        List.of("president", "embassy-ca"),
        orders("31/22", "en", writer(false, null)).stream().map(o -> o.recipient().id()).toList());
  }

  @Test
  void aCampaignWithoutASampleLetterIsToldFromItsSummaryAndRequests() {
    LetterOrder order = orders("31/22", "en", writer(false, null)).get(0);
    Campaign c = order.campaign();
    Campaign bare =
        new Campaign(
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
            c.summary(),
            c.asks(),
            org.urgentaction.campaign.Localized.none(),
            c.background(),
            c.preferredLanguages(),
            c.targets(),
            c.copies(),
            c.closedChannels(),
            c.social(),
            c.photo(),
            c.reportTo(),
            c.stopped());
    LetterOrder built =
        new LetterOrder(
            bare,
            order.recipient(),
            false,
            List.of(),
            order.writer(),
            order.language(),
            null,
            null,
            DATE);
    Letter letter = composer.compose(built);
    String text = new TextWriter().write(letter.document());
    for (String ask : c.asks().in(Locale.ENGLISH)) {
      assertTrue(text.replaceAll("\\s+", " ").contains(ask), ask + " in " + text);
    }
    assertTrue(letter.document().blocks().stream().anyMatch(Block.Listing.class::isInstance), text);
  }

  @Test
  void aDraftHasEveryValueFilledInAndComposesToTheSameLetter() {
    LetterOrder order = orders("31/22", "en", writer(false, null)).get(0);
    String draft = composer.draft(order);
    assertFalse(draft.contains("${"), draft);
    LetterOrder edited =
        new LetterOrder(
            order.campaign(),
            order.recipient(),
            false,
            order.copies(),
            order.writer(),
            order.language(),
            draft,
            null,
            DATE);
    assertEquals(text(order), text(edited));
  }

  @Test
  void adviceNamesWhatALetterOfOnesOwnForgets() {
    LetterOrder order = orders("31/22", "en", writer(false, null)).get(0);
    LetterOrder own =
        new LetterOrder(
            order.campaign(),
            order.recipient(),
            false,
            List.of(),
            order.writer(),
            order.language(),
            "I hope that you are well.",
            null,
            DATE);
    List<LetterAdvice.Remark> advice = LetterAdvice.on(composer.compose(own));
    assertTrue(advice.contains(new LetterAdvice.NeverNames("Zhanbolat Mamay")), advice.toString());
    assertTrue(
        advice.contains(
            new LetterAdvice.LeavesOut("ensure that all charges against him are dropped")),
        advice.toString());
    assertEquals(
        List.of(new LetterAdvice.NothingPersonal()), LetterAdvice.on(composer.compose(order)));
  }
}
