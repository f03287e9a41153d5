package org.urgentaction.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.urgentaction.problem.InvalidInputException;

/** The reader gives back what a file says, each value as it was written and with its place. */
class CampaignReaderTest {
  private static final Path GOOD = Path.of("src/test/resources/campaign/good");

  private final CampaignReader reader = new CampaignReader();

  @Test
  void everyKeyArrivesInTheRecords() {
    Campaign campaign = reader.read(GOOD.resolve("full.yaml")).campaign();
    assertEquals("full", campaign.id());
    assertEquals(new UaNumber(31, 22), campaign.ua());
    assertEquals(3, campaign.issue());
    assertEquals("EUR 57/6695/2023", campaign.index());
    assertEquals("2023-04-19", String.valueOf(campaign.issued()));
    assertEquals("2023-06-14", String.valueOf(campaign.deadline()));
    assertEquals("America/Toronto", campaign.zone().getId());
    assertEquals(List.of("full-2", "https://www.example.org/ua/31-22"), campaign.previous());
    Person person = campaign.people().get(0);
    assertEquals("Жанболат Мамай", person.nameIn(Locale.forLanguageTag("ru")));
    assertEquals(List.of("Zhanbolat Mamai", "Janbolat Mamay"), person.also());
    assertEquals(Pronouns.HE, person.pronouns());
    Target target = campaign.targets().get(0);
    assertEquals(List.of("udp@udp-rk.kz"), target.emails());
    assertEquals(List.of(new Fax("+7 7172 74-56-31", "ask for a fax tone")), target.faxes());
    assertEquals("tokayev_online", target.social().get("instagram"));
    assertEquals("Asia/Almaty", String.valueOf(target.zone()));
    assertEquals(List.of("CA"), campaign.copies().get(0).countries());
    assertEquals(2, campaign.asks().values().size());
    assertEquals(
        "Post to the country is suspended.",
        campaign.closedChannels().get(Channel.POST).in(Locale.ENGLISH));
    assertEquals("2024-01-02", String.valueOf(campaign.stopped().on()));
    assertEquals("photos/mamay.jpg", campaign.photo().file());
    assertEquals("ua@amnesty.ca", campaign.reportTo().email());
  }

  @Test
  void textsStayWhatWasWritten() {
    Campaign campaign = reader.read(GOOD.resolve("small.yaml")).campaign();
    assertEquals("12/24", campaign.ua().toString());
    assertEquals("NO", campaign.country());
    assertEquals(List.of("001", "150", "SE"), campaign.copies().get(0).countries());
    assertEquals(
        "0030", campaign.targets().get(0).address().in(Locale.forLanguageTag("nb")).get(1));
    assertEquals("22249095", campaign.targets().get(0).faxes().get(1).number());
  }

  @Test
  void everyValueHasItsPlace() {
    SourcePlaces places = reader.read(GOOD.resolve("full.yaml")).places();
    assertEquals(new SourcePlace(3, 5), places.at("ua"));
    assertEquals(new SourcePlace(31, 7), places.at("letter.en"));
    assertEquals(new SourcePlace(14, 17), places.at("people[0].names.ru"));
  }

  @Test
  void whatIsNoFileIsSaid() {
    assertEquals(
        "nowhere.yaml: error: there is no such file; `ua list --all` shows the campaigns there are",
        refusal(Path.of("nowhere.yaml")));
    assertEquals(GOOD + ": error: this is a folder, not a campaign file", refusal(GOOD));
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreRead() throws IOException {
    String text = Files.readString(GOOD.resolve("full.yaml"));
    byte[] windows = ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    CampaignFile unix = reader.read(GOOD.resolve("full.yaml"));
    CampaignFile same = reader.read(GOOD.resolve("full.yaml").toString(), windows, "full");
    assertEquals(unix, same);
  }

  private String refusal(Path file) {
    return assertThrows(InvalidInputException.class, () -> reader.read(file)).getMessage();
  }
}
