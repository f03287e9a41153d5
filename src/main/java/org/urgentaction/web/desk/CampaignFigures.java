package org.urgentaction.web.desk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Channel;
import org.urgentaction.dispatch.ControlChange;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.Control;
import org.urgentaction.log.Reply;
import org.urgentaction.log.SupporterMail;
import org.urgentaction.log.Total;
import org.urgentaction.web.Wording;

/** What the log says of a campaign, as templates see it. */
final class CampaignFigures {
  /** What is not in a list comes last. */
  private static final int MOST = Integer.MAX_VALUE;

  private CampaignFigures() {}

  /** Adds it to what a page says of the campaign. */
  static void put(
      Map<String, @Nullable Object> model, Figures figures, Campaign campaign, Wording wording) {
    model.put("done", figures.done());
    model.put("waiting", figures.unknown());
    model.put("states", states(figures));
    model.put("rows", rows(figures, campaign, wording));
    model.put(
        "controls",
        figures.controls().stream().map(each -> control(each, campaign, wording)).toList());
    model.put(
        "unreachable",
        figures.unreachable().stream()
            .map(
                each ->
                    Map.of(
                        "who",
                        Offices.named(campaign, each.target(), wording),
                        "returned",
                        each.returned(),
                        "sent",
                        each.sent()))
            .toList());
  }

  /** To whom a word on mail can be about, in the order of the campaign's file. */
  static List<Map<String, Object>> subjects(Campaign campaign, Wording wording) {
    return ControlChange.targets(campaign).stream()
        .map(id -> Map.<String, Object>of("id", id, "who", Offices.named(campaign, id, wording)))
        .toList();
  }

  static Map<String, @Nullable Object> reply(Reply reply, Campaign campaign, Wording wording) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("who", Offices.named(campaign, reply.target(), wording));
    model.put("on", wording.day(reply.on()));
    model.put("words", reply.words());
    return model;
  }

  /** The states that there are, in their order. */
  private static List<String> states(Figures figures) {
    TreeSet<ActionState> states = new TreeSet<>();
    figures.totals().forEach(each -> states.add(each.state()));
    return states.stream().map(ActionState::toString).toList();
  }

  /** Of one row in the table of what stands in the log. */
  private record Place(String target, Channel channel) {}

  /** How many letters to whom through which channel are in each state. */
  private static List<Map<String, Object>> rows(
      Figures figures, Campaign campaign, Wording wording) {
    List<String> order = ControlChange.targets(campaign);
    Map<Place, Map<ActionState, Long>> counts =
        new TreeMap<>(
            Comparator.<Place>comparingInt(place -> order.indexOf(place.target()) & MOST)
                .thenComparing(Place::target)
                .thenComparing(Place::channel));
    for (Total total : figures.totals()) {
      counts
          .computeIfAbsent(
              new Place(total.target(), total.channel()), place -> new EnumMap<>(ActionState.class))
          .merge(total.state(), total.count(), Long::sum);
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    counts.forEach(
        (place, states) -> {
          Map<String, Long> cells = new HashMap<>();
          states.forEach((state, count) -> cells.put(state.toString(), count));
          rows.add(
              Map.of(
                  "supporters",
                  place.target().equals(SupporterMail.TARGET),
                  "who",
                  Offices.named(campaign, place.target(), wording),
                  "channel",
                  place.channel().toString().toLowerCase(Locale.ROOT),
                  "counts",
                  cells));
        });
    return rows;
  }

  private static Map<String, @Nullable Object> control(
      Control word, Campaign campaign, Wording wording) {
    Map<String, @Nullable Object> model = new HashMap<>();
    String target = word.target();
    model.put("who", target == null ? null : Offices.named(campaign, target, wording));
    model.put("standing", word.standing().toString());
    model.put("since", wording.day(LocalDate.ofInstant(word.at(), ZoneOffset.UTC)));
    model.put("because", word.reason());
    return model;
  }
}
