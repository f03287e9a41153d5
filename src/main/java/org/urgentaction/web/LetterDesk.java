package org.urgentaction.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copies;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Placeholders;
import org.urgentaction.dispatch.LetterFormats;
import org.urgentaction.dispatch.PressRoom;
import org.urgentaction.fax.FaxResolution;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterAdvice;
import org.urgentaction.letter.LetterChoices;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.Templates;
import org.urgentaction.letter.Writer;
import org.urgentaction.letter.WriterField;
import org.urgentaction.letter.WriterReader;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.problem.UnsafeCharacters;
import org.urgentaction.typeset.FontLibrary;

/** Makes letters of what a reader has filled in, with the parts that the command line has. */
final class LetterDesk {
  private static final String DOTS = "…";

  private final LetterComposer composer;
  private final PressRoom presses;
  private final Clock clock;

  LetterDesk(Templates templates, FontLibrary fonts, Clock clock) {
    this.composer = new LetterComposer(templates);
    this.presses = PressRoom.ofServer(fonts, composer);
    this.clock = clock;
  }

  /** The languages in which a campaign's letter can be written, its own order kept. */
  List<Locale> languages(Campaign campaign) {
    return campaign.letterLanguages().stream().filter(composer::knows).toList();
  }

  /** The letters that a form asks for, to read; what is missing in it is said beside them. */
  Written write(Case shown, WriteForm given) {
    Map<WriterField, String> errors = new EnumMap<>(WriterField.class);
    List<Problem> problems = new ArrayList<>();
    Writer writer = writer(given, errors);
    WriteForm form = given;
    List<Letter> letters = new ArrayList<>();
    LetterFormats formats = null;
    int pages = 0;
    UnsafeCharacters.inText(given.draft())
        .ifPresent(
            character ->
                problems.add(Problem.error("draft", "the text of the letter holds " + character)));
    if (!problems.isEmpty()) {
      return new Written(given, writer, letters, null, 0, List.of(), errors, problems);
    }
    try {
      form = withSample(shown, given);
      if (writer != null) {
        writer = withDots(writer, shown.campaign(), form, errors);
        LetterPlanner planner = planner(shown, form, writer);
        for (LetterOrder order :
            form.to().isEmpty() ? List.<LetterOrder>of() : planner.orders(writer)) {
          letters.add(composer.compose(order));
        }
        formats = new LetterFormats(presses, composer, planner, FaxResolution.FINE, clock);
        pages = letters.isEmpty() ? 0 : presses.pages(letters.get(0));
      }
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
    }
    List<LetterAdvice.Remark> advice =
        letters.isEmpty() ? List.of() : LetterAdvice.on(letters.get(0));
    return new Written(form, writer, letters, formats, pages, advice, errors, problems);
  }

  /** Null where what was typed is no writer; the errors then say why. */
  private static @Nullable Writer writer(WriteForm form, Map<WriterField, String> errors) {
    Map<WriterField, String> fields = new EnumMap<>(WriterField.class);
    fields.putAll(form.fields());
    if (form.field(WriterField.NAME).isEmpty()) {
      errors.put(WriterField.NAME, "error.name");
      fields.put(WriterField.NAME, DOTS);
    }
    try {
      return new WriterReader(form.safe())
          .read(
              fields,
              (field, message) -> {
                errors.putIfAbsent(field, "error.invalid");
                return Problem.error(field.toString(), message);
              });
    } catch (InvalidInputException e) {
      return null; // what is wrong stands in the errors, field by field
    }
  }

  private LetterPlanner planner(Case shown, WriteForm form, Writer writer) {
    Campaign campaign = shown.campaign();
    List<String> to = new ArrayList<>(form.to());
    Copy copy = Copies.nearest(campaign, writer.country());
    if (form.copy() && copy != null) {
      to.add(copy.office().id());
    }
    return new LetterPlanner(
        campaign,
        new LetterChoices(to, form.language(), draft(shown, form, writer), null, shown.today()));
  }

  /** The form with the sample letter in its language, unless the reader has changed the text. */
  private WriteForm withSample(Case shown, WriteForm form) {
    Locale drafted = form.drafted();
    boolean untouched =
        form.draft().isBlank()
            || (drafted != null && isSame(form.draft(), sample(shown, form, drafted)));
    if (!untouched) {
      return form;
    }
    return form.withDraft(sample(shown, form, form.language()));
  }

  /** The text in place of the sample; null where it is the sample. */
  private @Nullable String draft(Case shown, WriteForm form, Writer writer) {
    if (form.draft().isBlank() || isSame(form.draft(), sample(shown, form, form.language()))) {
      return null;
    }
    String words = writer.words();
    return plain(words == null ? form.draft() : form.draft().strip() + "\n\n" + words);
  }

  /** Braces that no letter can fill in were typed by somebody who meant them. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (Placeholders.Part part : Placeholders.parse(text)) {
      if (part instanceof Placeholders.Literal literal) {
        plain.append(literal.text());
      } else if (part instanceof Placeholders.Name name) {
        boolean known = name.isKnown() && name.name().startsWith("writer.");
        plain.append(known ? "${" : "$ {").append(name.name()).append(name.closed() ? "}" : "");
      }
    }
    return plain.toString();
  }

  private String sample(Case shown, WriteForm form, Locale language) {
    Campaign campaign = shown.campaign();
    String first =
        form.to().isEmpty() ? LetterPlanner.targets(campaign).get(0).id() : form.to().get(0);
    LetterOrder order =
        new LetterPlanner(
                campaign, new LetterChoices(List.of(first), language, null, null, shown.today()))
            .orders(Writer.anonymous(null))
            .get(0);
    return unwrapped(Objects.requireNonNullElse(composer.sample(order), ""));
  }

  /** Lines of a paragraph as one: the box to write in breaks them to its own width. */
  private static String unwrapped(String markdown) {
    return markdown
        .strip()
        .replaceAll(
            "(?<!\\n|  |\\\\)\\n(?!\\n|[ \\t]*(?:[-*+>#]|\\d+[.)])[ \\t]|[ \\t]*>)[ \\t]*", " ");
  }

  /** However the browser sends its line ends, and whatever stands around the text. */
  private static boolean isSame(String one, String other) {
    return one.strip()
        .replaceAll("[ \\t]*\\R", "\n")
        .equals(other.strip().replaceAll("[ \\t]*\\R", "\n"));
  }

  /** What the letter's own text asks of the writer and they have not said: dots to read it by. */
  private static Writer withDots(
      Writer writer, Campaign campaign, WriteForm form, Map<WriterField, String> errors) {
    String sample = campaign.letter().in(form.language());
    String text = form.draft() + (sample == null ? "" : sample);
    boolean city = text.contains("${writer.city}") && writer.city() == null;
    boolean address = text.contains("${writer.address}") && writer.address().isEmpty();
    if (city) {
      errors.put(WriterField.CITY, "error.needed");
    }
    if (address) {
      errors.put(WriterField.ADDRESS, "error.needed");
    }
    if (text.contains("${writer.country}") && writer.country() == null) {
      errors.put(WriterField.COUNTRY, "error.needed");
    }
    return new Writer(
        writer.name(),
        writer.email(),
        address ? List.of(DOTS) : writer.address(),
        writer.postcode(),
        city ? DOTS : writer.city(),
        writer.country(),
        writer.language(),
        writer.phone(),
        writer.words(),
        writer.safe());
  }
}
