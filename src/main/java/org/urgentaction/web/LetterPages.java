package org.urgentaction.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Channel;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Target;
import org.urgentaction.dispatch.Format;
import org.urgentaction.dispatch.LetterFormats;
import org.urgentaction.dispatch.LetterMail;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.Writer;
import org.urgentaction.letter.WriterField;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.LogPlace;
import org.urgentaction.log.LogUnavailableException;
import org.urgentaction.log.WriterIdentity;
import org.urgentaction.problem.InvalidInputException;

/** Writing a letter: the form, the letter as it stands, its files, and that it was sent. */
final class LetterPages {
  private static final Duration LOG_PATIENCE = Duration.ofSeconds(3);

  private static final Map<Format, String> TYPES =
      Map.of(
          Format.PDF, "application/pdf",
          Format.FAX, "application/pdf",
          Format.TIFF, "image/tiff",
          Format.DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          Format.EML, "message/rfc822",
          Format.TXT, "text/plain; charset=utf-8");

  private final Shelf shelf;
  private final LetterDesk desk;
  private final WritePage page;
  private final PublicPages publicPages;
  private final Guard guard;
  private final Answers answers;
  private final Workroom workroom;
  private final Tally tally;
  private final LogPlace log;
  private final Clock clock;

  LetterPages(
      Shelf shelf,
      LetterDesk desk,
      CaseModel cases,
      PublicPages publicPages,
      Guard guard,
      Answers answers,
      Workroom workroom,
      Tally tally,
      LogPlace log,
      Clock clock) {
    this.shelf = shelf;
    this.desk = desk;
    this.page = new WritePage(cases, desk);
    this.publicPages = publicPages;
    this.guard = guard;
    this.answers = answers;
    this.workroom = workroom;
    this.tally = tally;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Makes a letter that nobody asked for, so that the first reader does not wait for fonts, phrases
   * and classes.
   */
  void warmUp() {
    for (Case shown : shelf.all().stream().filter(Case::open).limit(1).toList()) {
      List<Locale> languages = desk.languages(shown.campaign());
      if (languages.isEmpty()) {
        continue;
      }
      WriteForm form = WriteForm.blank(shown.campaign(), languages, Locale.ENGLISH);
      Written written = workroom.make(() -> desk.write(shown, form));
      page.model(shown, written, Locale.ENGLISH, false, null);
      LetterFormats formats = written.formats();
      for (Letter letter : written.letters()) {
        try {
          if (formats != null) {
            workroom.make(() -> formats.render(letter, Format.PDF));
            workroom.make(() -> formats.render(letter, Format.DOCX));
          }
        } catch (InvalidInputException e) {
          return; // whoever asks for this letter is told
        }
      }
    }
  }

  /** The form as nobody has filled it in yet, with the sample letter. */
  void begin(Context context) {
    guard.countPreview(context);
    Case shown = openCase(context);
    List<Locale> languages = languages(shown);
    Locale reader = answers.visitor(context).language();
    WriteForm form = WriteForm.blank(shown.campaign(), languages, reader);
    Written written = workroom.make(() -> desk.write(shown, form));
    answers.page(context, 200, "write", page.model(shown, written, reader, false, null));
  }

  /**
   * The letter as the form has it now; nothing of it is kept. Whoever is still typing is not told
   * what is missing.
   */
  void preview(Context context) {
    guard.countPreview(context);
    Case shown = openCase(context);
    Written written = written(context, shown);
    if (context.formParam("live") != null) {
      Locale reader = answers.visitor(context).language();
      answers.page(context, 200, "write", page.model(shown, written, reader, false, null));
      return;
    }
    show(context, shown, written, written.errors().isEmpty() ? 200 : 422, null);
  }

  /** One letter as a file. */
  void file(Context context) {
    guard.countFile(context);
    Case shown = openCase(context);
    Choice choice = Choice.of(context.formParam("file"));
    Format format = choice.second().flatMap(Format::parse).filter(TYPES::containsKey).orElse(null);
    WriteForm form = WriteForm.read(context.formParamMap(), shown.campaign(), languages(shown));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    // Who has waited for a place once keeps it until the file is made.
    Written written =
        workroom.make(() -> filed(desk.write(shown, form), choice.first(), format, file));
    Letter letter = letter(written, choice.first());
    if (format == null || letter == null || file.size() == 0) {
      show(context, shown, written, 422, null);
      return;
    }
    answers.file(
        context,
        LetterFormats.name(letter.order()) + "." + format.ending(),
        String.valueOf(TYPES.get(format)),
        file.toByteArray());
  }

  /**
   * Makes one of the letters a file; where that cannot be done nothing, and what is said is why.
   */
  private static Written filed(
      Written written, String recipient, @Nullable Format format, ByteArrayOutputStream file) {
    Letter letter = letter(written, recipient);
    LetterFormats formats = written.formats();
    if (format == null || letter == null || formats == null || !written.complete()) {
      return written;
    }
    try {
      file.writeBytes(formats.render(letter, format).bytes());
      return written;
    } catch (InvalidInputException e) {
      return with(written, e);
    }
  }

  /** Somebody says that they have sent a letter, called or shared: the log counts it. */
  void sent(Context context) {
    guard.countAction(context);
    Case shown = answers.find(shelf, context.pathParam("id"));
    Choice choice = Choice.of(context.formParam("sent"));
    Channel channel = choice.second().flatMap(Channel::parse).orElse(null);
    Target target = office(shown.campaign(), choice.first());
    boolean inLetter = context.formParam("draft") != null;
    if (channel == null || target == null || !ActionPage.channels(target).contains(channel)) {
      throw new Refusal(Refusal.Kind.NOT_FOUND);
    }
    if (!inLetter) {
      note(context, shown, target, channel, null, null);
      publicPages.show(context, shown, 200, channel.toString());
      return;
    }
    Written written = written(context, shown);
    note(context, shown, target, channel, written.writer(), written.form());
    Written after =
        new Written(
            written.form().alsoDone(choice.whole()),
            written.writer(),
            written.letters(),
            written.formats(),
            written.pages(),
            written.advice(),
            written.errors(),
            written.problems());
    show(context, shown, after, 200, channel);
  }

  /**
   * The writer is known to the log by a keyed hash where they gave their name, so that telling it
   * twice counts once; otherwise, and where they sign with initials, by this visit alone.
   */
  private void note(
      Context context,
      Case shown,
      Target target,
      Channel channel,
      @Nullable Writer writer,
      @Nullable WriteForm form) {
    boolean named =
        writer != null && !writer.safe() && form != null && !form.field(WriterField.NAME).isEmpty();
    WriterIdentity identity =
        named && writer != null
            ? LetterMail.identity(writer)
            : new WriterIdentity("visit " + Guard.visit(context), null, null, null, null);
    String country = writer == null ? null : writer.country();
    Locale language = form == null ? shown.campaign().language() : form.language();
    try (ActionLog actions = ActionLogs.open(log, clock, LOG_PATIENCE)) {
      actions.addByHand(
          new ActionKey(
              shown.campaign().id(), target.id(), channel, actions.writers().hash(identity)),
          new ActionDetails(language.toLanguageTag(), country),
          ActionState.byHand(channel),
          clock.instant());
    } catch (InvalidInputException e) {
      // The program has sent this very letter: it is counted already.
      tally.changed();
      return;
    } catch (LogUnavailableException e) {
      throw new Refusal(Refusal.Kind.LOG, 5, e);
    }
    tally.changed();
  }

  private void show(
      Context context, Case shown, Written written, int status, @Nullable Channel noted) {
    answers.page(
        context,
        status,
        "write",
        page.model(shown, written, answers.visitor(context).language(), true, noted));
  }

  private Written written(Context context, Case shown) {
    WriteForm form = WriteForm.read(context.formParamMap(), shown.campaign(), languages(shown));
    return workroom.make(() -> desk.write(shown, form));
  }

  private static Written with(Written written, InvalidInputException e) {
    return new Written(
        written.form(),
        written.writer(),
        written.letters(),
        written.formats(),
        written.pages(),
        written.advice(),
        written.errors(),
        e.problems());
  }

  /** The gate: for a closed campaign no letter is made. */
  private Case openCase(Context context) {
    Case shown = answers.find(shelf, context.pathParam("id"));
    if (!shown.open()) {
      throw new Refusal(Refusal.Kind.CLOSED);
    }
    return shown;
  }

  private List<Locale> languages(Case shown) {
    List<Locale> languages = desk.languages(shown.campaign());
    if (languages.isEmpty()) {
      throw new Refusal(Refusal.Kind.NOT_FOUND);
    }
    return languages;
  }

  private static @Nullable Letter letter(Written written, String id) {
    return written.letters().stream()
        .filter(letter -> letter.order().recipient().id().equals(id))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Target office(Campaign campaign, String id) {
    return Stream.concat(
            LetterPlanner.targets(campaign).stream(), campaign.copies().stream().map(Copy::office))
        .filter(target -> target.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** What a button says: {@code president:pdf}. */
  private record Choice(String whole, String first, Optional<String> second) {
    static Choice of(@Nullable String value) {
      String whole = value == null ? "" : value;
      int colon = whole.lastIndexOf(':');
      return colon < 0
          ? new Choice(whole, whole, Optional.empty())
          : new Choice(whole, whole.substring(0, colon), Optional.of(whole.substring(colon + 1)));
    }
  }
}
