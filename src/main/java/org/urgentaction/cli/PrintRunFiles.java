package org.urgentaction.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Channel;
import org.urgentaction.dispatch.LetterMail;
import org.urgentaction.dispatch.PressRoom;
import org.urgentaction.dispatch.Sha256;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.Preparation;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.PrintRun;

/**
 * Writes one file to print for each official, with the letters of all writers in the order of their
 * list, and notes every one in the log as prepared once the file is there.
 */
final class PrintRunFiles {
  private static final int NOTED_TOGETHER = 200;

  private final Workbench bench;
  private final LetterComposer composer;
  private final PressRoom pressRoom;
  private final boolean duplex;

  PrintRunFiles(Workbench bench, LetterComposer composer, boolean foldMarks, boolean duplex) {
    this.bench = bench;
    this.composer = composer;
    this.duplex = duplex;
    pressRoom = new PressRoom(FontLibrary.bundled(), composer, foldMarks);
  }

  /**
   * @param orders of each writer
   * @param reason why a shut gate was passed, or null
   */
  void write(
      List<List<LetterOrder>> orders, OutputFolder folder, ActionLog log, @Nullable String reason) {
    Map<String, List<LetterOrder>> runs = new LinkedHashMap<>();
    int total = 0;
    for (List<LetterOrder> ofWriter : orders) {
      for (LetterOrder order : ofWriter) {
        runs.computeIfAbsent(order.recipient().id(), id -> new ArrayList<>()).add(order);
        total++;
      }
    }
    List<String> lines = new ArrayList<>();
    try (Progress progress = new Progress(bench, "setting", total)) {
      for (List<LetterOrder> run : runs.values()) {
        lines.add(write(run, folder, log, reason, progress));
      }
    }
    lines.forEach(bench.terminal().out()::println);
  }

  private String write(
      List<LetterOrder> run,
      OutputFolder folder,
      ActionLog log,
      @Nullable String reason,
      Progress progress) {
    LetterOrder first = run.get(0);
    int[] pages = new int[1];
    Path file =
        folder.put(
            first.campaign().id() + "-" + first.recipient().id() + ".pdf",
            out -> pages[0] = set(run, out, progress));
    note(run, sha256(file), log, reason);
    return "%s  %d letter%s, %d page%s"
        .formatted(
            file, run.size(), run.size() == 1 ? "" : "s", pages[0], pages[0] == 1 ? "" : "s");
  }

  private int set(List<LetterOrder> orders, OutputStream out, Progress progress)
      throws IOException {
    int pages = 0;
    int number = 1;
    try (PrintRun run = pressRoom.run(orders, duplex, out)) {
      for (LetterOrder order : orders) {
        pages += add(order, run, number++);
        progress.step();
      }
      run.finish();
    }
    return pages;
  }

  private int add(LetterOrder order, PrintRun run, int number) throws IOException {
    try {
      return run.add(
          composer.compose(order).document(), pressRoom.style(order), order.writer().signature());
    } catch (InvalidInputException refused) {
      throw new InvalidInputException(
          refused.problems().stream().map(problem -> placed(problem, number)).toList());
    }
  }

  /** A problem that has no place of its own is the number of its writer away from being found. */
  private static Problem placed(Problem problem, int number) {
    return problem.source() != null
        ? problem
        : new Problem(
            problem.severity(),
            "letter " + number,
            problem.line(),
            problem.column(),
            problem.message(),
            problem.advice());
  }

  private static void note(
      List<LetterOrder> run, String sha256, ActionLog log, @Nullable String reason) {
    for (int from = 0; from < run.size(); from += NOTED_TOGETHER) {
      List<LetterOrder> some = run.subList(from, Math.min(run.size(), from + NOTED_TOGETHER));
      log.prepareAll(
          some.stream()
              .map(
                  order ->
                      new Preparation(
                          new ActionKey(
                              order.campaign().id(),
                              order.recipient().id(),
                              Channel.POST,
                              log.writers().hash(LetterMail.identity(order.writer()))),
                          new ActionDetails(
                              order.language().toLanguageTag(), order.writer().country(), reason),
                          sha256))
              .toList());
    }
  }

  private static String sha256(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException vanished) {
      throw new UncheckedIOException(vanished);
    }
  }
}
