package org.urgentaction.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Target;
import org.urgentaction.log.ActionLog;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.problem.UnsafeCharacters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua log reply}: an official has answered. */
@Command(name = "reply", description = "Note that an official has answered.")
final class LogReplyCommand implements Callable<Integer> {
  private static final int LONGEST = 500;

  @ParentCommand private LogCommand log;

  @Parameters(index = "0", paramLabel = "ID", description = "A campaign's id or a UA number.")
  private String id;

  @Option(
      names = "--from",
      paramLabel = "TARGET",
      required = true,
      description = "The target or copy that answered.")
  private String from;

  @Option(names = "--on", paramLabel = "DATE", description = "When (default: today).")
  private @Nullable String on;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WORDS",
      description = "What was said, in short; no supporter's name.")
  private @Nullable String words;

  @Override
  public Integer call() {
    Workbench bench = log.workbench();
    Campaign campaign = bench.campaign(bench.catalogue(), id).campaign();
    check(campaign);
    LocalDate today = bench.today(campaign);
    LocalDate day = day(today);
    if (day.isAfter(today)) {
      throw invalid("--on", "%s is still to come".formatted(day), "give the day it came");
    }
    String said = said();
    try (ActionLog actions = bench.log()) {
      actions.noteReply(campaign.id(), from, day, said);
    }
    bench.note("Noted: %s answered on %s.".formatted(from, CampaignWords.day(day)));
    return ExitStatus.DONE;
  }

  private void check(Campaign campaign) {
    String known =
        Stream.concat(campaign.targets().stream(), campaign.copies().stream().map(Copy::office))
            .map(Target::id)
            .collect(Collectors.joining(", "));
    if (!Stream.of(known.split(", ")).toList().contains(from)) {
      throw invalid(
          "--from", "%s has no target \"%s\"".formatted(campaign.id(), from), "it has " + known);
    }
  }

  private LocalDate day(LocalDate today) {
    if (on == null) {
      return today;
    }
    try {
      return LocalDate.parse(on);
    } catch (DateTimeException e) {
      throw invalid("--on", "\"%s\" is no date".formatted(on), "write it as 2022-05-01");
    }
  }

  private @Nullable String said() {
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
