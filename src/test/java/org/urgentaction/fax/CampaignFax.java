package org.urgentaction.fax;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;
import org.urgentaction.document.Picture;
import org.urgentaction.letter.LetterChoices;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.TemplateFolder;
import org.urgentaction.letter.Templates;
import org.urgentaction.letter.Writer;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.PageNumbers;
import org.urgentaction.typeset.PageStyle;
import org.urgentaction.typeset.PdfPress;

/** The fax of a real campaign's letter to its first target, as pages and as the words on them. */
final class CampaignFax {
  private static final Catalogue CAMPAIGNS = Catalogue.load(Path.of("campaigns"));
  private static final FontLibrary FONTS = FontLibrary.forFax();
  private static final String NUMBER = "00 7 7172 74 56 31";

  private final LetterComposer composer =
      new LetterComposer(new Templates(TemplateFolder.builtIn()));
  private final LetterOrder order;
  private final Paper paper;

  CampaignFax(String campaign, String language, Paper paper, @Nullable Picture signature) {
    this(CAMPAIGNS, campaign, language, paper, signature);
  }

  CampaignFax(
      Catalogue campaigns,
      String campaign,
      String language,
      Paper paper,
      @Nullable Picture signature) {
    this.paper = paper;
    Writer writer =
        language.equals("ru")
            ? writer("Анна Петрова", "ул. Бривибас, 12", "LV-1010", "Рига", "LV")
            : writer("Jane Roe Smith", "12 Harbour Street", "H91 X2K4", "Galway", "IE");
    LetterChoices choices =
        new LetterChoices(
            List.of(), Locale.forLanguageTag(language), null, signature, LocalDate.of(2023, 5, 2));
    order = new LetterPlanner(campaigns.find(campaign).campaign(), choices).orders(writer).get(0);
  }

  private static Writer writer(
      String name, String street, String postcode, String city, String country) {
    return new Writer(
        name, null, List.of(street), postcode, city, country, null, null, null, false);
  }

  FaxDocument set(FaxResolution resolution) {
    return new FaxPress(FONTS, paper, resolution).set(this::cover, List.of(letter()), this::number);
  }

  /** The cover sheet and the letter before they are drawn, a PDF each with its text. */
  List<byte[]> readable() {
    PdfPress press = new PdfPress(FONTS, PageStyle.fax(paper), List.of());
    List<byte[]> pages = new ArrayList<>();
    pages.add(press.set(cover(2), new PageNumbers(0, 1, this::number)).pdf());
    pages.add(press.set(letter(), new PageNumbers(1, 0, this::number)).pdf());
    return pages;
  }

  Document letter() {
    return composer.compose(order).document();
  }

  Document cover(int pages) {
    return composer.faxCover(order, NUMBER, pages);
  }

  private String number(int page, int pages) {
    return composer.pageNumber(order, page, pages);
  }
}
