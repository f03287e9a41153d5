package org.urgentaction.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.urgentaction.campaign.CatalogueWatch;
import org.urgentaction.letter.TemplateFolder;
import org.urgentaction.letter.Templates;
import org.urgentaction.log.LogPlace;
import org.urgentaction.sending.SendingSetup;

/** A server of its own on a free port, with a folder of campaigns and a log, and a plain client. */
final class ServedSite implements AutoCloseable {
  static final Clock MAY_2023 = Clock.fixed(Instant.parse("2023-05-02T12:00:00Z"), ZoneOffset.UTC);
  static final String ACTION = "/action/ua-31-22-3";

  final Path campaigns;
  final Path log;
  final WebServer server;

  /** What went wrong inside; nothing should. */
  final Queue<Throwable> troubles = new ConcurrentLinkedQueue<>();

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private ServedSite(Path folder, ServeSettings settings, SendingSetup sending, Clock clock) {
    campaigns = folder.resolve("campaigns");
    log = folder.resolve("log.db");
    try {
      resetCampaigns();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server =
        new WebServer(
            settings,
            new CatalogueWatch(campaigns),
            new Templates(TemplateFolder.builtIn()),
            LogPlace.file(log),
            sending,
            clock,
            troubles::add);
  }

  /** Served to this machine, in May 2023. */
  static ServedSite in(Path folder) {
    return in(folder, ServeSettings.loopback(0, false), MAY_2023);
  }

  static ServedSite in(Path folder, ServeSettings settings, Clock clock) {
    return new ServedSite(folder, settings, SendingSetup.rehearsalsOnly(folder), clock);
  }

  /** With a server to send through. */
  static ServedSite in(Path folder, SendingSetup sending) {
    return new ServedSite(folder, ServeSettings.loopback(0, false), sending, MAY_2023);
  }

  /** The folder holds the campaigns that the program comes with, and nothing else. */
  void resetCampaigns() throws IOException {
    remove(campaigns);
    Files.createDirectories(campaigns);
    try (Stream<Path> files = Files.list(Path.of("campaigns"))) {
      for (Path file : files.toList()) {
        Files.copy(file, campaigns.resolve(file.getFileName()));
      }
    }
  }

  /** A campaign with all that one can hold, open in May 2023. */
  void addFull() throws IOException {
    String full = Files.readString(Path.of("src/test/resources/campaign/good/full.yaml"));
    Files.writeString(campaigns.resolve("full.yaml"), full.replace("ua: 31/22", "ua: 40/23"));
  }

  /** Nobody has told the log anything. */
  void resetLog() throws IOException {
    try (Stream<Path> files = Files.list(log.getParent())) {
      for (Path file : files.filter(each -> each.toString().startsWith(log.toString())).toList()) {
        remove(file);
      }
    }
  }

  private static void remove(Path place) throws IOException {
    if (Files.exists(place)) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** The path of a coordinators' page. */
  String desk(String path) {
    return server.deskAddress().getPath().replaceAll("/$", "") + path;
  }

  URI uri(String path) {
    return server.address().resolve(path);
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  Document page(String path, String... headers) {
    return Jsoup.parse(text(get(path, headers)));
  }

  HttpResponse<byte[]> post(String path, List<Map.Entry<String, String>> form, String... headers) {
    String body =
        String.join(
            "&",
            form.stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .toList());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** A form as a browser would send it, with some fields filled in, as name and value in turn. */
  static List<Map.Entry<String, String>> filled(Element form, String... values) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    for (int i = 0; i < values.length; i += 2) {
      fields.add(Map.entry(values[i], values[i + 1]));
    }
    List<String> given = fields.stream().map(Map.Entry::getKey).toList();
    for (Element each : form.select("input[name], textarea[name]")) {
      boolean box = each.attr("type").equals("checkbox");
      if (!given.contains(each.attr("name")) && (!box || each.hasAttr("checked"))) {
        fields.add(
            Map.entry(
                each.attr("name"),
                each.tagName().equals("textarea") ? each.wholeText() : each.val()));
      }
    }
    for (Element each : form.select("select[name]")) {
      if (!given.contains(each.attr("name"))) {
        Element chosen = each.selectFirst("option[selected]");
        fields.add(Map.entry(each.attr("name"), chosen == null ? "" : chosen.val()));
      }
    }
    return fields;
  }

  /** The writing form of the newest issue, filled in. */
  List<Map.Entry<String, String>> letter(String... values) {
    return filled(page(ACTION + "/write").getElementById("desk"), values);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A request as a proxy passes it on: for a public name, from a reader elsewhere. */
  byte[] raw(String line, String host, String reader, String body) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
      String request =
          line
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nX-Forwarded-For: "
              + reader
              + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
              + body.length()
              + "\r\nConnection: close\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return socket.getInputStream().readAllBytes();
    }
  }

  /** What a proxy hears when a reader sends a form several times. */
  List<Integer> statuses(int times, String path, String reader, String body) throws IOException {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String answer =
          new String(
              raw("POST " + path, "write.example.org", reader, body), StandardCharsets.UTF_8);
      statuses.add(Integer.valueOf(answer.substring(9, 12)));
    }
    return statuses;
  }

  @Override
  public void close() {
    server.close();
  }
}
