package org.urgentaction.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.dispatch.BulletinFormats;
import org.urgentaction.dispatch.Format;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;
import org.urgentaction.letter.BulletinComposer;
import org.urgentaction.letter.BulletinOrder;
import org.urgentaction.letter.Templates;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.typeset.FontLibrary;

/** The whole Urgent Action to download, in each language that its campaign is written in. */
final class BulletinFiles {
  private static final Map<Format, String> TYPES =
      Map.of(
          Format.PDF, "application/pdf",
          Format.DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Shelf shelf;
  private final Photos photos;
  private final Templates templates;
  private final BulletinFormats formats;
  private final Guard guard;
  private final Answers answers;
  private final Workroom workroom;

  BulletinFiles(
      Shelf shelf,
      Photos photos,
      Templates templates,
      FontLibrary fonts,
      Guard guard,
      Answers answers,
      Workroom workroom) {
    this.shelf = shelf;
    this.photos = photos;
    this.templates = templates;
    this.formats = new BulletinFormats(fonts);
    this.guard = guard;
    this.answers = answers;
    this.workroom = workroom;
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

  private List<Locale> languages(Campaign campaign) {
    return BulletinComposer.written(campaign).stream()
        .filter(tag -> templates.phrases("bulletin", tag).isPresent())
        .toList();
  }

  /** One of them as a file. */
  void file(Context context) {
    guard.countFile(context);
    Case shown = answers.find(shelf, context.pathParam("id"));
    Campaign campaign = shown.campaign();
    Format format = Format.parse(context.pathParam("format")).orElse(null);
    Locale language =
        languages(campaign).stream()
            .filter(tag -> tag.toLanguageTag().equals(context.pathParam("language")))
            .findFirst()
            .orElse(null);
    String type = format == null ? null : TYPES.get(format);
    if (format == null || type == null || language == null) {
      throw new Refusal(Refusal.Kind.NOT_FOUND);
    }
    byte[] bytes;
    try {
      bytes = workroom.make(() -> bytes(shown, language, format));
    } catch (InvalidInputException e) {
      throw new Refusal(Refusal.Kind.BROKEN, 0, e);
    }
    answers.file(context, BulletinFormats.name(campaign, language, format), type, bytes);
  }

  private byte[] bytes(Case shown, Locale language, Format format) {
    Document bulletin =
        new BulletinComposer(templates)
            .compose(
                new BulletinOrder(
                    shown.campaign(), language, shown.closures(), photos.picture(shown.file())));
    return formats.render(bulletin, format, Paper.forZone(shown.campaign().zone())).bytes();
  }
}
