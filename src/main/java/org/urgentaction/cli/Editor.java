package org.urgentaction.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Opens a draft in the user's own editor, as {@code git commit} does, and takes what they made. */
final class Editor {
  private static final String SCISSORS = "------------------------ >8 ------------------------";
  private static final String HELP =
      "\n\n"
          + SCISSORS
          + "\nWrite the letter in your own words above this line; what stands below is left out.\n"
          + "Greeting, closing, date and your name are added. An empty text stops everything.\n";

  private final Workbench bench;

  Editor(Workbench bench) {
    this.bench = bench;
  }

  /**
   * The text as its writer left it.
   *
   * @throws InvalidInputException where there is no editor, it fails, or the text is empty
   */
  String edited(String draft) {
    String command = command();
    Path file = null;
    try {
      file = Files.createTempFile("letter-", ".md");
      Files.writeString(file, draft.stripTrailing() + HELP);
      int status =
          new ProcessBuilder("sh", "-c", command + " \"$1\"", "editor", file.toString())
              .inheritIO()
              .start()
              .waitFor();
      if (status != 0) {
        throw invalid("the editor ended with status " + status, "nothing was written");
      }
      String text = LetterOptions.text(file);
      int cut = text.indexOf(SCISSORS);
      String kept = (cut < 0 ? text : text.substring(0, cut)).strip();
      if (kept.isEmpty()) {
        throw invalid("the letter was left empty", "nothing was written");
      }
      return kept;
    } catch (IOException e) {
      throw invalid("the editor cannot be started", "set EDITOR to one that is installed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw invalid("editing was interrupted", "nothing was written");
    } finally {
      delete(file);
    }
  }

  private String command() {
    String visual = bench.environment("VISUAL");
    String editor = visual != null ? visual : bench.environment("EDITOR");
    if (editor == null) {
      throw invalid("no editor is set", "set EDITOR, or write the text to a file for --words");
    }
    return editor;
  }

  /** The draft is the writer's own words: it must not stay behind. */
  private void delete(@Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        bench.note("The draft could not be deleted: " + file);
      }
    }
  }

  private static InvalidInputException invalid(String message, String advice) {
    return new InvalidInputException(Problem.error("--edit", message).advise(advice));
  }
}
