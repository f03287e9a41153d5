package org.urgentaction.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignIdentity;
import org.urgentaction.dispatch.BulletinFormats;
import org.urgentaction.dispatch.Format;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;
import org.urgentaction.letter.BulletinComposer;
import org.urgentaction.letter.BulletinOrder;
import org.urgentaction.letter.Templates;
import org.urgentaction.typeset.FontLibrary;

/**
 * The whole Urgent Action as files, in each language that its campaign is written in; those asked
 * for last are kept as long as campaign, photo and day are the same.
 */
final class Bulletins {
  /** What pages offer, the first for those who only want to read. */
  static final List<Format> FORMATS = List.of(Format.PDF, Format.DOCX);

  private static final int KEPT = 40;

  private final Map<Key, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Photos photos;
  private final Templates templates;
  private final BulletinFormats formats;

  Bulletins(Photos photos, Templates templates, FontLibrary fonts) {
    this.photos = photos;
    this.templates = templates;
    this.formats = new BulletinFormats(fonts);
  }

  /** What a page offers: the reader's language first where there is one, then the campaign's. */
  List<Map<String, String>> offered(Campaign campaign, Wording wording) {
    List<Locale> written = languages(campaign);
    Stream<Locale> first =
        Stream.of(wording.language(), campaign.language())
            .map(
                wanted ->
                    written.stream()
                        .filter(tag -> tag.getLanguage().equals(wanted.getLanguage()))
                        .findFirst()
                        .orElse(null))
            .filter(Objects::nonNull);
    return Stream.concat(first, written.stream())
        .distinct()
        .map(tag -> Map.of("tag", tag.toLanguageTag(), "name", wording.language(tag)))
        .toList();
  }

  List<Locale> languages(Campaign campaign) {
    return BulletinComposer.written(campaign).stream()
        .filter(tag -> templates.phrases("bulletin", tag).isPresent())
        .toList();
  }

  /** What a bulletin is made of; which day it is decides whether its campaign is closed. */
  private record Key(
      CampaignIdentity campaign, LocalDate today, String photo, Locale language, Format format) {}

  /**
   * One of them.
   *
   * @throws org.urgentaction.problem.InvalidInputException where it cannot be made
   */
  byte[] bytes(Case shown, Locale language, Format format) {
    Key key =
        new Key(
            new CampaignIdentity(shown.campaign()),
            shown.today(),
            photos.version(shown.file()),
            language,
            format);
    byte[] known;
    synchronized (kept) {
      known = kept.get(key);
    }
    return known != null ? known : keep(key, made(shown, language, format));
  }

  private byte[] keep(Key key, byte[] bytes) {
    synchronized (kept) {
      kept.put(key, bytes);
      if (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return bytes;
  }

  private byte[] made(Case shown, Locale language, Format format) {
    Document bulletin =
        new BulletinComposer(templates)
            .compose(
                new BulletinOrder(
                    shown.campaign(), language, shown.closures(), photos.picture(shown.file())));
    return formats.render(bulletin, format, Paper.forZone(shown.campaign().zone())).bytes();
  }
}
