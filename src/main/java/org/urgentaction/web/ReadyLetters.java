package org.urgentaction.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.dispatch.Format;
import org.urgentaction.dispatch.LetterFormats;
import org.urgentaction.dispatch.PressRoom;
import org.urgentaction.document.Document;
import org.urgentaction.fax.FaxResolution;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterChoices;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.Templates;
import org.urgentaction.letter.Writer;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.typeset.FontLibrary;

/**
 * The letters of an open action that anybody can print and fill in with a pen: one to each official
 * in each of its languages, with lines for place, date and name.
 */
final class ReadyLetters {
  private static final List<Format> FORMATS = List.of(Format.PDF, Format.DOCX);
  private static final String FOLDER = "letters/";

  private final LetterComposer composer;
  private final FontLibrary fonts;
  private final Clock clock;
  private final @Nullable String country;

  /**
   * @param country of those who will write, or null for any
   */
  ReadyLetters(Templates templates, FontLibrary fonts, Clock clock, @Nullable String country) {
    this.composer = new LetterComposer(templates);
    this.fonts = fonts;
    this.clock = clock;
    this.country = country;
  }

  /**
   * Makes the files of all letters, beside the action's page.
   *
   * @param trouble hears of letters that cannot be made; they are left out
   * @return those that were
   */
  List<Letter> make(
      Case shown,
      List<Locale> languages,
      BiConsumer<String, byte[]> files,
      Consumer<InvalidInputException> trouble) {
    List<Letter> made = new ArrayList<>();
    if (!shown.open()) {
      return made;
    }
    Campaign campaign = shown.campaign();
    PressRoom press = new PressRoom(fonts, composer, false);
    for (Locale language : languages) {
      LetterPlanner planner =
          new LetterPlanner(
              campaign, new LetterChoices(List.of(), language, null, null, shown.today()));
      LetterFormats formats =
          new LetterFormats(press, composer, planner, FaxResolution.FINE, clock);
      for (LetterOrder order : planner.orders(Writer.byHand(country))) {
        try {
          Letter letter = composer.compose(order);
          Map<String, byte[]> whole = new LinkedHashMap<>();
          for (Format format : FORMATS) {
            whole.put(name(order, format), formats.render(letter, format).bytes());
          }
          whole.forEach(files);
          made.add(letter);
        } catch (InvalidInputException e) {
          trouble.accept(e);
        }
      }
    }
    return made;
  }

  /** What a page says of them, by official: the reader's language first, then the official's. */
  static Map<String, List<Map<String, @Nullable Object>>> model(
      List<Letter> letters, Campaign campaign, Wording wording) {
    Map<String, List<Map<String, @Nullable Object>>> model = new HashMap<>();
    letters.stream()
        .sorted(Comparator.comparingInt(letter -> rank(letter, campaign, wording)))
        .forEach(
            letter ->
                model
                    .computeIfAbsent(letter.order().recipient().id(), id -> new ArrayList<>())
                    .add(model(letter, wording)));
    return model;
  }

  private static int rank(Letter letter, Campaign campaign, Wording wording) {
    Locale language = letter.order().language();
    int preferred = campaign.preferredLanguages().indexOf(language);
    return language.getLanguage().equals(wording.language().getLanguage())
        ? 0
        : preferred >= 0 ? 1 + preferred : Integer.MAX_VALUE;
  }

  private static Map<String, @Nullable Object> model(Letter letter, Wording wording) {
    Locale language = letter.order().language();
    Map<String, @Nullable Object> model = new HashMap<>(MailWays.of(letter));
    model.put("tag", language.toLanguageTag());
    model.put("dir", Document.isRightToLeft(language) ? "rtl" : "ltr");
    model.put("name", wording.language(language));
    for (Format format : FORMATS) {
      model.put(format.ending(), name(letter.order(), format));
    }
    return model;
  }

  private static String name(LetterOrder order, Format format) {
    return FOLDER + LetterFormats.name(order) + "." + format.ending();
  }
}
