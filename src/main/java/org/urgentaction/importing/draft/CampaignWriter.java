package org.urgentaction.importing.draft;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Channel;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Person;
import org.urgentaction.campaign.Photo;
import org.urgentaction.campaign.ReportTo;
import org.urgentaction.campaign.Stopped;
import org.urgentaction.campaign.Target;

/**
 * Writes a campaign as the YAML file that reads as this campaign, in the order and the style of
 * docs/campaign.md, with comments. What a campaign lacks is left out.
 */
public final class CampaignWriter {
  private static final String SCHEMA =
      "yaml-language-server: $schema=../schema/campaign.schema.json";

  private final Campaign campaign;
  private final Remarks remarks;
  private final YamlLines out = new YamlLines();
  private final TextLines texts;

  private CampaignWriter(Campaign campaign, Remarks remarks) {
    this.campaign = campaign;
    this.remarks = remarks;
    this.texts = new TextLines(out, remarks, campaign.language());
  }

  /** The file's text; the campaign's values are as {@code CampaignReader} gives them. */
  public static String write(Campaign campaign, Remarks remarks) {
    return new CampaignWriter(campaign, remarks).written();
  }

  private String written() {
    out.comment(0, SCHEMA);
    remarks.head().forEach(line -> out.comment(0, line));
    value("ua", campaign.ua());
    value("issue", remarks.isIssueUnknown() ? null : campaign.issue());
    line("index", campaign.index());
    value(
        "country",
        campaign.country().isEmpty() ? null : YamlText.inline(campaign.country(), false));
    value("language", YamlText.inline(campaign.language().toLanguageTag(), false));
    value("issued", campaign.issued());
    value("deadline", campaign.deadline());
    value("zone", campaign.zone().equals(ZoneOffset.UTC) ? null : campaign.zone());
    texts.flow(0, "previous", "previous", campaign.previous());
    people();
    group("title", campaign.title());
    group("summary", campaign.summary());
    groupOfLists("asks", campaign.asks());
    group("letter", campaign.letter());
    group("background", campaign.background());
    if (!campaign.preferredLanguages().isEmpty()) {
      out.gap();
    }
    texts.flow(
        0,
        "preferred_languages",
        "preferred_languages",
        campaign.preferredLanguages().stream().map(Locale::toLanguageTag).toList());
    targets();
    copies();
    channels(campaign.closedChannels());
    groupOfLists("social", campaign.social());
    photo(campaign.photo());
    reportTo(campaign.reportTo());
    stopped(campaign.stopped());
    if (!remarks.end().isEmpty()) {
      out.gap();
      remarks.end().forEach(line -> out.comment(0, line));
    }
    return out.toString();
  }

  /** What needs no quotes: numbers, dates, codes. */
  private void value(String key, @Nullable Object value) {
    texts.remark(0, key);
    if (value != null) {
      out.value(0, key + ":", value.toString());
    }
  }

  private void line(String key, @Nullable String text) {
    value(key, text == null ? null : YamlText.inline(text, false));
  }

  private void group(String key, Localized<String> text) {
    begin(key, !text.isEmpty());
    texts.localized(0, key, key, text);
  }

  private void groupOfLists(String key, Localized<List<String>> lists) {
    begin(key, !lists.isEmpty());
    texts.localizedLists(0, key, key, lists);
  }

  /** An empty line before a group of keys, where there is anything to say. */
  private void begin(String key, boolean there) {
    if (there || !remarks.before(key).isEmpty()) {
      out.gap();
    }
  }

  private void people() {
    begin("people", !campaign.people().isEmpty());
    texts.remark(0, "people");
    if (campaign.people().isEmpty()) {
      return;
    }
    out.add(0, "people:");
    for (int i = 0; i < campaign.people().size(); i++) {
      Person person = campaign.people().get(i);
      String path = "people[" + i + "]";
      texts.remark(1, path);
      texts.remark(1, path + ".name");
      out.value(1, "- name:", YamlText.inline(person.name(), false));
      texts.localized(2, "names", path + ".names", person.names());
      texts.flow(2, "also", path + ".also", person.also());
      texts.remark(2, path + ".pronouns");
      if (person.pronouns() != null) {
        out.value(2, "pronouns:", person.pronouns().toString());
      }
    }
  }

  private void targets() {
    begin("targets", !campaign.targets().isEmpty());
    texts.remark(0, "targets");
    if (!campaign.targets().isEmpty()) {
      out.add(0, "targets:");
    }
    for (int i = 0; i < campaign.targets().size(); i++) {
      new OfficeLines(out, texts, "targets[" + i + "]").write(campaign.targets().get(i), List.of());
    }
  }

  private void copies() {
    begin("copies", !campaign.copies().isEmpty());
    texts.remark(0, "copies");
    if (!campaign.copies().isEmpty()) {
      out.add(0, "copies:");
    }
    for (int i = 0; i < campaign.copies().size(); i++) {
      Copy copy = campaign.copies().get(i);
      Target office = copy.office();
      new OfficeLines(out, texts, "copies[" + i + "]").write(office, copy.countries());
    }
  }

  private void channels(Map<Channel, Localized<String>> closed) {
    begin("channels", !closed.isEmpty());
    if (!closed.isEmpty()) {
      out.add(0, "channels:");
    }
    closed.forEach(
        (channel, reason) -> {
          out.add(1, channel + ":");
          texts.localized(2, "closed", "channels." + channel + ".closed", reason);
        });
  }

  private void photo(@Nullable Photo photo) {
    if (photo == null) {
      return;
    }
    out.gap();
    out.add(0, "photo:");
    out.value(1, "file:", YamlText.inline(photo.file(), false));
    texts.localized(1, "alt", "photo.alt", photo.alt());
    texts.localized(1, "caption", "photo.caption", photo.caption());
    if (photo.credit() != null) {
      out.value(1, "credit:", YamlText.inline(photo.credit(), false));
    }
  }

  private void reportTo(@Nullable ReportTo reportTo) {
    begin("report_to", reportTo != null);
    texts.remark(0, "report_to");
    if (reportTo == null) {
      return;
    }
    out.add(0, "report_to:");
    texts.remark(1, "report_to.email");
    if (reportTo.email() != null) {
      out.value(1, "email:", YamlText.inline(reportTo.email(), false));
    }
    texts.remark(1, "report_to.web");
    if (reportTo.web() != null) {
      out.value(1, "web:", YamlText.inline(reportTo.web(), false));
    }
  }

  private void stopped(@Nullable Stopped stopped) {
    begin("stopped", stopped != null);
    texts.remark(0, "stopped");
    if (stopped != null) {
      out.add(0, "stopped:");
      out.value(1, "on:", stopped.on().toString());
      texts.localized(1, "because", "stopped.because", stopped.because());
    }
  }
}
