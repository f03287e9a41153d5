package org.urgentaction.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Channel;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Photo;
import org.urgentaction.campaign.Target;
import org.urgentaction.dispatch.MailtoLink;
import org.urgentaction.letter.CaseText;
import org.urgentaction.letter.LetterPlanner;

/** One action: the case, the requests, who to write to, what to share, what came before. */
final class ActionPage {
  private final Shelf shelf;
  private final CaseModel cases;
  private final Photos photos;
  private final CaseText texts = new CaseText();

  ActionPage(Shelf shelf, CaseModel cases, Photos photos) {
    this.photos = photos;
    this.shelf = shelf;
    this.cases = cases;
  }

  /**
   * @param publicAddress of the page, to share; null where nobody else can open it
   */
  Map<String, @Nullable Object> model(Case shown, Locale language, @Nullable String publicAddress) {
    Wording wording = new Wording(language);
    Campaign campaign = shown.campaign();
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("case", cases.of(shown, wording));
    model.put("summary", markup(campaign, campaign.summary(), wording));
    model.put("background", markup(campaign, campaign.background(), wording));
    model.put("asks", asks(campaign, wording));
    model.put(
        "targets",
        LetterPlanner.targets(campaign).stream().map(t -> office(t, campaign, wording)).toList());
    model.put("copies", campaign.copies().stream().map(c -> copy(c, campaign, wording)).toList());
    model.put("preferred", preferred(campaign, wording));
    model.put("notAdvised", notAdvised(campaign, wording));
    model.put("previous", previous(campaign, wording));
    model.put("photo", photo(shown, wording));
    model.put("posts", posts(campaign, wording, publicAddress));
    model.put("share", share(campaign, wording, publicAddress));
    model.put("reportTo", reportTo(campaign));
    return model;
  }

  private @Nullable Map<String, Object> markup(
      Campaign campaign, Localized<String> text, Wording wording) {
    Locale found = wording.languageOf(campaign, text);
    String words = found == null ? null : text.in(found);
    return found == null || words == null
        ? null
        : wording.in(found, texts.html(campaign, found, words));
  }

  private @Nullable Map<String, Object> asks(Campaign campaign, Wording wording) {
    Locale found = wording.languageOf(campaign, campaign.asks());
    List<String> asks = found == null ? null : campaign.asks().in(found);
    return found == null || asks == null
        ? null
        : wording.in(found, asks.stream().map(ask -> texts.html(campaign, found, ask)).toList());
  }

  /** Names of the languages in which officials prefer to be written to. */
  static String preferred(Campaign campaign, Wording wording) {
    return wording.list(campaign.preferredLanguages().stream().map(wording::language).toList());
  }

  static Map<String, @Nullable Object> office(Target target, Campaign campaign, Wording wording) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("id", target.id());
    model.put("name", wording.text(campaign, target.name()));
    model.put("role", wording.text(campaign, target.role()));
    model.put("organization", wording.text(campaign, target.organization()));
    model.put("salutation", wording.text(campaign, target.salutation()));
    Locale found = wording.languageOf(campaign, target.address());
    List<String> lines = found == null ? null : target.address().in(found);
    model.put("address", found == null || lines == null ? null : wording.in(found, lines));
    model.put("emails", target.emails());
    model.put(
        "faxes",
        target.faxes().stream()
            .map(
                fax ->
                    Map.of(
                        "number", fax.number(), "note", Objects.requireNonNullElse(fax.note(), "")))
            .toList());
    model.put("phones", target.phones());
    model.put("form", webLink(target.webForm()));
    model.put("social", handles(target));
    return model;
  }

  private static Map<String, @Nullable Object> copy(Copy copy, Campaign campaign, Wording wording) {
    Map<String, @Nullable Object> model = office(copy.office(), campaign, wording);
    model.put("for", wording.list(copy.countries().stream().map(wording::place).toList()));
    return model;
  }

  private static List<Map<String, @Nullable Object>> handles(Target target) {
    List<Map<String, @Nullable Object>> handles = new ArrayList<>();
    target
        .social()
        .forEach(
            (network, handle) -> {
              Map<String, @Nullable Object> model = new HashMap<>();
              model.put("network", network);
              model.put("handle", handle.startsWith("@") ? handle : "@" + handle);
              model.put("link", SocialLink.profile(network, handle));
              handles.add(model);
            });
    return handles;
  }

  private static @Nullable String webLink(@Nullable String address) {
    return address != null && address.matches("(?i)https?://\\S+") ? address : null;
  }

  /** Channels that are not to be advised, with the reason. */
  static List<Map<String, @Nullable Object>> notAdvised(Campaign campaign, Wording wording) {
    List<Map<String, @Nullable Object>> reasons = new ArrayList<>();
    for (Map.Entry<Channel, Localized<String>> closed : campaign.closedChannels().entrySet()) {
      Map<String, @Nullable Object> model = new HashMap<>();
      model.put("channel", closed.getKey().toString());
      model.put("because", wording.text(campaign, closed.getValue()));
      reasons.add(model);
    }
    return reasons;
  }

  /** Earlier issues: those that are here by their titles, others as links or plain words. */
  private List<Map<String, @Nullable Object>> previous(Campaign campaign, Wording wording) {
    Map<String, Case> here =
        shelf.all().stream()
            .collect(Collectors.toMap(each -> each.campaign().id(), Function.identity()));
    List<Map<String, @Nullable Object>> previous = new ArrayList<>();
    for (String id : campaign.previous()) {
      Map<String, @Nullable Object> model = new HashMap<>();
      Case earlier = here.get(id);
      model.put("id", earlier == null ? null : id);
      model.put(
          "title",
          earlier == null ? null : wording.text(earlier.campaign(), earlier.campaign().title()));
      model.put("issue", earlier == null ? null : earlier.campaign().issue());
      model.put("link", webLink(id));
      model.put("words", id);
      previous.add(model);
    }
    return previous;
  }

  private @Nullable Map<String, @Nullable Object> photo(Case shown, Wording wording) {
    Campaign campaign = shown.campaign();
    Photo photo = campaign.photo();
    Photos.Shown picture = photos.of(shown.file()).orElse(null);
    if (photo == null || picture == null) {
      return null;
    }
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("width", picture.width());
    model.put("height", picture.height());
    model.put("alt", wording.text(campaign, photo.alt()));
    model.put("caption", wording.text(campaign, photo.caption()));
    model.put("credit", photo.credit());
    return model;
  }

  private static @Nullable Map<String, Object> posts(
      Campaign campaign, Wording wording, @Nullable String address) {
    Locale found = wording.languageOf(campaign, campaign.social());
    List<String> posts = found == null ? null : campaign.social().in(found);
    if (found == null || posts == null || posts.isEmpty()) {
      return null;
    }
    String link = address == null ? "" : " " + address;
    return wording.in(
        found,
        posts.stream()
            .map(post -> Map.of("words", post, "links", SocialLink.sharing(post + link)))
            .toList());
  }

  /** The case itself, to pass on. */
  private static List<Map<String, String>> share(
      Campaign campaign, Wording wording, @Nullable String address) {
    Map<String, Object> title = wording.text(campaign, campaign.title());
    String words = title == null ? campaign.id() : String.valueOf(title.get("text"));
    String text =
        words
            + (campaign.ua() == null ? "" : " (UA " + campaign.ua() + ")")
            + (address == null ? "" : "\n" + address);
    String mail = MailtoLink.of(List.of(), words, text);
    return Stream.concat(
            Stream.of(Map.of("name", "email", "link", mail)), SocialLink.sharing(text).stream())
        .toList();
  }

  private static @Nullable Map<String, String> reportTo(Campaign campaign) {
    if (campaign.reportTo() == null) {
      return null;
    }
    String web = webLink(campaign.reportTo().web());
    String email = campaign.reportTo().email();
    return web != null
        ? Map.of("link", web, "words", web)
        : email == null ? null : Map.of("link", "mailto:" + email, "words", email);
  }

  /** The channels through which an official can be reached. */
  static Set<Channel> channels(Target target) {
    return Stream.of(Channel.values())
        .filter(
            channel ->
                switch (channel) {
                  case POST -> !target.address().isEmpty();
                  case FAX -> !target.faxes().isEmpty();
                  case EMAIL -> !target.emails().isEmpty();
                  case PHONE -> !target.phones().isEmpty();
                  case SOCIAL -> !target.social().isEmpty();
                })
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }
}
