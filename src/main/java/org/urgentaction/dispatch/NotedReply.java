package org.urgentaction.dispatch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.log.ActionLog;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.problem.UnsafeCharacters;

/**
 * An official's answer as a person tells of it, before it is noted.
 *
 * @param target that answered: a target or an office that gets a copy
 * @param on when it came, not after today
 * @param words what was said, on one line; null where nothing was told
 */
public record NotedReply(String target, LocalDate on, @Nullable String words) {
  private static final int LONGEST = 500;

  /**
   * Reads what was typed.
   *
   * @param on as ISO 8601 has it; null or empty for today
   * @param today where the campaign's section is
   * @throws InvalidInputException with what is wrong and what to do
   */
  public static NotedReply read(
      Campaign campaign,
      String target,
      @Nullable String on,
      @Nullable String words,
      LocalDate today) {
    List<String> known = ControlChange.targets(campaign);
    if (!known.contains(target)) {
      throw invalid(
          "--from",
          "%s has no target \"%s\"".formatted(campaign.id(), target),
          "it has " + String.join(", ", known));
    }
    LocalDate day = on == null || on.isBlank() ? today : day(on.strip());
    if (day.isAfter(today)) {
      throw invalid("--on", "%s is still to come".formatted(day), "give the day it came");
    }
    return new NotedReply(target, day, said(words));
  }

  /** Puts it into the log. */
  public void note(ActionLog log, String campaign) {
    log.noteReply(campaign, target, on, words);
  }

  private static LocalDate day(String on) {
    try {
      return LocalDate.parse(on);
    } catch (DateTimeException e) {
      throw invalid("--on", "\"%s\" is no date".formatted(on), "write it as 2022-05-01");
    }
  }

  private static @Nullable String said(@Nullable String words) {
    if (words == null || words.isBlank()) {
      return null;
    }
    Optional<String> unsafe = UnsafeCharacters.inLine(words);
    if (unsafe.isPresent() || words.length() > LONGEST) {
      throw invalid(
          "WORDS",
          unsafe.map(found -> "they hold " + found).orElse("they are longer than 500 characters"),
          "say it in one short line");
    }
    return words.strip();
  }

  private static InvalidInputException invalid(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
