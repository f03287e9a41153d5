package org.urgentaction.web;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.urgentaction.campaign.CatalogueWatch;
import org.urgentaction.letter.TemplateFolder;
import org.urgentaction.letter.Templates;
import org.urgentaction.log.LogPlace;

/** A server of its own on a free port, with a folder of campaigns and a log, and a plain client. */
final class ServedSite implements AutoCloseable {
  static final Clock MAY_2023 = Clock.fixed(Instant.parse("2023-05-02T12:00:00Z"), ZoneOffset.UTC);
  static final String ACTION = "/action/ua-31-22-3";

  final Path campaigns;
  final Path log;
  final WebServer server;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private ServedSite(Path folder, ServeSettings settings, Clock clock) {
    campaigns = folder.resolve("campaigns");
    log = folder.resolve("log.db");
    try {
      Files.createDirectories(campaigns);
      try (Stream<Path> files = Files.list(Path.of("campaigns"))) {
        for (Path file : files.toList()) {
          Files.copy(file, campaigns.resolve(file.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server =
        new WebServer(
            settings,
            new CatalogueWatch(campaigns),
            new Templates(TemplateFolder.builtIn()),
            LogPlace.file(log),
            clock);
  }

  /** Served to this machine, in May 2023. */
  static ServedSite in(Path folder) {
    return new ServedSite(folder, ServeSettings.loopback(0, false), MAY_2023);
  }

  static ServedSite in(Path folder, ServeSettings settings, Clock clock) {
    return new ServedSite(folder, settings, clock);
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

  @Override
  public void close() {
    server.close();
  }
}
