package org.urgentaction.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

class WriterReaderTest {
  private static Writer read(WriterField field, String value) {
    Map<WriterField, String> values = new HashMap<>(Map.of(WriterField.NAME, "A Name"));
    values.put(field, value);
    return new WriterReader(false).read(values, (at, message) -> Problem.error("--" + at, message));
  }

  private static String refusal(WriterField field, String value) {
    return assertThrows(InvalidInputException.class, () -> read(field, value)).getMessage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Eve\r\nBcc: x@e.org",
        "Eve\nEve",
        "Eve\u202Eevil",
        "Eve\u2066x",
        "Eve\u0000",
        "Eve\uD800",
        "E\u200Eve",
        "E\u2028ve"
      })
  void aNameWithControlOrDirectionCharactersIsRefusedAndNotRepeated(String name) {
    String refusal = refusal(WriterField.NAME, name);
    assertTrue(refusal.contains("U+"), refusal);
    assertFalse(refusal.contains("Eve"), refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "a@b",
        "@e.org",
        "a@",
        "a b@e.org",
        "a@e..org",
        "<a@e.org>",
        "a@e.org,b@e.org",
        "\"a\"@e.org",
        "a@e.org (x)"
      })
  void whatIsNoPlainAddressIsRefused(String email) {
    assertTrue(refusal(WriterField.EMAIL, email).contains("no email address"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@e.org", "anna.o'neil+ua@mail.example.org", "жанна@пример.kz"})
  void plainAddressesOfAnyScriptComeIn(String email) {
    assertEquals(email, read(WriterField.EMAIL, email).email());
  }

  @ParameterizedTest
  @CsvSource({
    "ca,CA",
    "Canada,CA",
    "CAN,CA",
    "Канада,CA",
    "كندا,CA",
    "UK,GB",
    "Etats-Unis,US",
    "Deutschland,DE"
  })
  void countriesAreKnownByCodeAndName(String text, String code) {
    assertEquals(code, read(WriterField.COUNTRY, text).country());
  }

  @Test
  void aCountryNobodyKnowsIsRefused() {
    assertTrue(refusal(WriterField.COUNTRY, "Atlantis").contains("ISO code"));
  }

  @Test
  void nobodyWritesWithoutAName() {
    assertTrue(refusal(WriterField.NAME, "  ").contains("needs a name"));
  }

  @ParameterizedTest
  @CsvSource({"Jane Roe Smith,J. R. S.", "жанна ким,ж. к.", "𝒜lice B,𝒜. B.", "J. Smith,J. S."})
  void initialsAreTheFirstCharactersOfEachName(String name, String initials) {
    Writer writer =
        new WriterReader(true)
            .read(Map.of(WriterField.NAME, name), (field, message) -> Problem.error(null, message));
    assertEquals(initials, writer.signature());
  }
}
