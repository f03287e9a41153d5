package org.urgentaction.bench;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.PageStyle;
import org.urgentaction.typeset.Paper;
import org.urgentaction.typeset.PdfPress;
import org.urgentaction.typeset.Press;

/** Sets one letter by many writers with ua and with openhtmltopdf, in turns, and counts. */
public final class Bench {
  private static final String FONTS = "src/main/resources/fonts/noto-serif/";

  /** Something that turns a writer into the bytes of a letter. */
  interface Engine {
    byte[] letter(Letter.Writer writer) throws IOException;
  }

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    com.openhtmltopdf.util.XRLog.setLoggingEnabled(false);
    Path samples = Files.createDirectories(Path.of("bench/target/samples"));
    Engine ua = ua();
    List<Letter.Writer> writers = Letter.writers(9000);
    for (int round = 1; round <= 3; round++) {
      List<Letter.Writer> some = writers.subList((round - 1) * 3000, round * 3000);
      measure("ua", ua, some, samples);
      measure("ua, a new press", ua(), some.subList(0, 1000), samples);
      measure("openhtmltopdf", Bench::openhtmltopdf, some.subList(0, round == 1 ? 60 : 150), samples);
    }
    parallel(ua, writers);
  }

  private static Engine ua() {
    Press press =
        new PdfPress(
            FontLibrary.bundled(),
            new PageStyle(Paper.A4, false),
            List.of(Letter.document(Letter.ANONYMOUS)));
    return writer -> press.set(Letter.document(writer)).pdf();
  }

  private static byte[] openhtmltopdf(Letter.Writer writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfRendererBuilder()
        .usePdfUaAccessibility(true)
        .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
        .useFont(new File(FONTS + "NotoSerif-Regular.ttf"), "Noto", 400, FontStyle.NORMAL, true)
        .useFont(new File(FONTS + "NotoSerif-Bold.ttf"), "Noto", 700, FontStyle.NORMAL, true)
        .withHtmlContent(Letter.html(writer), null)
        .toStream(out)
        .run();
    return out.toByteArray();
  }

  private static void measure(
      String name, Engine engine, List<Letter.Writer> writers, Path samples) throws IOException {
    System.gc();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    long bytes = 0;
    byte[] last = {};
    for (Letter.Writer writer : writers) {
      last = engine.letter(writer);
      bytes += last.length;
    }
    wall = System.nanoTime() - wall;
    cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
    Files.write(samples.resolve(name + ".pdf"), last);
    report(name, writers.size(), wall, cpu, bytes / writers.size());
  }

  private static void parallel(Engine engine, List<Letter.Writer> writers) throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    long wall = System.nanoTime();
    List<Future<Long>> done = new ArrayList<>();
    for (Letter.Writer writer : writers) {
      Callable<Long> work = () -> (long) engine.letter(writer).length;
      done.add(pool.submit(work));
    }
    long bytes = 0;
    for (Future<Long> one : done) {
      bytes += one.get();
    }
    pool.shutdown();
    report(
        "ua, " + threads + " threads",
        writers.size(),
        System.nanoTime() - wall,
        0,
        bytes / writers.size());
  }

  private static void report(String name, int letters, long wall, long cpu, long bytes) {
    System.out.printf(
        Locale.ROOT,
        "%-18s %6d letters  %8.1f letters/s  %8s letters/CPU s  %7d bytes a letter%n",
        name,
        letters,
        letters * 1e9 / wall,
        cpu == 0 ? "" : String.format(Locale.ROOT, "%.1f", letters * 1e9 / cpu),
        bytes);
  }
}
