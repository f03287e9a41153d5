package org.urgentaction.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plain links to social networks: nothing of theirs is on the page, and nobody is called before a
 * click.
 */
final class SocialLink {
  private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\p{N}._-]{1,60}");

  private static final Map<String, String> PROFILES =
      Map.of(
          "x", "https://x.com/%s",
          "twitter", "https://x.com/%s",
          "instagram", "https://www.instagram.com/%s/",
          "facebook", "https://www.facebook.com/%s",
          "telegram", "https://t.me/%s",
          "youtube", "https://www.youtube.com/@%s",
          "tiktok", "https://www.tiktok.com/@%s",
          "bluesky", "https://bsky.app/profile/%s");

  private SocialLink() {}

  /** An official's page on a network, or null where it is not known how networks write it. */
  static @Nullable String profile(String network, String handle) {
    String pattern = PROFILES.get(network.toLowerCase(Locale.ROOT));
    String name = handle.startsWith("@") ? handle.substring(1) : handle;
    return pattern == null || !HANDLE.matcher(name).matches()
        ? null
        : pattern.formatted(encoded(name));
  }

  /** Where a text can be shared, each as a name and a link that holds it. */
  static List<Map<String, String>> sharing(String text) {
    List<Map<String, String>> links = new ArrayList<>();
    String words = encoded(text);
    links.add(Map.of("name", "X", "link", "https://x.com/intent/post?text=" + words));
    links.add(Map.of("name", "Bluesky", "link", "https://bsky.app/intent/compose?text=" + words));
    links.add(Map.of("name", "WhatsApp", "link", "https://wa.me/?text=" + words));
    links.add(Map.of("name", "Telegram", "link", "https://t.me/share/url?url=" + words));
    return links;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
