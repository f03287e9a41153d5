package org.urgentaction.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Channel;
import org.urgentaction.dispatch.Format;
import org.urgentaction.dispatch.LetterMail;
import org.urgentaction.dispatch.PressRoom;
import org.urgentaction.document.HtmlWriter;
import org.urgentaction.document.TextWriter;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.WriterKey;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.SetDocument;

/** Writes letters as files, a name for each, and notes every one in the log as prepared. */
final class LetterFiles {
  private final Workbench bench;
  private final LetterComposer composer;
  private final Set<Format> formats;
  private final PressRoom pressRoom;

  /** A file's bytes, with the number of pages where it has pages. */
  private record Rendered(byte[] bytes, int pages, boolean tightened) {
    String remark() {
      return pages == 0
          ? ""
          : pages == 1 ? (tightened ? "  1 page, set tight" : "  1 page") : "  " + pages + " pages";
    }
  }

  LetterFiles(
      Workbench bench, LetterComposer composer, Set<Format> formats, boolean foldMarks) {
    this.bench = bench;
    this.composer = composer;
    this.formats = formats;
    this.pressRoom = new PressRoom(FontLibrary.bundled(), composer, foldMarks);
  }

  /** Makes one writer's letters in every format and throws them away: what fails, fails here. */
  void tryOut(List<LetterOrder> orders) {
    WriterKey nobody = WriterKey.random();
    for (LetterOrder order : orders) {
      Letter letter = composer.compose(order);
      for (Format format : formats) {
        rendered(letter, format, nobody);
      }
    }
  }

  /** All letters of all writers; a line for each file, or for each hundred of a list. */
  void write(
      List<List<LetterOrder>> orders,
      boolean list,
      OutputFolder folder,
      ActionLog log,
      @Nullable String reason) {
    WriterKey writerKey = bench.writerKey();
    int written = 0;
    for (int i = 0; i < orders.size(); i++) {
      for (LetterOrder order : orders.get(i)) {
        Letter letter = composer.compose(order);
        Set<Channel> noted = new HashSet<>();
        for (Format format : formats) {
          Rendered rendered = rendered(letter, format, writerKey);
          Path file = folder.put(name(order, list ? i + 1 : 0, format), rendered.bytes());
          if (!list) {
            bench.terminal().out().println(file + rendered.remark());
          }
          written++;
          if (noted.add(format.channel())) {
            log.prepare(
                key(order, format.channel(), writerKey),
                new ActionDetails(
                    order.language().toLanguageTag(), order.writer().country(), reason),
                sha256(rendered.bytes()));
          }
        }
      }
    }
    if (list) {
      bench
          .terminal()
          .out()
          .println("%d files for %d writers in %s".formatted(written, orders.size(), folder));
    }
  }

  private static ActionKey key(LetterOrder order, Channel channel, WriterKey writerKey) {
    return new ActionKey(
        order.campaign().id(),
        order.recipient().id(),
        channel,
        writerKey.hash(LetterMail.identity(order.writer())));
  }

  private Rendered rendered(Letter letter, Format format, WriterKey writerKey) {
    return switch (format) {
      case PDF -> {
        SetDocument set = pressRoom.set(letter);
        yield new Rendered(set.pdf(), set.pages(), set.tightened());
      }
      case TXT -> text(new TextWriter().write(letter.document()));
      case HTML -> text(new HtmlWriter().write(letter.document()));
      case EML ->
          new Rendered(
              new LetterMail(bench.clock())
                  .draft(letter, key(letter.order(), Channel.EMAIL, writerKey)),
              0,
              false);
    };
  }

  private static Rendered text(String text) {
    return new Rendered(text.getBytes(StandardCharsets.UTF_8), 0, false);
  }

  /** ua-31-22-3-president-en.pdf; in a list the row's number behind it. */
  private static String name(LetterOrder order, int number, Format format) {
    String name =
        "%s-%s-%s"
            .formatted(
                order.campaign().id(), order.recipient().id(), order.language().toLanguageTag());
    return (number == 0 ? name : "%s-%05d".formatted(name, number)) + "." + format.ending();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
