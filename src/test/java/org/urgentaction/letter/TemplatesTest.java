package org.urgentaction.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

class TemplatesTest {
  @TempDir Path folder;

  private String render(String template, Map<String, ?> model) throws IOException {
    Files.writeString(folder.resolve("letter.ftlh"), template);
    return new Templates(TemplateFolder.over(folder))
        .render("letter.ftlh", Locale.CANADA_FRENCH, model);
  }

  private Problem problem(String template) {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () -> render(template, Map.of("name", "x", "list", List.of("a"))));
    return e.problems().get(0);
  }

  @Test
  void everythingIsEscapedAsHtml() throws IOException {
    assertEquals("&lt;b&gt; &amp;", render("${name}", Map.of("name", "<b> &")));
  }

  @Test
  void aRegionsTemplateGoesBeforeALanguagesAndThatBeforeTheGeneralOne() throws IOException {
    assertEquals("general", render("general", Map.of()));
    Files.writeString(folder.resolve("letter_fr.ftlh"), "fr");
    assertEquals("fr", render("general", Map.of()));
    Files.writeString(folder.resolve("letter_fr_CA.ftlh"), "fr_CA");
    assertEquals("fr_CA", render("general", Map.of()));
  }

  @Test
  void aMistakeIsShownWithTemplateLineAndColumn() {
    Problem problem = problem("one\n  ${missing}\n");
    assertEquals(folder.resolve("letter.ftlh").toString(), problem.source());
    assertEquals(2, problem.line());
    assertEquals(5, problem.column());
    assertTrue(problem.message().contains("missing"), problem.message());
    assertFalse(problem.toString().contains("\n"), problem.toString());
  }

  @Test
  void aSyntaxErrorIsShownWithTemplateLineAndColumn() {
    Problem problem = problem("one\n<#if name>\n");
    assertEquals(2, problem.line());
    assertFalse(problem.message().isBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${name.class}",
        "${name?api.class}",
        "<#assign x = 'freemarker.template.utility.Execute'?new()>${x('id')}",
        "<#assign x = 'freemarker.template.utility.ObjectConstructor'?new()>",
        "<#include '/etc/passwd'>",
        "<#include '../../../../etc/passwd'>",
        "<#include 'file:///etc/passwd'>",
        "${list.getClass()}",
        "${.data_model.class.forName('java.lang.Runtime')}",
        "<#list 1..100000000 as i>0123456789</#list>"
      })
  void aTemplateReachesNoClassNoOtherFileAndNoEnd(String template) {
    Problem problem = problem(template);
    assertFalse(problem.toString().contains("root:"), problem.toString());
    assertFalse(problem.toString().contains("\n"), problem.toString());
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class, () -> TemplateFolder.over(folder.resolve("nowhere")));
    assertTrue(e.getMessage().contains("nowhere"), e.getMessage());
  }

  @Test
  void aUsersPhraseStandsInForOneOfTheProgramsAndLeavesTheOthers() throws IOException {
    Files.writeString(folder.resolve("messages_fr.properties"), "closing=Salutations,\n");
    Messages messages =
        TemplateFolder.over(folder).messages("messages", Locale.CANADA_FRENCH).orElseThrow();
    assertEquals("Salutations,", messages.get("closing", Map.of()));
    assertFalse(messages.get("subject", Map.of("people", "X")).isBlank());
  }

  @Test
  void aPhraseThatIsNoPatternIsNamed() throws IOException {
    Files.writeString(folder.resolve("messages_fr.properties"), "closing={oops\n");
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () -> TemplateFolder.over(folder).messages("messages", Locale.FRENCH));
    assertTrue(e.getMessage().contains("closing"), e.getMessage());
    assertTrue(e.getMessage().contains("messages_fr.properties"), e.getMessage());
  }

  @Test
  void noOtherLanguageStandsInForOneWithoutPhrases() {
    assertTrue(
        TemplateFolder.builtIn().messages("messages", Locale.forLanguageTag("eo")).isEmpty());
  }
}
