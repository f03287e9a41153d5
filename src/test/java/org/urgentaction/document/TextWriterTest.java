package org.urgentaction.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextWriterTest {
  private static String text(String language, String body) {
    return new TextWriter()
        .write(
            new HtmlReader("t", Map.of())
                .read("<html lang=%s><title>T</title>".formatted(language) + body));
  }

  @Test
  void blocksArePartedByAnEmptyLine() {
    assertEquals("a\n\nb\n", text("en", "<p>a<p>b"));
  }

  @Test
  void noLineIsLongerThan72Characters() {
    String text = text("en", "<p>" + "freedom of expression ".repeat(40));
    assertTrue(text.lines().allMatch(line -> line.length() <= 72), text);
    assertTrue(text.lines().findFirst().orElseThrow().length() > 60, text);
  }

  @Test
  void thaiIsWrappedBetweenWordsThoughItHasNoSpaces() {
    String text = text("th", "<p>" + "เสรีภาพในการแสดงออก".repeat(12));
    assertTrue(text.lines().count() > 2, text);
  }

  @Test
  void itemsHangUnderTheirMark() {
    assertEquals(
        "- one\n- two\n\n  more\n", text("en", "<ul><li>one<li><p>two</p><p>more</p></ul>"));
    assertEquals("1. one\n2. two\n", text("en", "<ol><li>one<li>two</ol>"));
  }

  @Test
  void aLinkShowsWhereItLeads() {
    assertEquals(
        "see here <https://e.org/x> or a@e.org\n",
        text(
            "en",
            "<p>see <a href='https://e.org/x'>here</a> or <a href='mailto:a@e.org'>a@e.org</a>"));
  }

  @Test
  void roomForASignatureLeavesNoMark() {
    assertEquals("a\n\nb\n", text("en", "<p>a</p><div class=signature></div><p>b</p>"));
  }
}
