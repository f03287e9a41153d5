package org.urgentaction.importing.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.importing.IssuedDocument;
import org.urgentaction.importing.IssuedLine;
import org.urgentaction.importing.IssuedLine.Kind;

/** What of a web page is the action's own text. */
class WebPageFileTest {
  @TempDir Path folder;

  private IssuedDocument read(String page) throws IOException {
    Path file = folder.resolve("action.html");
    Files.writeString(file, page);
    return new DocumentReader().read(file);
  }

  private List<String> texts(String body) throws IOException {
    return read("<!DOCTYPE html><html><body>" + body + "</body></html>").lines().stream()
        .map(IssuedLine::text)
        .toList();
  }

  @Test
  void linesEndAtBreaksBlocksAndCells() throws IOException {
    assertEquals(
        List.of("Minister of Justice", "Street 1", "Harbour Town", "Fax: +999 1", "Dear Minister"),
        texts(
            "<p>Minister\n of <b>Justice</b><br>Street 1<br/>Harbour&nbsp;Town</p>"
                + "<table><tr><td>Fax:</td><td>+999 1</td></tr></table><div>Dear Minister</div>"));
  }

  @Test
  void whatFramesAPageOrIsHiddenIsLeftOut() throws IOException {
    assertEquals(
        List.of("Free the librarian", "A note at the side"),
        texts(
            "<nav>Home <a>News</a></nav><div role='navigation'>Menu</div>"
                + "<div id='cookie-banner'>We use cookies</div><script>var a</script>"
                + "<style>p{}</style><main><h1>Free the librarian</h1>"
                + "<p style='color:red; display: none'>hidden</p><p hidden>hidden</p>"
                + "<aside>A note at the side</aside><button>Share</button></main>"
                + "<footer>Imprint</footer>"));
  }

  @Test
  void aPageThatIsAllFrameIsReadAllTheSame() throws IOException {
    assertEquals(List.of("Free the librarian"), texts("<nav><p>Free the librarian</p></nav>"));
  }

  @Test
  void headingsItemsLinksAndBoldAreKnown() throws IOException {
    List<IssuedLine> lines =
        read("<html><h2>Take action</h2><ol><li>Write <a href='https://form.example/a'>here</a>"
                + "</li><li><strong>Tell us</strong></li></ol><p><b>Dear</b> Minister</p></html>")
            .lines();
    assertEquals(
        List.of(Kind.HEADING, Kind.ITEM, Kind.ITEM, Kind.TEXT),
        lines.stream().map(IssuedLine::kind).toList());
    assertEquals(List.of("https://form.example/a"), lines.get(1).links());
    assertTrue(lines.get(2).strong());
    assertFalse(lines.get(3).strong());
  }

  @Test
  void titleAndLanguageAreThePagesOwn() throws IOException {
    IssuedDocument page =
        read("<html lang='fr-CA'><head><title>Action urgente</title></head><p>Écrivez</p></html>");
    assertEquals("Action urgente", page.title());
    assertEquals("fr", page.language());
  }

  @Test
  void aMaskedAddressStaysMasked() throws IOException {
    assertEquals(
        List.of("Email: [email protected]"),
        texts(
            "<p>Email: <a href='/cdn-cgi/l/email-protection' class='__cf_email__'"
                + " data-cfemail='543931'>[email&#160;protected]</a></p>"));
  }

  @Test
  void theCharsetThatAPageStatesIsUsed() throws IOException {
    Path file = folder.resolve("action.htm");
    Files.write(
        file,
        "<html><meta charset='windows-1251'><p>Освободите библиотекаря</p>"
            .getBytes(Charset.forName("windows-1251")));
    assertEquals("Освободите библиотекаря", new DocumentReader().read(file).lines().get(0).text());
  }

  @Test
  void picturesWithinAPageDoNotCount() throws IOException {
    assertEquals(
        List.of("Free the librarian"),
        texts(
            "<img src='data:image/png;base64,"
                + "QUJD".repeat(3_000_000)
                + "'><p>Free the librarian</p>"));
  }

  @Test
  void aWebArchiveIsReadByItsPage() throws IOException {
    Path file = folder.resolve("action.mhtml");
    Files.writeString(
        file,
        String.join(
            "\r\n",
            "From: <Saved by Blink>",
            "Subject: Action",
            "MIME-Version: 1.0",
            "Content-Type: multipart/related; type=\"text/html\"; boundary=\"x\"",
            "",
            "--x",
            "Content-Type: text/html; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "<html><p>Lib=C3=A9rez la biblio=",
            "th=C3=A9caire</p></html>",
            "--x--",
            ""));
    assertEquals(
        "Libérez la bibliothécaire", new DocumentReader().read(file).lines().get(0).text());
  }
}
