package org.urgentaction.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.urgentaction.campaign.Placeholders.Literal;
import org.urgentaction.campaign.Placeholders.Name;

/** Placeholders are found where they stand and nowhere else. */
class PlaceholdersTest {

  @Test
  void aTextIsTakenApart() {
    assertEquals(
        List.of(
            new Literal("From "),
            new Name("writer.city", 5, true),
            new Literal(", $5 {x} "),
            new Name("words", 28, true)),
        Placeholders.parse("From ${writer.city}, $5 {x} ${ words }"));
    assertEquals(List.of(), Placeholders.parse(""));
    assertEquals(List.of(new Literal("$")), Placeholders.parse("$"));
  }

  @Test
  void whatIsNotClosedOnItsLineIsNoPlaceholder() {
    List<Name> names = Placeholders.namesIn("${date\n} ${date}");
    assertFalse(names.get(0).closed());
    assertFalse(names.get(0).isKnown());
    assertTrue(names.get(1).isKnown());
  }
}
