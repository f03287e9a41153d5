package org.urgentaction.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.dispatch.BulletinFormats;
import org.urgentaction.dispatch.Format;
import org.urgentaction.problem.InvalidInputException;

/** The whole Urgent Action to download. */
final class BulletinFiles {
  private static final Map<Format, String> TYPES =
      Map.of(
          Format.PDF, "application/pdf",
          Format.DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Shelf shelf;
  private final Bulletins bulletins;
  private final Guard guard;
  private final Answers answers;
  private final Workroom workroom;

  BulletinFiles(Shelf shelf, Bulletins bulletins, Guard guard, Answers answers, Workroom workroom) {
    this.shelf = shelf;
    this.bulletins = bulletins;
    this.guard = guard;
    this.answers = answers;
    this.workroom = workroom;
  }

  /** One of them as a file. */
  void file(Context context) {
    guard.countFile(context);
    Case shown = answers.find(shelf, context.pathParam("id"));
    Campaign campaign = shown.campaign();
    Format format = Format.parse(context.pathParam("format")).orElse(null);
    Locale language =
        bulletins.languages(campaign).stream()
            .filter(tag -> tag.toLanguageTag().equals(context.pathParam("language")))
            .findFirst()
            .orElse(null);
    String type = format == null ? null : TYPES.get(format);
    if (format == null || type == null || language == null) {
      throw new Refusal(Refusal.Kind.NOT_FOUND);
    }
    byte[] bytes;
    try {
      bytes = workroom.make(() -> bulletins.bytes(shown, language, format));
    } catch (InvalidInputException e) {
      throw new Refusal(Refusal.Kind.BROKEN, 0, e);
    }
    answers.file(context, BulletinFormats.name(campaign, language, format), type, bytes);
  }
}
