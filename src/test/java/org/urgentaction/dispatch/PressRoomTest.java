package org.urgentaction.dispatch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterChoices;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.TemplateFolder;
import org.urgentaction.letter.Templates;
import org.urgentaction.letter.Writer;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.typeset.FontLibrary;

/** What a room keeps changes no byte of a letter. */
class PressRoomTest {
  private static final FontLibrary FONTS = FontLibrary.bundled();
  private static final LetterComposer COMPOSER =
      new LetterComposer(new Templates(TemplateFolder.builtIn()));
  private static final Campaign CAMPAIGN =
      Catalogue.load(Path.of("campaigns")).find("ua-31-22-3").campaign();

  private static Letter letter(
      String language, String country, String name, @Nullable String draft) {
    Writer writer =
        new Writer(name, null, List.of(), null, "Oslo", country, null, null, "My word.", false);
    LetterChoices choices =
        new LetterChoices(
            List.of("president"),
            Locale.forLanguageTag(language),
            draft,
            null,
            LocalDate.of(2023, 5, 2));
    return COMPOSER.compose(new LetterPlanner(CAMPAIGN, choices).orders(writer).get(0));
  }

  private static byte[] alone(Letter letter) {
    return new PressRoom(FONTS, COMPOSER, false).set(letter).pdf();
  }

  @Test
  void aServersRoomMakesTheSameBytesAsAnyOther() {
    PressRoom room = PressRoom.ofServer(FONTS, COMPOSER);
    String words = "Zdzisława Gżegżółka writes ".repeat(200);
    for (Letter letter :
        List.of(
            letter("en", "NO", "Ann Lee", null),
            letter("ar", "CA", "Ann Lee", null),
            letter("en", "NO", "Łukasz Đặng", null),
            letter("en", "NO", "Ann Lee", words),
            letter("en", "NO", "Ann Lee", null))) {
      assertArrayEquals(alone(letter), room.set(letter).pdf());
      assertArrayEquals(alone(letter), room.set(letter).pdf(), "and again");
    }
  }

  @Test
  void soItDoesForManyAtOnceAndForMoreThanItKeeps() {
    PressRoom room = PressRoom.ofServer(FONTS, COMPOSER);
    List<String> countries =
        Stream.of(Locale.getISOCountries()).filter(code -> !code.equals("KZ")).limit(60).toList();
    List<Letter> letters =
        IntStream.range(0, 120)
            .mapToObj(i -> letter("en", countries.get(i % countries.size()), "Ann Lee", null))
            .toList();
    List<byte[]> made = letters.parallelStream().map(letter -> room.set(letter).pdf()).toList();
    for (int i = 0; i < countries.size(); i++) {
      assertArrayEquals(made.get(i), made.get(i + countries.size()), countries.get(i));
    }
    assertArrayEquals(alone(letters.get(0)), made.get(0));
  }

  @Test
  void pagesAreCountedAsTheyAreDrawn() {
    PressRoom room = PressRoom.ofServer(FONTS, COMPOSER);
    for (String draft : List.of("Short.", "A long story. ".repeat(180), "Word ".repeat(2500))) {
      for (String country : List.of("NO", "US")) {
        Letter letter = letter("en", country, "Ann Lee", draft);
        assertEquals(room.set(letter).pages(), room.pages(letter), draft.length() + country);
      }
    }
    assertTrue(room.pages(letter("en", "NO", "Ann Lee", "Word ".repeat(2500))) > 1);
  }

  @Test
  void whatNoFontHasIsSaidWhenPagesAreCountedToo() {
    PressRoom room = PressRoom.ofServer(FONTS, COMPOSER);
    Letter letter = letter("en", "NO", "Ann Lee", "A bird: \uD80C\uDC00");
    InvalidInputException counted =
        assertThrows(InvalidInputException.class, () -> room.pages(letter));
    InvalidInputException drawn = assertThrows(InvalidInputException.class, () -> room.set(letter));
    assertEquals(drawn.problems(), counted.problems());
  }
}
