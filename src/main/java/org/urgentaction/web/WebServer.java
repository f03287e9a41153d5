package org.urgentaction.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.CatalogueWatch;
import org.urgentaction.letter.Templates;
import org.urgentaction.log.LogPlace;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.SendingSetup;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.web.desk.Desk;

/** The server: listens, answers, and on closing finishes what is under way. */
public final class WebServer implements AutoCloseable {
  private static final int THREADS = 48;
  private static final int LARGEST_FORM = 128 << 10;
  private static final int IDLE_SECONDS = 30;
  private static final int PATIENCE_SECONDS = 20;
  private static final int LAST_WORDS_SECONDS = 5;
  private static final int SLOWEST_BYTES_A_SECOND = 200;
  private static final int PORTS_TRIED = 20;

  private final Javalin javalin;
  private final ServeSettings settings;
  private final Guard guard;
  private final Answers answers;
  private final Assets assets = new Assets();
  private final PublicPages publicPages;
  private final LetterPages letterPages;
  private final BulletinFiles bulletinFiles;
  private final Desk desk;
  private final Consumer<Throwable> trouble;
  private final int port;

  /**
   * Starts to listen.
   *
   * @param sending through which server, and from whose mailbox, coordinators send
   * @param trouble hears of what went wrong inside: never with what a reader typed
   * @throws InvalidInputException where the port is taken or the address not this machine's
   */
  public WebServer(
      ServeSettings settings,
      CatalogueWatch campaigns,
      Templates templates,
      LogPlace log,
      SendingSetup sending,
      Clock clock,
      Consumer<Throwable> trouble) {
    this.trouble = trouble;
    this.settings = settings;
    Shelf shelf = new Shelf(campaigns, clock);
    Tally tally = new Tally(log, System::nanoTime);
    LetterDesk letters = new LetterDesk(templates, FontLibrary.bundled(), clock);
    CaseModel cases = new CaseModel(tally::of, letters);
    guard = new Guard(settings, clock, System::nanoTime);
    answers = new Answers(new PageWriter(templates, assets), guard, settings.publicAddress());
    Workroom workroom = new Workroom(settings.limits().atOnce());
    Photos photos = new Photos();
    Bulletins bulletins = new Bulletins(photos, templates, FontLibrary.bundled());
    bulletinFiles = new BulletinFiles(shelf, bulletins, guard, answers, workroom);
    publicPages = new PublicPages(shelf, cases, photos, bulletins, answers);
    letterPages =
        new LetterPages(
            shelf, letters, cases, publicPages, guard, answers, workroom, tally, log, clock);
    desk = new Desk(guard, answers, shelf, cases, templates, log, sending, clock, trouble);
    javalin = started();
    port = javalin.port();
  }

  /** Where a browser on this machine finds it. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /**
   * Where a coordinator on this machine finds their pages: with their key, so for nobody else; null
   * where this machine's own addresses are not listened on.
   */
  public @Nullable URI deskAddress() {
    String bound = settings.bind();
    return bound.equals("127.0.0.1") || bound.equals("0.0.0.0") || bound.equals("::")
        ? address().resolve(guard.deskPath() + "/")
        : null;
  }

  /** Does in the background what the first reader would have to wait for. */
  public void warmUp() {
    Thread thread =
        new Thread(
            () -> {
              try {
                letterPages.warmUp();
              } catch (RuntimeException e) {
                trouble.accept(e);
              }
            },
            "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Takes no more requests and waits for those that are being answered, and for the letters in hand
   * of what is being sent.
   */
  @Override
  public void close() {
    desk.stop();
    javalin.stop();
    desk.close();
  }

  private Javalin started() {
    int last =
        settings.port() == 0 || !settings.orNext()
            ? settings.port()
            : settings.port() + PORTS_TRIED;
    for (int each = settings.port(); ; each++) {
      int tried = each;
      Javalin server = Javalin.create(config -> configure(config, tried));
      try {
        return server.start();
      } catch (JavalinBindException e) {
        if (each >= last) {
          throw new InvalidInputException(
              Problem.error(
                      "--port", "cannot listen on %s, port %d".formatted(settings.bind(), each))
                  .advise("another program listens there: give another --port, or 0 for any"));
        }
      }
    }
  }

  private void configure(JavalinConfig config, int wantedPort) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = LARGEST_FORM;
    config.http.generateEtags = false;
    config.router.ignoreTrailingSlashes = true;
    config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
    config.jetty.addConnector((server, http) -> connector(server, http, wantedPort));
    config.jetty.modifyServer(
        server -> {
          server.insertHandler(new MinimumDataRateHandler(SLOWEST_BYTES_A_SECOND, 0));
          server.insertHandler(new GracefulHandler());
          server.setStopTimeout(PATIENCE_SECONDS * 1000L);
          server.setStopAtShutdown(false);
          server.setErrorHandler(new PlainErrors());
        });
    routes(config.routes);
  }

  private ServerConnector connector(Server server, HttpConfiguration http, int wantedPort) {
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(16 << 10);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.bind());
    connector.setPort(wantedPort);
    connector.setIdleTimeout(IDLE_SECONDS * 1000L);
    connector.setShutdownIdleTimeout(LAST_WORDS_SECONDS * 1000L);
    return connector;
  }

  private void routes(RoutesConfig routes) {
    routes.before(
        context -> {
          guard.headers(context);
          guard.check(context, context.req().getLocalPort());
        });
    routes.get("/", publicPages::home);
    routes.get("/action/{id}", publicPages::action);
    routes.get("/action/{id}/photo", publicPages::photo);
    routes.get("/action/{id}/bulletin/{language}/{format}", bulletinFiles::file);
    routes.get("/action/{id}/write", letterPages::begin);
    routes.post("/action/{id}/write", letterPages::preview);
    routes.post("/action/{id}/write/letter", letterPages::file);
    routes.post("/action/{id}/write/sent", letterPages::sent);
    routes.post("/action/{id}/sent", letterPages::sent);
    routes.get("/assets/{file}", this::asset);
    desk.routes(routes);
    routes.exception(Refusal.class, (e, context) -> answers.refuse(context, e));
    routes.exception(HttpResponseException.class, (e, context) -> refuse(context, e.getStatus()));
    // The reader has gone, or sends so slowly that nobody waits: there is no one to tell.
    routes.exception(IOException.class, (e, context) -> context.status(408));
    routes.exception(
        Exception.class,
        (e, context) -> {
          trouble.accept(e);
          answers.refuse(context, new Refusal(Refusal.Kind.INTERNAL));
        });
  }

  /** What Javalin itself refuses: no such page, a form that is too large. */
  private void refuse(Context context, int status) {
    guard.headers(context);
    answers.refuse(
        context,
        new Refusal(
            status == 413
                ? Refusal.Kind.TOO_LARGE
                : status < 500 ? Refusal.Kind.NOT_FOUND : Refusal.Kind.INTERNAL));
  }

  private void asset(Context context) {
    Assets.Asset asset =
        assets
            .find(context.pathParam("file"))
            .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND));
    context.header("Cache-Control", "public, max-age=31536000, immutable");
    context.contentType(asset.type());
    context.result(asset.bytes());
  }
}
