package org.urgentaction.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaperTest {

  @Test
  void lettersAreWrittenOnThePaperOfTheirCountry() {
    for (String country : List.of("US", "CA", "MX", "PH", "CL", "CO", "us")) {
      assertEquals(Paper.LETTER, Paper.forCountry(country), country);
    }
    for (String country : List.of("DE", "KZ", "GB", "BR", "JP", "ZZ", "", "USA", "?")) {
      assertEquals(Paper.A4, Paper.forCountry(country), country);
    }
    assertEquals(Paper.A4, Paper.forCountry(null));
  }
}
