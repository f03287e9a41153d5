package org.urgentaction.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.Picture;

/**
 * What a writer (or a coordinator for a list of them) asks of letters beyond the campaign.
 *
 * @param to ids of the targets and copies to write to; empty for all that the writer's country
 *     calls for
 * @param language null for the writer's own where the campaign has it, else the campaign's
 */
public record LetterChoices(
    List<String> to,
    @Nullable Locale language,
    @Nullable String draft,
    @Nullable Picture letterhead,
    @Nullable Picture signature,
    LocalDate date) {

  /** Choices without a letterhead. */
  public LetterChoices(
      List<String> to,
      @Nullable Locale language,
      @Nullable String draft,
      @Nullable Picture signature,
      LocalDate date) {
    this(to, language, draft, null, signature, date);
  }

  public LetterChoices {
    to = List.copyOf(to);
  }

  public LetterChoices withDraft(String text) {
    return new LetterChoices(to, language, text, letterhead, signature, date);
  }
}
