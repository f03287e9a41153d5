package org.urgentaction.web;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A coordinator with a list, over plain HTTP: drops it in, presses buttons, reads pages. */
final class DroppedList {
  static final String CAMPAIGN = "/campaign/full";

  private static final String BOUNDARY = "----a-boundary-of-ours";

  private final ServedSite site;
  private final String campaign;
  private String page = "";

  DroppedList(ServedSite site) {
    this(site, CAMPAIGN);
  }

  /**
   * @param campaign the path of its page
   */
  DroppedList(ServedSite site, String campaign) {
    this.site = site;
    this.campaign = campaign;
  }

  /** A list of so many writers. */
  static String of(int writers) {
    List<String> rows = new ArrayList<>(List.of("name,email,city,country"));
    for (int i = 1; i <= writers; i++) {
      rows.add("Writer Number" + i + ",writer" + i + "@example.org,Berlin,DE");
    }
    return String.join("\r\n", rows) + "\r\n";
  }

  /** The fields of the form as a browser would send them, token first. */
  Map<String, String> fields(String... values) {
    Map<String, String> fields = new LinkedHashMap<>();
    Document form = site.page(site.desk(campaign + "/send"));
    fields.put("token", form.select("main form input[name=token]").attr("value"));
    for (int i = 0; i < values.length; i += 2) {
      fields.put(values[i], values[i + 1]);
    }
    return fields;
  }

  /** A part of a form with a file, as RFC 7578 has it. */
  static byte[] part(String name, String fileName, byte[] content) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n%s\r\n"
                .formatted(
                    BOUNDARY,
                    name,
                    fileName == null ? "" : "; filename=\"" + fileName + "\"",
                    fileName == null ? "" : "Content-Type: text/csv\r\n"))
            .getBytes(StandardCharsets.UTF_8));
    part.writeBytes(content);
    part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return part.toByteArray();
  }

  HttpResponse<byte[]> post(List<byte[]> parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    parts.forEach(body::writeBytes);
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return site.send(
        HttpRequest.newBuilder(site.uri(site.desk(campaign + "/send")))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  HttpResponse<byte[]> drop(Map<String, String> fields, String fileName, byte[] list) {
    List<byte[]> parts = new ArrayList<>();
    fields.forEach(
        (name, value) -> parts.add(part(name, null, value.getBytes(StandardCharsets.UTF_8))));
    parts.add(part("list", fileName, list));
    HttpResponse<byte[]> answer = post(parts);
    page = answer.headers().firstValue("Location").orElse("");
    return answer;
  }

  /** Drops a list in and waits for its plan. */
  Document planned(String list, String... fields) throws InterruptedException {
    drop(fields(fields), "list.csv", list.getBytes(StandardCharsets.UTF_8));
    return until("planned");
  }

  /** Where its page is. */
  String page() {
    return page;
  }

  Document now() {
    return site.page(page);
  }

  /** Waits until it is in a stage. */
  Document until(String stage) throws InterruptedException {
    Document shown = now();
    for (int i = 0; i < 600; i++) {
      Element job = shown.getElementById("job");
      if (job == null || job.attr("data-stage").equals(stage)) {
        return shown;
      }
      Thread.sleep(50);
      shown = now();
    }
    throw new AssertionError(stage + " did not come: " + shown.select("main").text());
  }

  HttpResponse<byte[]> press(String what, String... values) {
    List<Map.Entry<String, String>> form = new ArrayList<>();
    form.add(Map.entry("token", fields().get("token")));
    for (int i = 0; i < values.length; i += 2) {
      form.add(Map.entry(values[i], values[i + 1]));
    }
    return site.post(page + "/" + what, form);
  }

  /** Ends every list of the campaign and puts it away. */
  void putAllAway() throws InterruptedException {
    for (Element each : site.page(site.desk(campaign + "/send")).select(".plain-list a")) {
      page = each.attr("href");
      press("stop");
      for (int i = 0; i < 200 && site.get(page).statusCode() == 200; i++) {
        press("away");
        Thread.sleep(20);
      }
    }
  }
}
