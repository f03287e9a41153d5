package org.urgentaction.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * One reader with an address of their own, from the list of actions to a letter that is counted, as
 * a browser with scripts would ask for it: assets once, and the letter anew while it is typed.
 */
final class WebReader {
  static final String HOST = "write.example.org";

  private static final List<String> PAGES = List.of("en", "fr", "es", "ru", "ar");
  private static final List<String> COUNTRIES = List.of("IE", "CA", "US", "DE", "FR", "");
  private static final List<String> WORDS =
      ("I am a teacher of history, and I tell my pupils that nobody should go to prison for what they"
              + " think. My grandfather did, and it took our family twenty years to speak of it.")
          .lines()
          .flatMap(line -> List.of(line.split(" ")).stream())
          .toList();

  private final HttpClient client;
  private final URI server;
  private final WebTimes times;
  private final double thinkSeconds;
  private final SplittableRandom random;
  private final String address;
  private final String language;

  /**
   * @param number of the reader: their address, and with it all that they choose
   * @param thinkSeconds between two requests on average, 0 for none
   */
  WebReader(HttpClient client, URI server, WebTimes times, double thinkSeconds, long number) {
    this.client = client;
    this.server = server;
    this.times = times;
    this.thinkSeconds = thinkSeconds;
    this.random = new SplittableRandom(number * 7919 + 17);
    this.address = "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
    this.language = PAGES.get(random.nextInt(PAGES.size()));
  }

  /** From home to a letter or two; an answer that is not as it should be ends it, and is counted. */
  void visit() throws InterruptedException {
    Document home = page("page", "/");
    if (home == null) {
      return;
    }
    for (Element asset : home.select("link[rel=stylesheet], link[rel=icon]")) {
      get("asset", asset.attr("href"), "");
    }
    get("asset", home.select("script").attr("src"), "");
    if (random.nextInt(3) == 0) {
      think();
      page("page", "/?q=mamay&letter=" + pick(List.of("ru", "ar", "fr")));
    }
    List<Element> links = home.select("ul.cards:not(.quiet) h3 a");
    String path = links.get(random.nextInt(links.size())).attr("href");
    think();
    Document action = page("page", path);
    if (action == null) {
      return;
    }
    for (Element photo : action.select("figure img")) {
      get("asset", photo.attr("src"), "");
    }
    if (random.nextInt(8) == 0) {
      think();
      get("bulletin", action.select("a[href*=/bulletin/]").get(0).attr("href"), "%PDF");
    }
    think();
    write(path);
  }

  private void write(String path) throws InterruptedException {
    Document begun = page("letter", path + "/write");
    if (begun == null) {
      return;
    }
    List<Map.Entry<String, String>> form = new ArrayList<>();
    form.add(Map.entry("name", "Reader " + address));
    form.add(Map.entry("city", pick(List.of("Galway", "Montréal", "Köln", "Алматы", "São Paulo"))));
    form.add(Map.entry("country", pick(COUNTRIES)));
    form.add(Map.entry("email", "reader@example.org"));
    if (random.nextInt(2) == 0) {
      List<String> tongues = begun.select("#lang option").eachAttr("value");
      form.add(Map.entry("lang", tongues.get(random.nextInt(tongues.size()))));
    }
    for (int i = 0, pauses = 2 + random.nextInt(3); i < pauses; i++) {
      think();
      List<Map.Entry<String, String>> now = new ArrayList<>(form);
      now.add(
          Map.entry("words", String.join(" ", WORDS.subList(0, WORDS.size() * (i + 1) / pauses))));
      now.add(Map.entry("live", "yes"));
      if (post("letter", path + "/write", filled(begun, now), "<!DOCTYPE") == null) {
        return;
      }
    }
    form.add(Map.entry("words", String.join(" ", WORDS)));
    think();
    Document shown = parsed(post("letter", path + "/write", filled(begun, form), "<!DOCTYPE"));
    if (shown == null) {
      return;
    }
    Set<String> offered = new HashSet<>(shown.select("button[name=file]").eachAttr("value"));
    List<String> files = new ArrayList<>(new TreeSet<>(offered));
    if (files.isEmpty()) {
      times.failed("letter", "offers no file on " + path);
      return;
    }
    // A PDF for all; a fax, a Word file, or a draft to mail for some beside it.
    file(path, shown, files, "pdf", "%PDF");
    int other = random.nextInt(10);
    if (other < 2) {
      file(path, shown, files, "fax", "%PDF");
    } else if (other < 4) {
      file(path, shown, files, "docx", "PK");
    } else if (other < 7) {
      file(path, shown, files, "eml", "");
    }
    if (random.nextInt(3) > 0) {
      think();
      List<String> ways = shown.select("button[name=sent]").eachAttr("value");
      List<Map.Entry<String, String>> told = filled(shown, List.of());
      told.add(Map.entry("sent", ways.get(random.nextInt(ways.size()))));
      post("sent", path + "/write/sent", told, "<!DOCTYPE");
    }
  }

  private void file(
      String path, Document shown, List<String> files, String kind, String beginning)
      throws InterruptedException {
    List<String> ofKind = files.stream().filter(each -> each.endsWith(":" + kind)).toList();
    if (!ofKind.isEmpty()) {
      think();
      List<Map.Entry<String, String>> form = filled(shown, List.of());
      form.add(Map.entry("file", ofKind.get(random.nextInt(ofKind.size()))));
      post(kind, path + "/write/letter", form, beginning);
    }
  }

  /** The form as the page has it, with some fields as the reader fills them in. */
  private static List<Map.Entry<String, String>> filled(
      Document page, List<Map.Entry<String, String>> given) {
    List<Map.Entry<String, String>> fields = new ArrayList<>(given);
    Set<String> names = new HashSet<>();
    given.forEach(each -> names.add(each.getKey()));
    Element form = page.getElementById("desk");
    for (Element each : form.select("input[name], textarea[name], select[name]")) {
      if (names.contains(each.attr("name"))
          || (each.attr("type").equals("checkbox") && !each.hasAttr("checked"))) {
        continue;
      }
      String value =
          switch (each.tagName()) {
            case "textarea" -> each.wholeText();
            case "select" -> each.select("option[selected]").attr("value");
            default -> each.val();
          };
      fields.add(Map.entry(each.attr("name"), value));
    }
    return fields;
  }

  private Document page(String kind, String path) throws InterruptedException {
    return parsed(get(kind, path, "<!DOCTYPE"));
  }

  private static Document parsed(byte[] page) {
    return page == null ? null : Jsoup.parse(new String(page, StandardCharsets.UTF_8));
  }

  private byte[] get(String kind, String path, String beginning) throws InterruptedException {
    return sent(kind, path, HttpRequest.newBuilder().GET(), beginning);
  }

  private byte[] post(
      String kind, String path, List<Map.Entry<String, String>> form, String beginning)
      throws InterruptedException {
    StringBuilder body = new StringBuilder();
    for (Map.Entry<String, String> each : form) {
      body.append(body.isEmpty() ? "" : "&")
          .append(each.getKey())
          .append('=')
          .append(URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8));
    }
    return sent(
        kind,
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", "https://" + HOST)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
        beginning);
  }

  /** The answer's body, or null where it is not what was asked for. */
  private byte[] sent(String kind, String path, HttpRequest.Builder request, String beginning)
      throws InterruptedException {
    request
        .uri(server.resolve(path))
        .header("Host", HOST)
        .header("X-Forwarded-For", address)
        .header("Accept-Language", language + ",en;q=0.5");
    long began = System.nanoTime();
    try {
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      byte[] body = answer.body();
      times.took(kind, System.nanoTime() - began);
      if (answer.statusCode() != 200) {
        times.failed(kind, "status %d for %s".formatted(answer.statusCode(), path));
        return null;
      }
      String start = new String(body, 0, Math.min(40, body.length), StandardCharsets.US_ASCII);
      if (body.length == 0
          || !start.strip().toLowerCase(Locale.ROOT).startsWith(beginning.toLowerCase(Locale.ROOT))) {
        times.failed(kind, "%d bytes that begin \"%s\" for %s".formatted(body.length, start, path));
        return null;
      }
      return body;
    } catch (java.io.IOException e) {
      times.failed(kind, e + " for " + path);
      return null;
    }
  }

  private void think() throws InterruptedException {
    if (thinkSeconds > 0) {
      Thread.sleep((long) (1000 * thinkSeconds * (0.5 + random.nextDouble())));
    }
  }

  private String pick(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
