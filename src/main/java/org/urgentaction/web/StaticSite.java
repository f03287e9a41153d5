package org.urgentaction.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.campaign.CatalogueWatch;
import org.urgentaction.dispatch.BulletinFormats;
import org.urgentaction.dispatch.Format;
import org.urgentaction.document.Document;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.Templates;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.typeset.FontLibrary;

/**
 * The public pages as files for any web host, by the templates and from the same parts as the
 * server's: what needs a server is left out, and ready letters stand in for the desk. It is made of
 * the campaigns as they are at one moment, and the same campaigns give the same bytes.
 */
public final class StaticSite {
  private final SiteSettings settings;
  private final Shelf shelf;
  private final LetterDesk desk;
  private final Assets assets = new Assets();
  private final PageWriter pages;
  private final HomePage home;
  private final ActionPage action;
  private final Photos photos = new Photos();
  private final Bulletins bulletins;
  private final ReadyLetters letters;
  private final List<Problem> problems = new ArrayList<>();

  public StaticSite(SiteSettings settings, Catalogue campaigns, Templates templates, Clock now) {
    this.settings = settings;
    Clock clock = Clock.fixed(now.instant(), now.getZone());
    FontLibrary fonts = FontLibrary.bundled();
    shelf = new Shelf(CatalogueWatch.still(campaigns), clock);
    desk = new LetterDesk(templates, fonts, clock);
    CaseModel cases = new CaseModel(id -> null, desk);
    pages = new PageWriter(templates, assets);
    home = new HomePage(shelf, cases);
    action = new ActionPage(shelf, cases, photos);
    bulletins = new Bulletins(photos, templates, fonts);
    letters = new ReadyLetters(templates, fonts, clock, settings.country());
  }

  /**
   * Makes the site, once.
   *
   * @param files takes each file by its path, with slashes, below the site's folder
   * @return what could not be made; everything else was
   */
  public List<Problem> writeTo(BiConsumer<String, byte[]> files) {
    for (String name : List.of("style.css", "icon.svg")) {
      String path = assets.path(name).substring(1);
      files.accept(path, asset(path));
    }
    for (Locale language : Visitor.LANGUAGES) {
      StaticLinks links = StaticLinks.home(language, settings.language());
      HomePage.Query all = new HomePage.Query(null, null, null);
      files.accept(links.name(language), page("home", links, home.model(all, language)));
    }
    for (Case shown : shelf.all()) {
      writeAction(shown, files);
    }
    return List.copyOf(problems);
  }

  private void writeAction(Case shown, BiConsumer<String, byte[]> files) {
    Campaign campaign = shown.campaign();
    String folder = StaticLinks.folder(campaign.id());
    BiConsumer<String, byte[]> beside = (name, bytes) -> files.accept(folder + name, bytes);
    photos.of(shown.file()).ifPresent(photo -> beside.accept("photo.jpg", photo.bytes()));
    Set<String> printed = bulletins(shown, beside);
    List<Letter> ready =
        letters.make(shown, desk.languages(campaign), beside, e -> missing(campaign, e));
    for (Locale language : Visitor.LANGUAGES) {
      StaticLinks links = StaticLinks.action(campaign, language, settings.language());
      Wording wording = new Wording(language);
      Map<String, @Nullable Object> model =
          new HashMap<>(action.model(shown, language, address(folder + links.name(language))));
      model.put("noted", null);
      model.put(
          "bulletins",
          bulletins.offered(campaign, wording).stream()
              .filter(each -> printed.contains(each.get("tag")))
              .toList());
      model.put("ready", ReadyLetters.model(ready, campaign, wording));
      beside.accept(links.name(language), page("action", links, model));
    }
  }

  /** Makes the bulletins, and says in which languages there are any. */
  private Set<String> bulletins(Case shown, BiConsumer<String, byte[]> files) {
    Campaign campaign = shown.campaign();
    Set<String> made = new HashSet<>();
    for (Locale language : bulletins.languages(campaign)) {
      try {
        Map<String, byte[]> whole = new LinkedHashMap<>();
        for (Format format : Bulletins.FORMATS) {
          whole.put(
              BulletinFormats.name(campaign, language, format),
              bulletins.bytes(shown, language, format));
        }
        whole.forEach(files);
        made.add(language.toLanguageTag());
      } catch (InvalidInputException e) {
        missing(campaign, e);
      }
    }
    return made;
  }

  private void missing(Campaign campaign, InvalidInputException e) {
    for (Problem problem : e.problems()) {
      Problem placed =
          problem.source() != null
              ? problem
              : new Problem(
                  problem.severity(), campaign.id(), 0, 0, problem.message(), problem.advice());
      if (!problems.contains(placed)) {
        problems.add(placed);
      }
    }
  }

  private @Nullable String address(String path) {
    URI address = settings.address();
    return address == null ? null : address.resolve(path).toString();
  }

  private byte[] page(String name, StaticLinks links, Map<String, @Nullable Object> model) {
    Map<String, @Nullable Object> all = new HashMap<>(model);
    all.put("static", true);
    all.put("url", new PathMethod(links::page));
    all.put("file", new PathMethod(links::file));
    all.put("style", links.file(assets.path("style.css")));
    all.put("icon", links.file(assets.path("icon.svg")));
    all.put("languages", Visitor.LANGUAGES.stream().map(tag -> tongue(tag, links)).toList());
    return pages
        .page(name, new Visitor(links.language(), false), "/", all)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> tongue(Locale tag, StaticLinks links) {
    return Map.of(
        "tag", tag.toLanguageTag(),
        "name", Wording.languageName(tag, tag),
        "dir", Document.isRightToLeft(tag) ? "rtl" : "ltr",
        "current", tag.equals(links.language()),
        "link", links.name(tag));
  }

  private byte[] asset(String path) {
    return assets
        .find(path.substring(path.lastIndexOf('/') + 1))
        .orElseThrow(() -> new IllegalStateException("the program lacks its " + path))
        .bytes();
  }
}
