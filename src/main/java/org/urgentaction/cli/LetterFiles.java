package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Channel;
import org.urgentaction.dispatch.FaxRoom;
import org.urgentaction.dispatch.Format;
import org.urgentaction.dispatch.LetterFormats;
import org.urgentaction.dispatch.LetterMail;
import org.urgentaction.dispatch.PressRoom;
import org.urgentaction.dispatch.Rendered;
import org.urgentaction.dispatch.Sha256;
import org.urgentaction.fax.FaxResolution;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.Writer;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.Preparation;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.sending.Writers;
import org.urgentaction.typeset.FontLibrary;

/** Writes letters as files, a name for each, and notes every one in the log as prepared. */
final class LetterFiles {
  private static final int NOTED_TOGETHER = 200;

  private final Workbench bench;
  private final LetterComposer composer;
  private final LetterPlanner planner;
  private final Set<Format> formats;
  private final LetterFormats letterFormats;

  LetterFiles(
      Workbench bench,
      LetterComposer composer,
      LetterPlanner planner,
      Set<Format> formats,
      boolean foldMarks,
      FaxResolution faxResolution) {
    this.bench = bench;
    this.composer = composer;
    this.planner = planner;
    this.formats = formats;
    this.letterFormats =
        new LetterFormats(
            new PressRoom(FontLibrary.bundled(), composer, foldMarks),
            composer,
            planner,
            faxResolution,
            bench.clock());
  }

  /** Makes one writer's letters in every format and throws them away: what fails, fails here. */
  void tryOut(List<LetterOrder> orders) {
    for (LetterOrder order : orders) {
      Letter letter = composer.compose(order);
      for (Format format : formatsOf(order)) {
        letterFormats.render(letter, format);
      }
    }
  }

  /**
   * All letters of all writers; a line for each file of one writer, one for all of a list's. A
   * writer of a list whose letter cannot be made, for a character that no font has say, stops
   * nobody else's.
   *
   * @return whether every letter was written
   */
  boolean write(
      Writers writers, boolean list, OutputFolder folder, ActionLog log, @Nullable String reason) {
    int written = 0;
    int failed = 0;
    List<Preparation> made = new ArrayList<>();
    int number = 0;
    for (Writer writer : writers) {
      number++;
      try {
        for (LetterOrder order : planner.orders(writer)) {
          written += write(order, list ? number : 0, folder, log, reason, made);
        }
      } catch (InvalidInputException e) {
        if (!list) {
          log.prepareAll(made);
          throw e;
        }
        failed++;
        bench.terminal().err().println("writer %d: %s".formatted(number, e.getMessage()));
      }
      if (made.size() >= NOTED_TOGETHER) {
        log.prepareAll(made);
        made.clear();
      }
    }
    log.prepareAll(made);
    if (list) {
      bench
          .terminal()
          .out()
          .println("%d files for %d writers in %s".formatted(written, number - failed, folder));
    }
    return failed == 0;
  }

  /** One letter in every format; what the log is to note is added to {@code made}. */
  private int write(
      LetterOrder order,
      int number,
      OutputFolder folder,
      ActionLog log,
      @Nullable String reason,
      List<Preparation> made) {
    Letter letter = composer.compose(order);
    String writer = log.writers().hash(LetterMail.identity(order.writer()));
    Set<Channel> noted = new HashSet<>();
    int written = 0;
    for (Format format : formatsOf(order)) {
      ActionKey key = key(order, format.channel(), writer);
      Rendered rendered = letterFormats.render(letter, format);
      Path file = folder.put(name(order, number, format), rendered.bytes());
      if (number == 0) {
        bench.terminal().out().println(file + remark(rendered, format));
      }
      written++;
      if (noted.add(format.channel())) {
        made.add(
            new Preparation(
                key,
                new ActionDetails(
                    order.language().toLanguageTag(), order.writer().country(), reason),
                Sha256.of(rendered.bytes())));
      }
    }
    return written;
  }

  /** Those wanted, without a fax where the official has no number for one. */
  private List<Format> formatsOf(LetterOrder order) {
    return formats.stream()
        .filter(format -> format.channel() != Channel.FAX || FaxRoom.reaches(order))
        .toList();
  }

  private static ActionKey key(LetterOrder order, Channel channel, String writer) {
    return new ActionKey(order.campaign().id(), order.recipient().id(), channel, writer);
  }

  /** What is to be said of a file's pages. */
  private static String remark(Rendered rendered, Format format) {
    if (format.channel() == Channel.FAX) {
      return "  %d pages with the cover sheet".formatted(rendered.pages());
    }
    if (rendered.pages() == 0) {
      return "";
    }
    String pages = rendered.pages() == 1 ? "1 page" : rendered.pages() + " pages";
    return "  " + pages + (rendered.tightened() ? ", set a little tighter to fit" : "");
  }

  /** ua-31-22-3-president-en.pdf; in a list the row's number behind it. */
  private static String name(LetterOrder order, int number, Format format) {
    String name = LetterFormats.name(order);
    return (number == 0 ? name : String.format(Locale.ROOT, "%s-%05d", name, number))
        + "."
        + format.ending();
  }
}
