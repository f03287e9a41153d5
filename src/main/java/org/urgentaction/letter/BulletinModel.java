package org.urgentaction.letter;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModelException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Channel;
import org.urgentaction.campaign.Closure;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.IssueDate;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Person;
import org.urgentaction.campaign.Photo;
import org.urgentaction.campaign.Pronouns;
import org.urgentaction.campaign.Target;
import org.urgentaction.campaign.UaNumber;
import org.urgentaction.document.Document;

/** What a bulletin's template sees: maps, lists and texts, no object of the program. */
final class BulletinModel {
  static final String PHOTO = "photo";

  private final BulletinOrder order;
  private final Campaign campaign;
  private final Locale language;
  private final Messages labels;
  private final Markdown markdown;
  private final Wording wording;
  private final BulletinOffices offices;
  private final BulletinLetter letter;

  BulletinModel(BulletinOrder order, Messages labels, Messages phrases, Markdown markdown) {
    this.order = order;
    this.campaign = order.campaign();
    this.language = order.language();
    this.labels = labels;
    this.markdown = markdown;
    this.wording = Wording.of(campaign, language);
    this.offices = new BulletinOffices(campaign, language, labels);
    this.letter = new BulletinLetter(campaign, language, labels, phrases);
  }

  /** Of people, which lines keep whole. */
  List<String> names() {
    return Stream.concat(
            campaign.people().stream().map(person -> person.nameIn(language)),
            Stream.concat(campaign.targets().stream(), campaign.copies().stream().map(Copy::office))
                .map(office -> campaign.best(office.name(), language))
                .filter(Objects::nonNull))
        .map(name -> Objects.requireNonNull(name))
        .toList();
  }

  /** The whole model; a null value is a missing variable to FreeMarker. */
  Map<String, @Nullable Object> map() {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("lang", language.toLanguageTag());
    model.put("dir", Document.isRightToLeft(language) ? "rtl" : "ltr");
    model.put("title", said(campaign.title()));
    model.put("issue", issue());
    model.put("closed", closed());
    model.put("summary", markup(campaign.summary().in(language)));
    model.put("asks", asks());
    model.put("ways", ways());
    model.put("notBy", notBy());
    model.put("report", report());
    model.put("offices", offices.all());
    model.put("salutation", letter.salutation());
    model.put("letter", markup(letter.text()));
    model.put("closing", letter.closing());
    String background = campaign.background().in(language);
    model.put("background", background == null ? null : lowered(html(background)));
    model.put("preferred", preferred());
    model.put("deadline", campaign.deadline() == null ? null : wording.day(campaign.deadline()));
    model.put("people", campaign.people().stream().map(this::person).toList());
    model.put("previous", campaign.previous().stream().map(BulletinModel::link).toList());
    model.put("posts", posts());
    model.put("accounts", offices.accounts());
    putPhoto(model);
    model.put("comma", wording.comma());
    model.put("msg", new Labels());
    return model;
  }

  private void putPhoto(Map<String, @Nullable Object> model) {
    Photo photo = order.photo() == null ? null : campaign.photo();
    if (photo == null) {
      return;
    }
    model.put("photo", PHOTO);
    model.put("photoAlt", campaign.best(photo.alt(), language));
    model.put("caption", said(photo.caption()));
    model.put("credit", photo.credit());
  }

  /** Number, index, country and date, those there are. */
  private List<String> issue() {
    List<String> parts = new ArrayList<>();
    UaNumber ua = campaign.ua();
    if (ua != null) {
      parts.add(labels.get("number", Map.of("issue", campaign.issue(), "ua", ua.toString())));
    }
    if (campaign.index() != null) {
      parts.add(labels.get("index", Map.of("index", campaign.index())));
    }
    parts.add(CountryNames.nameIn(campaign.country(), language));
    IssueDate issued = campaign.issued();
    if (issued != null) {
      String date =
          issued.day() == null ? wording.month(issued.month()) : wording.day(issued.day());
      parts.add(labels.get("date", Map.of("date", date)));
    }
    return parts;
  }

  /** The gravest reason why no more appeals are wanted, as a sentence; null while they are. */
  private @Nullable String closed() {
    return order.closures().stream()
        .max(Comparator.comparingInt(BulletinModel::gravity))
        .map(this::sentence)
        .orElse(null);
  }

  private static int gravity(Closure closure) {
    return closure instanceof Closure.Stopped ? 2 : closure instanceof Closure.Superseded ? 1 : 0;
  }

  private String sentence(Closure closure) {
    if (closure instanceof Closure.DeadlinePassed passed) {
      return labels.get("closed.deadline", Map.of("date", wording.day(passed.deadline())));
    }
    if (closure instanceof Closure.Superseded superseded) {
      Campaign newest = superseded.newest();
      String title = campaign.best(newest.title(), language);
      return labels.get("closed.superseded", Map.of("newest", title == null ? newest.id() : title));
    }
    Closure.Stopped stopped = (Closure.Stopped) closure;
    String because = stopped.because().in(language);
    String sentence = labels.get("closed.stopped", Map.of("date", wording.day(stopped.on())));
    return because == null ? sentence : sentence + " " + because.strip();
  }

  private @Nullable List<Object> asks() {
    List<String> asks = campaign.asks().in(language);
    return asks == null
        ? null
        : asks.stream().map(ask -> Objects.requireNonNull(markup(ask))).toList();
  }

  private @Nullable List<String> posts() {
    List<String> posts = campaign.social().in(language);
    return posts == null
        ? null
        : posts.stream().map(post -> Markdown.filled(post, letter::value)).toList();
  }

  /** How the officials can be reached, as one phrase; null where no way is known. */
  private @Nullable String ways() {
    List<String> ways = new ArrayList<>();
    addWay(ways, Channel.POST, target -> !target.address().isEmpty());
    addWay(ways, Channel.EMAIL, target -> !target.emails().isEmpty());
    addWay(ways, Channel.FAX, target -> !target.faxes().isEmpty());
    addWay(ways, Channel.PHONE, target -> !target.phones().isEmpty());
    addWay(ways, Channel.SOCIAL, target -> !target.social().isEmpty());
    if (campaign.targets().stream().anyMatch(target -> target.webForm() != null)) {
      ways.add(labels.get("way.web", Map.of()));
    }
    return ways.isEmpty()
        ? null
        : labels.get("action.ways", Map.of("ways", wording.eitherOf(ways)));
  }

  private void addWay(List<String> ways, Channel channel, Predicate<Target> reaches) {
    if (campaign.targets().stream().anyMatch(reaches)
        && !campaign.closedChannels().containsKey(channel)) {
      ways.add(labels.get("way." + channel, Map.of()));
    }
  }

  private List<String> notBy() {
    return campaign.closedChannels().entrySet().stream()
        .map(
            closed ->
                labels.get(
                    "action.not",
                    Map.of(
                        "way",
                        labels.get("way." + closed.getKey(), Map.of()),
                        "reason",
                        Objects.requireNonNullElse(campaign.best(closed.getValue(), language), "")
                            .strip()
                            .replaceAll("[.。।۔։]$", ""))))
        .toList();
  }

  private List<Map<String, String>> report() {
    return campaign.reportTo() == null
        ? List.of()
        : Stream.of(campaign.reportTo().web(), campaign.reportTo().email())
            .filter(Objects::nonNull)
            .map(where -> link(Objects.requireNonNull(where)))
            .toList();
  }

  private @Nullable String preferred() {
    return campaign.preferredLanguages().stream()
        .map(tag -> tag.getDisplayName(language))
        .reduce((a, b) -> a + wording.comma() + b)
        .orElse(null);
  }

  /** Name, other spellings, and pronouns where the language has words for them. */
  private String person(Person person) {
    StringBuilder words = new StringBuilder(person.nameIn(language));
    person.also().forEach(other -> words.append(" (").append(other).append(')'));
    Pronouns pronouns = person.pronouns();
    String key = pronouns == null ? "" : "pronoun." + pronouns.name().toLowerCase(Locale.ROOT);
    if (labels.has(key)) {
      words.append(" (").append(labels.get(key, Map.of())).append(')');
    }
    return words.toString();
  }

  /** An address of the web or a mailbox as a link; anything else as words. */
  static Map<String, String> link(String where) {
    Map<String, String> link = new LinkedHashMap<>();
    link.put("words", where);
    if (where.matches("(?i)https?://.+")) {
      link.put("link", where);
    } else if (where.matches("[^\\s@/]+@[^\\s@/]+")) {
      link.put("link", "mailto:" + where);
    }
    return link;
  }

  private @Nullable Map<String, String> said(Localized<String> text) {
    return Said.of(text, campaign, language).map(said -> said.map(language)).orElse(null);
  }

  private @Nullable Object markup(@Nullable String text) {
    return text == null ? null : fromHtml(html(text));
  }

  private String html(String text) {
    return markdown.html(text, letter::value);
  }

  /** The headings of a text go below those of the bulletin. */
  private static Object lowered(String html) {
    return fromHtml(html.replaceAll("<(/?)h[1-6]>", "<$1h3>"));
  }

  private static Object fromHtml(String html) {
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(html);
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Labels by key, for the template. */
  private final class Labels implements TemplateHashModel {
    @Override
    public SimpleScalar get(String key) {
      return new SimpleScalar(labels.get(key, Map.of()));
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
