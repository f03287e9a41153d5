package org.urgentaction.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Channel;
import org.urgentaction.campaign.Copies;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Target;
import org.urgentaction.document.Document;
import org.urgentaction.document.HtmlWriter;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterAdvice;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;

/** The form, the letters as they stand, and what can be done with them. */
final class WritePage {
  private static final int UNDER_HEADING = 2;

  private final CaseModel cases;
  private final LetterDesk desk;
  private final Map<Locale, List<Map<String, String>>> countries = new ConcurrentHashMap<>();

  WritePage(CaseModel cases, LetterDesk desk) {
    this.cases = cases;
    this.desk = desk;
  }

  /**
   * @param touched whether the reader has sent the form: errors are said from then on
   * @param noted the channel of an action that the log has just counted
   */
  Map<String, @Nullable Object> model(
      Case shown, Written written, Locale language, boolean touched, @Nullable Channel noted) {
    Wording wording = new Wording(language);
    Campaign campaign = shown.campaign();
    WriteForm form = written.form();
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("case", cases.of(shown, wording));
    model.put("targets", targets(campaign, form, wording));
    model.put("copyTo", copyTo(campaign, written, wording));
    model.put("copy", form.copy());
    Map<String, String> fields = new HashMap<>();
    WriteForm.FIELDS.forEach(field -> fields.put(WriteForm.parameter(field), form.field(field)));
    model.put("fields", fields);
    model.put("safe", form.safe());
    model.put("countries", countries(language));
    model.put("letterLanguage", form.language().toLanguageTag());
    model.put("letterDir", Document.isRightToLeft(form.language()) ? "rtl" : "ltr");
    model.put(
        "letterLanguages",
        desk.languages(campaign).stream()
            .map(tag -> Map.of("value", tag.toLanguageTag(), "name", wording.language(tag)))
            .toList());
    model.put("preferred", ActionPage.preferred(campaign, wording));
    model.put("notAdvised", ActionPage.notAdvised(campaign, wording));
    model.put("draft", form.draft());
    model.put("done", List.copyOf(form.done()));
    model.put("errors", touched ? errors(written) : Map.of());
    model.put("nobody", touched && form.to().isEmpty());
    model.put("problems", written.problems().stream().map(p -> p.message()).toList());
    model.put("advice", advice(written, wording));
    model.put("pages", written.pages());
    model.put("pagesShown", wording.number(written.pages()));
    model.put("complete", written.complete());
    model.put("letters", letters(written, wording));
    model.put("noted", noted == null ? null : noted.toString());
    return model;
  }

  private static Map<String, String> errors(Written written) {
    Map<String, String> errors = new HashMap<>();
    written.errors().forEach((field, key) -> errors.put(WriteForm.parameter(field), key));
    return errors;
  }

  private static List<Map<String, @Nullable Object>> targets(
      Campaign campaign, WriteForm form, Wording wording) {
    List<Map<String, @Nullable Object>> targets = new ArrayList<>();
    for (Target target : LetterPlanner.targets(campaign)) {
      Map<String, @Nullable Object> model = ActionPage.office(target, campaign, wording);
      model.put("checked", form.to().contains(target.id()));
      targets.add(model);
    }
    return targets;
  }

  /** The office in the writer's country that would get a copy; null where there is none. */
  private static @Nullable Map<String, @Nullable Object> copyTo(
      Campaign campaign, Written written, Wording wording) {
    Copy copy =
        written.writer() == null ? null : Copies.nearest(campaign, written.writer().country());
    return copy == null ? null : ActionPage.office(copy.office(), campaign, wording);
  }

  private List<Map<String, String>> countries(Locale language) {
    return countries.computeIfAbsent(
        language,
        each ->
            Arrays.stream(Locale.getISOCountries())
                .map(
                    code ->
                        Map.of("value", code, "name", new Locale("", code).getDisplayCountry(each)))
                .sorted(
                    Comparator.comparing(
                        country -> country.get("name"), Collator.getInstance(each)))
                .toList());
  }

  private static List<Map<String, @Nullable Object>> advice(Written written, Wording wording) {
    List<Map<String, @Nullable Object>> advice = new ArrayList<>();
    for (LetterAdvice.Remark remark : written.advice()) {
      if (remark instanceof LetterAdvice.NeverNames nameless) {
        advice.add(said("name", nameless.person()));
      } else if (remark instanceof LetterAdvice.LeavesOut without) {
        advice.add(said("request", without.request()));
      } else if (remark instanceof LetterAdvice.NothingPersonal) {
        advice.add(said("personal", ""));
      }
    }
    if (written.pages() > 1) {
      advice.add(said("long", wording.number(written.pages())));
    }
    return advice;
  }

  private static Map<String, @Nullable Object> said(String kind, String about) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("kind", kind);
    model.put("about", about);
    return model;
  }

  private static List<Map<String, @Nullable Object>> letters(Written written, Wording wording) {
    List<Map<String, @Nullable Object>> letters = new ArrayList<>();
    for (Letter letter : written.letters()) {
      LetterOrder order = letter.order();
      Target recipient = order.recipient();
      Map<String, @Nullable Object> model = ActionPage.office(recipient, order.campaign(), wording);
      model.put("covering", order.covering());
      model.put("letterLang", order.language().toLanguageTag());
      model.put("letterDir", letter.document().rightToLeft() ? "rtl" : "ltr");
      model.put("html", new HtmlWriter().fragment(letter.document(), UNDER_HEADING));
      model.putAll(MailWays.of(letter));
      Set<Channel> channels = ActionPage.channels(recipient);
      model.put("channels", channels.stream().map(Channel::toString).toList());
      letters.add(model);
    }
    return letters;
  }
}
