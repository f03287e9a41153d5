package org.urgentaction.cli;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.CatalogueWatch;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.SendingSetup;
import org.urgentaction.web.ServeSettings;
import org.urgentaction.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ua serve}: the same in a browser. */
@Command(
    name = "serve",
    sortOptions = false,
    description = {
      "The same in a browser: actions to read, letters to write, print, fax and mail.",
      "For this machine alone, unless --public says under which address others reach it."
    })
final class ServeCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 8080;

  private final AtomicReference<String> lastReport = new AtomicReference<>("");

  @ParentCommand private UaCommand ua;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on, 0 for any (default: 8080, or the next that is free).")
  private @Nullable Integer port;

  @Option(
      names = "--public",
      paramLabel = "URL",
      description = {
        "Serve everybody: the https address under which a proxy with TLS passes readers on.",
        "Only requests for that name are answered, and limits are stricter."
      })
  private @Nullable String publicAddress;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "With --public: the address to listen on, for the proxy (default: 127.0.0.1).")
  private @Nullable String bind;

  @Mixin private ServeSending sending;

  @Override
  public Integer call() throws InterruptedException {
    Workbench bench = ua.workbench();
    ServeSettings settings = settings();
    SendingSetup setup = sending.setup(bench);
    CatalogueWatch campaigns = new CatalogueWatch(bench.campaignFolder());
    campaigns.current().broken().forEach(problem -> bench.terminal().err().println(problem));
    CountDownLatch ended = new CountDownLatch(1);
    try (Interruption interruption = new Interruption();
        WebServer server =
            new WebServer(
                settings,
                campaigns,
                bench.templates(),
                bench.logPlace(),
                setup,
                bench.clock(),
                e -> report(bench, e))) {
      interruption.stopBy(ended::countDown);
      bench.terminal().out().println(server.address());
      bench.terminal().out().flush();
      bench.note(
          settings.publicAddress() == null
              ? "Open it in a browser on this machine. Ctrl-C ends it."
              : "Waiting for the proxy of %s. Ctrl-C ends it.".formatted(settings.publicAddress()));
      URI desk = server.deskAddress();
      if (desk != null) {
        bench.note("For coordinators, on this machine and nobody else: " + desk);
      }
      server.warmUp();
      ended.await();
    }
    return ExitStatus.DONE;
  }

  /**
   * Where it happened and what kind it was, once in a row; not its words, which may hold what
   * somebody typed, but for those of the machine: a full disk, a file that is not there.
   */
  private void report(Workbench bench, Throwable trouble) {
    StackTraceElement[] trace = trouble.getStackTrace();
    String machine = trouble instanceof UncheckedIOException ? " (" + trouble.getCause() + ")" : "";
    String line =
        "ua: a page went wrong inside the program: %s%s%s; please report it"
            .formatted(
                trouble.getClass().getName(), trace.length == 0 ? "" : " at " + trace[0], machine);
    if (!line.equals(lastReport.getAndSet(line))) {
      bench.terminal().err().println(line);
    }
  }

  private ServeSettings settings() {
    int wanted = port == null ? USUAL_PORT : port;
    if (wanted < 0 || wanted > 65_535) {
      throw invalid("--port", "there is no port " + wanted, "give one from 1024 to 65535");
    }
    if (publicAddress == null) {
      if (bind != null) {
        throw invalid(
            "--bind",
            "without --public only this machine is served",
            "say under which address others reach it: --public https://…");
      }
      return ServeSettings.loopback(wanted, port == null);
    }
    return ServeSettings.open(
        bind == null ? "127.0.0.1" : bind, wanted, port == null, address(publicAddress));
  }

  /** An https origin: readers type their names, and nobody on the way may read them. */
  private static URI address(String text) {
    URI uri = null;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      // said below, as for any other that is none
    }
    if (uri == null
        || !"https".equals(uri.getScheme())
        || uri.getHost() == null
        || uri.getUserInfo() != null
        || !(uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
        || uri.getRawQuery() != null) {
      throw invalid(
          "--public",
          "\"%s\" is no address of a site with TLS".formatted(text),
          "write it as https://write.example.org");
    }
    return uri;
  }

  private static InvalidInputException invalid(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
