package org.urgentaction.fax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.problem.InvalidInputException;

class DialledNumberTest {
  private static String from(String number, @Nullable String office, @Nullable String writer) {
    return new DialledNumber().from("ua-31-22-3", number, office, writer);
  }

  @ParameterizedTest
  @CsvSource({
    "+7 7172 74-56-31, CA, 011 7 7172 74 56 31",
    "+7 7172 74-56-31, GB, 00 7 7172 74 56 31",
    "+7 7172 74-56-31, AU, 0011 7 7172 74 56 31",
    "+7 7172 74-56-31, JP, 010 7 7172 74 56 31",
    "+7 7172 74-56-31, KZ, 8 (7172) 74 56 31",
    "+1 613 695-8755, CA, 1 (613) 695-8755",
    "+1 613 695-8755, US, 1 (613) 695-8755",
    "+44 20 7930 8990, GB, 020 7930 8990",
    "+44 20 7930 8990, FR, 00 44 20 7930 8990"
  })
  void aNumberIsShownAsItIsDialled(String number, String writer, String dialled) {
    assertEquals(dialled, from(number, "KZ", writer));
  }

  @Test
  void aNumberWithoutACountrysCodeIsTheOfficesOwn() {
    assertEquals("00 44 20 7930 8990", from("020 7930 8990", "GB", "DE"));
  }

  @Test
  void whoSaysNoCountryIsShownTheInternationalForm() {
    assertEquals("+7 7172 74 56 31", from("+7 7172 74-56-31", "KZ", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999 123", "12", "+", "fax", "+7 7172", "+7 7172 74-56-31 74-56-31-00"})
  void whatNobodyCanDialIsRefused(String number) {
    InvalidInputException refusal =
        assertThrows(InvalidInputException.class, () -> from(number, "KZ", "CA"));
    assertTrue(refusal.getMessage().contains(number), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("cannot be dialled"), refusal.getMessage());
  }
}
