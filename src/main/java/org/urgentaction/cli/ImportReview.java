package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignReader;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Person;
import org.urgentaction.campaign.ReviewMark;
import org.urgentaction.campaign.Target;
import org.urgentaction.document.LineWrap;
import org.urgentaction.importing.draft.Draft;
import org.urgentaction.problem.Problem;

/** What a person should know of an import: what was found, what to look at, what is missing. */
final class ImportReview {
  private static final int LABEL = 12;

  private final Terminal terminal;
  private final boolean quiet;
  private final Path source;
  private final Campaign campaign;

  ImportReview(Workbench bench, Path source, Draft draft) {
    this.terminal = bench.terminal();
    this.quiet = bench.quiet();
    this.source = source;
    this.campaign = draft.campaign();
  }

  /**
   * @param file that was written
   * @param wrong what must be added before it can be used
   */
  void print(Path file, byte[] text, List<Problem> wrong) {
    if (quiet) {
      terminal.out().println(file);
      return;
    }
    terminal.out().println(terminal.styled(Terminal.Style.BOLD, source + " → " + file));
    found();
    if (wrong.isEmpty()) {
      marks(file, text);
    } else {
      say("Before it can be used:", wrong.stream().map(Problem::toString).toList());
    }
    terminal.out().println("Next: ua check " + file);
    terminal.out().println();
  }

  private void found() {
    line("action", Stream.of(number(), country(), language()));
    line("title", Stream.of(text(campaign.title())));
    line("about", campaign.people().stream().map(ImportReview::person));
    line("texts", texts().stream());
    campaign.targets().forEach(target -> line("target", Stream.of(office(target))));
    campaign.copies().forEach(copy -> line("copy", Stream.of(office(copy.office()), whose(copy))));
    line(
        "deadline",
        Stream.of(campaign.deadline() == null ? "" : CampaignWords.day(campaign.deadline())));
    line(
        "issued",
        Stream.of(campaign.issued() == null ? "" : CampaignWords.issued(campaign.issued())));
  }

  private String number() {
    return campaign.ua() == null
        ? ""
        : "UA " + campaign.ua() + (campaign.issue() > 1 ? ", issue " + campaign.issue() : "");
  }

  private String country() {
    return campaign.country().isEmpty() ? "" : CampaignWords.country(campaign);
  }

  private String language() {
    return "in " + campaign.language().getDisplayLanguage(Locale.ENGLISH);
  }

  private static String person(Person person) {
    return person.name() + (person.pronouns() == null ? "" : " (" + person.pronouns() + ")");
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    add(texts, "summary", text(campaign.summary()));
    List<String> asks = campaign.asks().in(campaign.language());
    if (asks != null) {
      texts.add(asks.size() == 1 ? "1 request" : asks.size() + " requests");
    }
    add(texts, "sample letter", text(campaign.letter()));
    add(texts, "background", text(campaign.background()));
    return texts;
  }

  private static void add(List<String> texts, String label, String text) {
    if (!text.isEmpty()) {
      texts.add("%s of %d words".formatted(label, text.split("\\s+").length));
    }
  }

  private String office(Target target) {
    String who =
        Stream.of(target.name(), target.role(), target.organization())
            .map(this::text)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    List<String> ways = new ArrayList<>();
    if (!target.address().isEmpty()) {
      ways.add("address");
    }
    if (!target.emails().isEmpty()) {
      ways.add("email");
    }
    if (!target.faxes().isEmpty()) {
      ways.add("fax");
    }
    if (!target.phones().isEmpty()) {
      ways.add("phone");
    }
    if (target.webForm() != null) {
      ways.add("web form");
    }
    ways.addAll(target.social().keySet());
    return "%s: %s (%s)"
        .formatted(target.id(), who, ways.isEmpty() ? "no contact" : String.join(", ", ways));
  }

  private static String whose(Copy copy) {
    return copy.countries().isEmpty() ? "" : "for " + String.join(" ", copy.countries());
  }

  private String text(Localized<String> text) {
    String found = campaign.best(text, campaign.language());
    return found == null ? "" : found;
  }

  /** What the file asks to be looked at, with its lines, and what the document does not hold. */
  private void marks(Path file, byte[] text) {
    List<ReviewMark> marks =
        new CampaignReader().read(file.toString(), text, CampaignReader.idOf(file)).marks();
    say(
        "Look at:",
        marks.stream()
            .filter(mark -> !mark.isMissing())
            .map(mark -> "%s:%d: %s".formatted(file, mark.place().line(), mark.text()))
            .toList());
    List<String> missing =
        marks.stream().filter(ReviewMark::isMissing).map(ReviewMark::what).toList();
    if (!missing.isEmpty()) {
      say("Not in the document:", List.of(String.join(", ", missing)));
    }
  }

  private void line(String label, Stream<String> parts) {
    String text = parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    if (!text.isEmpty()) {
      wrapped("  %-9s ".formatted(label), text, LABEL);
    }
  }

  private void say(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      terminal.out().println(terminal.styled(Terminal.Style.YELLOW, title));
      lines.forEach(line -> wrapped("  ", line, 4));
    }
  }

  private void wrapped(String lead, @Nullable String text, int indent) {
    String before = lead;
    for (String part :
        new LineWrap(Locale.ENGLISH, terminal.width() - indent).lines(String.valueOf(text))) {
      terminal.out().println(before + part);
      before = " ".repeat(indent);
    }
  }
}
