package org.urgentaction.importing.recognize;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urgentaction.importing.Found;

/** Accounts of one office by network; a second account on a network gets a key of its own. */
final class SocialHandles {
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://)?(?:www\\.|m\\.)?(?:twitter|x|facebook|instagram)\\.com/@?([\\w.]{2,60})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HANDLE = Pattern.compile("@\\s?([\\w.]{2,60})");
  private static final Pattern BARE = Pattern.compile("[\\w.]{3,60}");

  private final Map<String, Found<String>> found = new LinkedHashMap<>();

  void add(ContactLabel label, String value, int line) {
    String network =
        switch (label) {
          case FACEBOOK -> "facebook";
          case INSTAGRAM -> "instagram";
          case TWITTER -> "x";
          default -> "";
        };
    if (network.isEmpty()) {
      return;
    }
    boolean any = false;
    Matcher link = LINK.matcher(value);
    while (link.find()) {
      put(network, link.group(1), line);
      any = true;
    }
    Matcher handle = HANDLE.matcher(any ? "" : value);
    while (handle.find()) {
      put(network, handle.group(1), line);
      any = true;
    }
    String bare = value.replaceAll("\\([^()]{0,80}\\)", " ").strip();
    if (!any) {
      for (String piece : bare.split("\\s*[,;/]\\s*", 6)) {
        if (BARE.matcher(piece).matches()) {
          put(network, piece, line);
        }
      }
    }
  }

  private void put(String network, String raw, int line) {
    String handle = raw.endsWith(".") ? raw.substring(0, raw.length() - 1) : raw;
    if (handle.toLowerCase(Locale.ROOT).contains("amnesty")
        || (found.values().stream().anyMatch(known -> known.value().equals(handle))
            && found.keySet().stream().anyMatch(key -> key.startsWith(network)))) {
      return;
    }
    String key = network;
    for (int n = 2; found.containsKey(key); n++) {
      key = network + "-" + n;
    }
    found.put(key, Found.certain(handle, line));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  Map<String, Found<String>> found() {
    return new LinkedHashMap<>(found);
  }
}
