package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What anybody may read: the list of actions and each action. */
class PublicPagesTest {
  private static final Path FULL = Path.of("src/test/resources/campaign/good/full.yaml");

  @TempDir static Path folder;
  private static ServedSite site;

  @BeforeAll
  static void serve() {
    site = ServedSite.in(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @AfterEach
  void nothingWentWrongAndTheCampaignsAreAsBefore() throws IOException {
    assertEquals(List.of(), List.copyOf(site.troubles));
    site.resetCampaigns();
  }

  private void add(String name, String deadline) throws IOException {
    String text =
        Files.readString(FULL)
            .replace("ua: 31/22", "ua: " + name)
            .replace("deadline: 2023-06-14", "deadline: " + deadline);
    Files.writeString(site.campaigns.resolve("ua-" + name.replace('/', '-') + ".yaml"), text);
  }

  private static List<String> titles(Document page, String section) {
    return page.select("section[aria-labelledby=" + section + "] h3 a").eachAttr("href");
  }

  @Test
  void openActionsStandSoonestDeadlineFirstAndClosedOnesApart() throws IOException {
    add("40/23", "2023-05-20");
    add("41/23", "2023-05-03");
    add("42/23", "2023-05-01");
    Document page = site.page("/");
    assertEquals(
        List.of("/action/ua-41-23", "/action/ua-40-23", "/action/ua-31-22-3"),
        titles(page, "open"));
    assertEquals(3, titles(page, "closed").size());
    assertTrue(titles(page, "closed").contains("/action/ua-42-23"), "closed the day after");
    assertEquals("1 day left", page.select(".card .time").get(0).text());
  }

  @Test
  void aBulletinIsTheSameUntilItsCampaignOrItsPhotoChanges() throws IOException {
    add("40/23", "2023-05-20");
    String path = "/action/ua-40-23/bulletin/en/pdf";
    byte[] first = site.get(path).body();
    assertArrayEquals(first, site.get(path).body());
    Files.createDirectories(site.campaigns.resolve("photos"));
    Files.copy(Path.of("docs/letter.png"), site.campaigns.resolve("photos/mamay.jpg"));
    byte[] withPhoto = site.get(path).body();
    assertFalse(Arrays.equals(first, withPhoto), "its photo is there now");
    add("40/23", "2023-05-24");
    assertFalse(Arrays.equals(withPhoto, site.get(path).body()), "it names another day");
  }

  @Test
  void onItsLastDayAnActionIsOpenAndOnTheNextItSaysWhatToDo() throws IOException {
    add("40/23", "2023-05-02");
    assertEquals("Last day today", site.page("/action/ua-40-23").select(".time").text());
    add("41/23", "2023-05-01");
    Document page = site.page("/action/ua-41-23");
    assertEquals("Closed", page.select(".time").text());
    assertTrue(page.select(".side").text().contains("Its last day was May 1, 2023."), page.text());
    assertTrue(page.select(".side").text().contains("Please send nothing more"), page.text());
    assertEquals(0, page.select("a[href$=/write]").size());
    assertEquals(403, site.get("/action/ua-41-23/write").statusCode());
    assertEquals(
        "/action/ua-41-23", site.page("/action/ua-41-23/write").select(".button").attr("href"));
  }

  @Test
  void aSupersededActionLeadsToTheNewest() {
    Document page = site.page("/action/ua-31-22-1");
    assertEquals(1, page.select(".side a[href=/action/ua-31-22-3]").size());
    HttpResponse<byte[]> byNumber = site.get("/action/31-22");
    assertEquals(302, byNumber.statusCode());
    assertEquals(
        "/action/ua-31-22-3",
        java.net.URI.create(byNumber.headers().firstValue("Location").orElseThrow()).getPath());
  }

  @Test
  void actionsAreFoundByWordsInAnyLanguageByCountryAndByLanguage() {
    assertEquals(1, titles(site.page("/?q=%D0%BC%D0%B0%D0%BC%D0%B0%D0%B9"), "open").size());
    assertEquals(1, titles(site.page("/?q=kazajistan+31%2F22"), "open").size());
    assertEquals(0, titles(site.page("/?q=nobody"), "open").size());
    assertEquals(1, titles(site.page("/?country=KZ&letter=kk"), "open").size());
    assertEquals(0, titles(site.page("/?country=CA"), "open").size());
    assertEquals("kazajistan", site.page("/?q=kazajistan").select("#q").val());
  }

  @Test
  void anActionsPageSaysAllThatItsSheetSays() throws IOException {
    add("40/23", "2023-05-20");
    String text = site.page("/action/ua-40-23").text();
    for (String each :
        List.of(
            "Activist given a suspended sentence",
            "18 days left",
            "On 10 April Zhanbolat Mamay was given",
            "Drop the charges against him.",
            "Kassym-Jomart Tokayev",
            "Your Excellency:",
            "Government House",
            "udp@udp-rk.kz",
            "+7 7172 74-56-31 ask for a fax tone",
            "+7 7172 74-55-53",
            "https://www.akorda.kz/en/letter",
            "@tokayev_online",
            "Akylbek Kamaldinov",
            "For writers in Canada",
            "Post to the country is suspended.",
            "Lift the restrictions on #Mamay",
            "Democratic Party of Kazakhstan",
            "https://www.example.org/ua/31-22",
            "https://www.amnesty.ca/report")) {
      assertTrue(text.contains(each), each + " is missing in " + text);
    }
  }

  @Test
  void aPhotoIsShownWithItsCreditAndWithoutWhatItsFileTells() throws IOException {
    add("40/23", "2023-05-20");
    assertEquals(0, site.page("/action/ua-40-23").select("img").size(), "there is no file yet");
    assertEquals(404, site.get("/action/ua-40-23/photo").statusCode());
    Files.createDirectories(site.campaigns.resolve("photos"));
    byte[] png = Files.readAllBytes(Path.of("docs/letter.png"));
    Files.write(site.campaigns.resolve("photos/mamay.jpg"), png);
    Document page = site.page("/action/ua-40-23");
    assertEquals("A man in a court room", page.select("img").attr("alt"));
    assertTrue(page.select("figcaption").text().contains("Photo: Private"), page.text());
    HttpResponse<byte[]> photo = site.get("/action/ua-40-23/photo");
    assertEquals("image/jpeg", photo.headers().firstValue("Content-Type").orElseThrow());
    assertEquals((byte) 0xD8, photo.body()[1]);
  }

  @Test
  void noPhotoIsReadFromOutsideTheCampaignsFolder() throws IOException {
    Files.write(folder.resolve("secret.png"), Files.readAllBytes(Path.of("docs/letter.png")));
    Files.createSymbolicLink(site.campaigns.resolve("x.png"), folder.resolve("secret.png"));
    String text = Files.readString(FULL).replace("photos/mamay.jpg", "x.png");
    Files.writeString(site.campaigns.resolve("outside.yaml"), text);
    assertEquals(200, site.get("/action/outside").statusCode());
    assertEquals(404, site.get("/action/outside/photo").statusCode());
  }

  @Test
  void pagesFollowTheReadersLanguageAndChosenOnesAreCarriedOn() {
    assertEquals(
        "fr",
        site.page("/", "Accept-Language", "fr-CA,fr;q=0.9,en;q=0.5").select("html").attr("lang"));
    assertEquals("en", site.page("/", "Accept-Language", "xx").select("html").attr("lang"));
    assertEquals("en", site.page("/", "Accept-Language", ";;q=,*").select("html").attr("lang"));
    Document arabic = site.page("/?ui=ar", "Accept-Language", "fr");
    assertEquals("rtl", arabic.select("html").attr("dir"));
    assertEquals("/action/ua-31-22-3?ui=ar", arabic.select(".card h3 a").attr("href"));
    assertEquals("ar", arabic.select("form.search input[name=ui]").val());
    String title = site.page(ServedSite.ACTION + "?ui=ar").select("h1").text();
    assertTrue(title.startsWith("كازاخستان"), title);
  }

  @Test
  void theWholeUrgentActionIsThereAsPdfAndWordInEveryLanguageItIsWrittenIn() throws IOException {
    Document page = site.page(ServedSite.ACTION + "?ui=fr");
    List<String> links = page.select("a[href*=/bulletin/]").eachAttr("href");
    assertEquals(
        ServedSite.ACTION + "/bulletin/fr/pdf", links.get(0), "the reader's language first");
    assertEquals(14, links.size());
    HttpResponse<byte[]> pdf = site.get(links.get(0));
    assertEquals("application/pdf", pdf.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(WritingTest.pdf(pdf).contains("Zhanbolat Mamay"), WritingTest.pdf(pdf));
    HttpResponse<byte[]> word = site.get(ServedSite.ACTION + "/bulletin/en/docx");
    assertEquals('P', word.body()[0]);
    assertEquals(
        "attachment; filename=\"ua-31-22-3-bulletin-en.docx\"",
        word.headers().firstValue("Content-Disposition").orElseThrow());
    assertEquals(404, site.get(ServedSite.ACTION + "/bulletin/xx/pdf").statusCode());
    assertEquals(404, site.get(ServedSite.ACTION + "/bulletin/en/eml").statusCode());
  }

  @Test
  void aNewIssueIsThereAsSoonAsItsFileIs() throws IOException {
    assertEquals(404, site.get("/action/ua-40-23").statusCode());
    add("40/23", "2023-05-20");
    assertEquals(200, site.get("/action/ua-40-23").statusCode());
    Files.delete(site.campaigns.resolve("ua-40-23.yaml"));
    assertEquals(404, site.get("/action/ua-40-23").statusCode());
  }

  @Test
  void aBrokenFileSpoilsNothingElse() throws IOException {
    Files.writeString(site.campaigns.resolve("ua-50-23.yaml"), "ua: [");
    Document page = site.page("/");
    assertEquals(1, titles(page, "open").size());
    assertTrue(
        page.select(".notice").text().contains("Not every action can be shown"), page.text());
    HttpResponse<byte[]> broken = site.get("/action/ua-50-23");
    assertEquals(503, broken.statusCode());
    assertFalse(ServedSite.text(broken).contains(folder.toString()), "no paths of the machine");
    assertEquals(200, site.get(ServedSite.ACTION).statusCode());
  }

  @Test
  void aCampaignThatLacksWhatItsDocumentLacksHasAPageAndALetter() throws IOException {
    for (String name : List.of("bare", "no-target")) {
      String text = Files.readString(FULL.resolveSibling(name + ".yaml"));
      text = text.replaceAll("(?m)^(deadline|ua):.*$", "");
      Files.writeString(site.campaigns.resolve(name + ".yaml"), text);
      assertEquals(200, site.get("/action/" + name).statusCode(), name);
      assertEquals(200, site.get("/action/" + name + "/write").statusCode(), name);
    }
    assertEquals(200, site.get("/").statusCode());
  }

  @Test
  void aCampaignInALanguageWithoutPhrasesIsReadAndNotWritten() throws IOException {
    Files.copy(FULL.resolveSibling("small.yaml"), site.campaigns.resolve("small.yaml"));
    Document page = site.page("/action/small");
    assertEquals(0, page.select("a[href$=/write]").size());
    assertTrue(page.select(".side").text().contains("No letter can be written here"), page.text());
    assertEquals(404, site.get("/action/small/write").statusCode());
  }
}
