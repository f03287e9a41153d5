package org.urgentaction.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.dispatch.BulletinFormats;
import org.urgentaction.dispatch.Format;

/**
 * Where the pages and files of a static site are: whole names, relative to the page that speaks of
 * them, so that it works in any folder of a host and without one.
 *
 * @param folder of the page, with a slash at its end; empty for the list of actions
 * @param main the language of the pages that are called index.html
 */
record StaticLinks(String folder, Locale language, Locale main) {
  private static final String ACTIONS = "actions/";
  private static final Pattern FILE =
      Pattern.compile("/action/([^/]+)/(?:(photo)|bulletin/([^/]+)/([^/]+))");

  static StaticLinks home(Locale language, Locale main) {
    return new StaticLinks("", language, main);
  }

  static StaticLinks action(Campaign campaign, Locale language, Locale main) {
    return new StaticLinks(folder(campaign.id()), language, main);
  }

  static String folder(String id) {
    return ACTIONS + id + "/";
  }

  /** The page itself, in one of its languages. */
  String name(Locale tag) {
    return tag.equals(main) ? "index.html" : "index-" + tag.toLanguageTag() + ".html";
  }

  /** Of a page, by its path on the server. */
  String page(String path) {
    String place = path.equals("/") ? "" : folder(path.substring("/action/".length()));
    return from(place) + name(language);
  }

  /** Of a file, by its path on the server. */
  String file(String path) {
    Matcher file = FILE.matcher(path);
    if (!file.matches()) {
      return from("") + path.substring(1);
    }
    String id = file.group(1);
    return from(folder(id))
        + (file.group(2) != null ? "photo.jpg" : bulletin(id, file.group(3), file.group(4)));
  }

  private static String bulletin(String id, String tag, String format) {
    Format made = Format.parse(format).orElseThrow(() -> new IllegalArgumentException(format));
    return BulletinFormats.name(id, Locale.forLanguageTag(tag), made);
  }

  /** The way to a folder from the page's own. */
  private String from(String place) {
    if (folder.isEmpty() || place.equals(folder)) {
      return place.substring(folder.length());
    }
    return place.startsWith(ACTIONS) ? "../" + place.substring(ACTIONS.length()) : "../../" + place;
  }
}
