package org.urgentaction.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.document.Block.Listing;
import org.urgentaction.document.Block.Paragraph;
import org.urgentaction.document.Inline.Text;
import org.urgentaction.problem.InvalidInputException;

class HtmlReaderTest {
  private final HtmlReader reader = new HtmlReader("letter.ftlh", Map.of());

  private Document read(String body) {
    return reader.read("<html lang=fr><title>T</title><body>" + body);
  }

  @Test
  void languageAndTitleComeFromThePage() {
    Document document = read("<p>x");
    assertEquals(Locale.FRENCH, document.language());
    assertEquals("T", document.title());
  }

  @Test
  void aParagraphIsWhatItsClassSays() {
    Document document = read("<p class=salutation>Excellence,<p>Je vous écris.");
    assertEquals(
        List.of(
            new Paragraph(Block.Role.SALUTATION, List.of(new Text("Excellence,"))),
            new Paragraph(Block.Role.BODY, List.of(new Text("Je vous écris.")))),
        document.blocks());
  }

  @Test
  void whiteSpaceFoldsAsInABrowser() {
    Document document = read("<p>  a\n   <b> b </b>\n c <br>  d  </p>");
    assertEquals("a  b  c\nd", Inline.plain(((Paragraph) document.blocks().get(0)).content()));
  }

  @Test
  void anAddressHasALineForEachBreakAndNoEmptyOnes() {
    Document document =
        read("<address class=recipient lang=en>Name<br><br>Street 1<br> City </address>");
    Block.Address address = (Block.Address) document.blocks().get(0);
    assertEquals(
        List.of("Name", "Street 1", "City"), address.lines().stream().map(Inline::plain).toList());
    assertEquals(Locale.ENGLISH, address.language());
    assertEquals(Block.Party.RECIPIENT, address.party());
  }

  @Test
  void itemsOfAListHoldBlocks() {
    Document document = read("<ul><li>one<li><p>two</p><p>more</p></ul>");
    Listing list = (Listing) document.blocks().get(0);
    assertEquals(2, list.items().size());
    assertEquals(2, list.items().get(1).size());
  }

  @Test
  void groupsLeaveNoTrace() {
    assertEquals(read("<p>x"), read("<article><section><div><p>x</p></div></section></article>"));
  }

  @Test
  void wordsInAnotherLanguageKeepIt() {
    Paragraph paragraph = (Paragraph) read("<p>le <span lang=ru>суд</span>").blocks().get(0);
    assertEquals(
        new Inline.Foreign(Locale.forLanguageTag("ru"), List.of(new Text("суд"))),
        paragraph.content().get(1));
  }

  @Test
  void aLinkThatRunsSomethingIsOnlyItsWords() {
    Paragraph paragraph =
        (Paragraph) read("<p><a href='javascript:alert(1)'>x</a>").blocks().get(0);
    assertEquals(List.of(new Text("x")), paragraph.content());
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "script", "iframe", "video", "form"})
  void whatALetterCannotDrawIsNamed(String element) {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class, () -> read("<p>a</p><%s>x</%1$s>".formatted(element)));
    assertTrue(e.getMessage().contains("<" + element + ">"), e.getMessage());
  }

  @Test
  void aPictureThatIsNotAtHandIsNamed() {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class, () -> read("<figure><img src=/etc/passwd></figure>"));
    assertTrue(e.getMessage().contains("/etc/passwd"), e.getMessage());
  }

  @Test
  void aPageWithoutLanguageIsRefused() {
    assertThrows(InvalidInputException.class, () -> reader.read("<title>T</title><p>x"));
  }

  @Test
  void whatIsWrittenAsAPageReadsBackTheSame() {
    Document document =
        read(
            "<address class=recipient>A &amp; B<br>C</address><p class=date>d</p><h1>s</h1>"
                + "<p>x <strong>y</strong> <em>z</em> <a href='https://e.org/?a&amp;b'>l</a></p>"
                + "<ul><li>one<li>two</ul><ol><li>1</ol><div class=signature></div>"
                + "<p class=copy>c &lt;</p>");
    assertEquals(document, reader.read(new HtmlWriter().write(document)));
  }
}
