package org.urgentaction.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copies;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Target;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Decides which letters a writer's appeal consists of: one to each target (an open one where there
 * is none), and a covering letter to the office in the writer's country that gets a copy.
 */
public final class LetterPlanner {
  /** Whom an open letter is to, where the campaign names nobody; its phrases say the rest. */
  private static final Target AUTHORITIES =
      new Target(
          "authorities",
          Localized.none(),
          Localized.none(),
          Localized.none(),
          Localized.none(),
          Localized.none(),
          List.of(),
          List.of(),
          List.of(),
          null,
          Map.of(),
          null,
          null);

  private final Campaign campaign;
  private final LetterChoices choices;

  /**
   * @throws InvalidInputException where an id of {@code to} names nobody in the campaign
   */
  public LetterPlanner(Campaign campaign, LetterChoices choices) {
    this.campaign = campaign;
    this.choices = choices;
    for (String id : choices.to()) {
      if (recipients().noneMatch(target -> target.id().equals(id))) {
        String known = recipients().map(Target::id).collect(Collectors.joining(", "));
        throw new InvalidInputException(
            Problem.error("--to", "%s has no target \"%s\"".formatted(campaign.id(), id))
                .advise("it has " + known));
      }
    }
  }

  /** The orders for one writer, targets first. */
  public List<LetterOrder> orders(Writer writer) {
    Locale language = language(writer);
    List<Target> copies = copies(writer);
    List<LetterOrder> orders = new ArrayList<>();
    for (Target target : targets()) {
      if (isAskedFor(target)) {
        orders.add(order(target, false, copies, writer, language));
      }
    }
    for (Target copy : copies) {
      orders.add(order(copy, true, List.of(), writer, language));
    }
    return orders;
  }

  /** The letters to the targets, of which a covering letter says that a copy goes with it. */
  public List<LetterOrder> copiedIn(LetterOrder covering) {
    return targets().stream()
        .map(
            target ->
                order(
                    target,
                    false,
                    List.of(covering.recipient()),
                    covering.writer(),
                    covering.language()))
        .toList();
  }

  /** Those asked for by name, or the one that is nearest to the writer. */
  private List<Target> copies(Writer writer) {
    if (!choices.to().isEmpty()) {
      return campaign.copies().stream().map(Copy::office).filter(this::isAskedFor).toList();
    }
    Copy nearest = Copies.nearest(campaign, writer.country());
    return nearest == null ? List.of() : List.of(nearest.office());
  }

  private boolean isAskedFor(Target target) {
    return choices.to().isEmpty() || choices.to().contains(target.id());
  }

  private LetterOrder order(
      Target target, boolean covering, List<Target> copies, Writer writer, Locale language) {
    return new LetterOrder(
        campaign,
        target,
        covering,
        copies,
        writer,
        language,
        covering ? null : choices.draft(),
        choices.letterhead(),
        choices.signature(),
        choices.date());
  }

  /**
   * The language asked for, else the writer's where the campaign is written in it, else its own.
   */
  private Locale language(Writer writer) {
    @Nullable Locale asked = choices.language();
    if (asked != null) {
      return asked;
    }
    Locale own = writer.language();
    Set<Locale> written = campaign.letterLanguages();
    if (own != null
        && written.stream().anyMatch(tag -> tag.getLanguage().equals(own.getLanguage()))) {
      return own;
    }
    return campaign.language();
  }

  /** Whom a campaign is to be written to: its targets, or the authorities of its country. */
  public static List<Target> targets(Campaign campaign) {
    return campaign.targets().isEmpty() ? List.of(AUTHORITIES) : campaign.targets();
  }

  private List<Target> targets() {
    return targets(campaign);
  }

  private Stream<Target> recipients() {
    return Stream.concat(targets().stream(), campaign.copies().stream().map(Copy::office));
  }
}
