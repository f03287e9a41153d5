package org.urgentaction.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Fax;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Person;
import org.urgentaction.campaign.Target;

/** A campaign as maps and lists with the keys of its file; what it does not hold is left out. */
final class CampaignJson {
  private CampaignJson() {}

  static Map<String, @Nullable Object> of(Campaign campaign) {
    Fields fields = new Fields();
    fields.put("id", campaign.id());
    fields.put("ua", campaign.ua());
    fields.put("issue", campaign.issue());
    fields.put("index", campaign.index());
    fields.put("country", campaign.country());
    fields.put("language", campaign.language().toLanguageTag());
    fields.put("issued", campaign.issued());
    fields.put("deadline", campaign.deadline());
    fields.put("zone", campaign.zone());
    fields.put("previous", campaign.previous());
    fields.put("people", campaign.people().stream().map(CampaignJson::person).toList());
    fields.put("title", campaign.title());
    fields.put("summary", campaign.summary());
    fields.put("asks", campaign.asks());
    fields.put("letter", campaign.letter());
    fields.put("background", campaign.background());
    fields.put(
        "preferred_languages",
        campaign.preferredLanguages().stream().map(Locale::toLanguageTag).toList());
    fields.put("targets", campaign.targets().stream().map(CampaignJson::target).toList());
    fields.put("copies", campaign.copies().stream().map(CampaignJson::copy).toList());
    fields.put("channels", channels(campaign));
    fields.put("social", campaign.social());
    if (campaign.photo() != null) {
      Fields photo = new Fields();
      photo.put("file", campaign.photo().file());
      photo.put("alt", campaign.photo().alt());
      photo.put("caption", campaign.photo().caption());
      photo.put("credit", campaign.photo().credit());
      fields.put("photo", photo.map);
    }
    if (campaign.reportTo() != null) {
      Fields reportTo = new Fields();
      reportTo.put("email", campaign.reportTo().email());
      reportTo.put("web", campaign.reportTo().web());
      fields.put("report_to", reportTo.map);
    }
    if (campaign.stopped() != null) {
      Fields stopped = new Fields();
      stopped.put("on", campaign.stopped().on());
      stopped.put("because", campaign.stopped().because());
      fields.put("stopped", stopped.map);
    }
    return fields.map;
  }

  private static Map<String, Object> channels(Campaign campaign) {
    Map<String, Object> channels = new LinkedHashMap<>();
    campaign
        .closedChannels()
        .forEach(
            (channel, reason) -> {
              Fields closed = new Fields();
              closed.put("closed", reason);
              channels.put(channel.toString(), closed.map);
            });
    return channels;
  }

  private static Map<String, @Nullable Object> person(Person person) {
    Fields fields = new Fields();
    fields.put("name", person.name());
    fields.put("names", person.names());
    fields.put("also", person.also());
    fields.put("pronouns", person.pronouns());
    return fields.map;
  }

  private static Map<String, @Nullable Object> copy(Copy copy) {
    Fields fields = new Fields();
    fields.put("for", copy.countries());
    fields.map.putAll(target(copy.office()));
    return fields.map;
  }

  private static Map<String, @Nullable Object> target(Target target) {
    Fields fields = new Fields();
    fields.put("id", target.id());
    fields.put("name", target.name());
    fields.put("role", target.role());
    fields.put("organization", target.organization());
    fields.put("pronouns", target.pronouns());
    fields.put("salutation", target.salutation());
    fields.put("address", target.address());
    fields.put("email", target.emails());
    fields.put("fax", target.faxes().stream().map(CampaignJson::fax).toList());
    fields.put("phone", target.phones());
    fields.put("web_form", target.webForm());
    fields.put("social", target.social());
    fields.put("zone", target.zone());
    return fields.map;
  }

  private static Map<String, @Nullable Object> fax(Fax fax) {
    Fields fields = new Fields();
    fields.put("number", fax.number());
    fields.put("note", fax.note());
    return fields.map;
  }

  /** Collects what is there. */
  private static final class Fields {
    final Map<String, @Nullable Object> map = new LinkedHashMap<>();

    void put(String key, @Nullable Object value) {
      if (value instanceof Localized<?> localized) {
        Map<String, Object> byTag = new LinkedHashMap<>();
        localized.values().forEach((tag, text) -> byTag.put(tag.toLanguageTag(), text));
        put(key, byTag);
      } else if (value != null
          && !(value instanceof List<?> list && list.isEmpty())
          && !(value instanceof Map<?, ?> fields && fields.isEmpty())) {
        map.put(key, value);
      }
    }
  }
}
