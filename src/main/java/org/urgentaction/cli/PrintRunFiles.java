package org.urgentaction.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Channel;
import org.urgentaction.dispatch.LetterMail;
import org.urgentaction.dispatch.PressRoom;
import org.urgentaction.dispatch.Sha256;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.Writer;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.Preparation;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.Writers;
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
  private final LetterPlanner planner;
  private final PressRoom pressRoom;
  private final boolean duplex;

  PrintRunFiles(
      Workbench bench,
      LetterComposer composer,
      LetterPlanner planner,
      boolean foldMarks,
      boolean duplex) {
    this.bench = bench;
    this.composer = composer;
    this.planner = planner;
    this.duplex = duplex;
    pressRoom = new PressRoom(FontLibrary.bundled(), composer, foldMarks);
  }

  /**
   * @param reason why a shut gate was passed, or null
   */
  void write(Writers writers, OutputFolder folder, ActionLog log, @Nullable String reason) {
    Map<String, Integer> letters = new LinkedHashMap<>();
    for (Writer writer : writers) {
      for (LetterOrder order : planner.orders(writer)) {
        letters.merge(order.recipient().id(), 1, Integer::sum);
      }
    }
    int total = letters.values().stream().mapToInt(Integer::intValue).sum();
    String campaign = planner.orders(writers.first()).get(0).campaign().id();
    List<String> lines = new ArrayList<>();
    try (Progress progress = new Progress(bench, "setting", total)) {
      for (Map.Entry<String, Integer> run : letters.entrySet()) {
        int[] pages = new int[1];
        Iterable<LetterOrder> orders = () -> ordersTo(run.getKey(), writers).iterator();
        Path file =
            folder.put(
                campaign + "-" + run.getKey() + ".pdf",
                out -> pages[0] = set(orders, out, progress));
        note(orders, sha256(file), log, reason);
        int count = run.getValue();
        lines.add(
            "%s  %d letter%s, %d page%s"
                .formatted(file, count, count == 1 ? "" : "s", pages[0], pages[0] == 1 ? "" : "s"));
      }
    }
    lines.forEach(bench.terminal().out()::println);
  }

  /** The letters to one official, made out as they are asked for. */
  private Stream<LetterOrder> ordersTo(String recipient, Writers writers) {
    return StreamSupport.stream(writers.spliterator(), false)
        .flatMap(writer -> planner.orders(writer).stream())
        .filter(order -> order.recipient().id().equals(recipient));
  }

  private int set(Iterable<LetterOrder> orders, OutputStream out, Progress progress)
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
      Iterable<LetterOrder> run, String sha256, ActionLog log, @Nullable String reason) {
    List<Preparation> some = new ArrayList<>();
    for (LetterOrder order : run) {
      some.add(
          new Preparation(
              new ActionKey(
                  order.campaign().id(),
                  order.recipient().id(),
                  Channel.POST,
                  log.writers().hash(LetterMail.identity(order.writer()))),
              new ActionDetails(order.language().toLanguageTag(), order.writer().country(), reason),
              sha256));
      if (some.size() == NOTED_TOGETHER) {
        log.prepareAll(some);
        some.clear();
      }
    }
    log.prepareAll(some);
  }

  private static String sha256(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException vanished) {
      throw new UncheckedIOException(vanished);
    }
  }
}
