package org.urgentaction.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Channel;
import org.urgentaction.campaign.Fax;
import org.urgentaction.campaign.Localized;
import org.urgentaction.dispatch.FaxRoom;
import org.urgentaction.dispatch.Format;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.Writer;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.Writers;

/**
 * What the person at the fax machine must know, and who cannot be faxed; on standard error, never
 * on a page that is sent.
 */
final class FaxAdvice {
  private final Workbench bench;
  private final Campaign campaign;
  private final Set<Format> formats;

  FaxAdvice(Workbench bench, Campaign campaign, Set<Format> formats) {
    this.bench = bench;
    this.campaign = campaign;
    this.formats = formats;
  }

  /** Whether faxes are all that is wanted. */
  boolean areAll() {
    return formats.stream().allMatch(format -> format.channel() == Channel.FAX);
  }

  private boolean areWanted() {
    return formats.stream().anyMatch(format -> format.channel() == Channel.FAX);
  }

  /**
   * Says whose letters are left out for want of a number.
   *
   * @throws InvalidInputException where that leaves nothing to write, or a number cannot be dialled
   */
  void beforeLetters(Writers writers, LetterPlanner planner) {
    if (!areWanted()) {
      return;
    }
    Set<String> with = new LinkedHashSet<>();
    Set<String> without = new LinkedHashSet<>();
    for (Writer writer : writers) {
      for (LetterOrder order : planner.orders(writer)) {
        if (!FaxRoom.reaches(order)) {
          without.add(order.recipient().id());
        } else if (with.add(order.recipient().id())) {
          FaxRoom.dialled(order, order.recipient().faxes().get(0), null);
        }
      }
    }
    if (with.isEmpty() && areAll()) {
      throw new InvalidInputException(
          Problem.error(campaign.id(), "there is no fax number for " + String.join(", ", without))
              .advise("write with --format pdf, or give the number in the campaign file"));
    }
    for (String id : without) {
      bench.note("There is no fax number for %s: no fax is written to them.".formatted(id));
    }
  }

  /**
   * Whom to dial, and what to know when they answer.
   *
   * @param list whether the orders are the first of many writers', who dial from many countries
   */
  void afterLetters(List<LetterOrder> orders, boolean list) {
    List<LetterOrder> faxed = orders.stream().filter(FaxRoom::reaches).toList();
    if (!areWanted() || faxed.isEmpty()) {
      return;
    }
    Localized<String> closed = campaign.closedChannels().get(Channel.FAX);
    if (closed != null) {
      bench.note("Fax is not advised: " + campaign.best(closed, Locale.ENGLISH));
    }
    for (LetterOrder order : faxed) {
      dial(order, list ? null : order.writer().country());
    }
    if (!list) {
      bench.note(
          "Once they are through: ua log add %s --to %s --channel fax"
              .formatted(
                  campaign.id(),
                  faxed.stream()
                      .map(order -> order.recipient().id())
                      .collect(Collectors.joining(","))));
    }
  }

  private void dial(LetterOrder order, @Nullable String from) {
    List<String> numbers =
        order.recipient().faxes().stream().map(fax -> number(order, fax, from)).toList();
    bench.note("To fax %s, dial %s.".formatted(order.recipient().id(), numbers.get(0)));
    if (numbers.size() > 1) {
      bench.note(
          "If it does not answer: %s."
              .formatted(String.join("; ", numbers.subList(1, numbers.size()))));
    }
  }

  /** The number to dial; as the campaign has it where it is no more than another one to try. */
  private static String number(LetterOrder order, Fax fax, @Nullable String from) {
    String dialled;
    try {
      dialled = FaxRoom.dialled(order, fax, from);
    } catch (InvalidInputException undiallable) {
      dialled = fax.number();
    }
    return fax.note() == null ? dialled : "%s (%s)".formatted(dialled, fax.note());
  }
}
