package org.urgentaction.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.LineWrap;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Asks one question after the other, a line each, and judges every answer at once. {@code ?} asks
 * for help, {@code <} goes back. Works with a person and with a file of answers alike.
 */
final class Dialogue {
  private static final String HELP = "?";
  private static final String BACK = "<";

  private final Terminal terminal;
  private int line;

  Dialogue(Workbench bench) {
    this.terminal = bench.terminal();
  }

  /**
   * All answers by key, in the order in which they were given; what was left out is an empty text.
   *
   * @param next the question that follows from the answers so far; null where there is none
   * @throws RefusedException where the answers end before the questions do
   * @throws InvalidInputException where an answer is wrong and nobody is there to mend it
   */
  Map<String, String> ask(Function<Map<String, String>, @Nullable Question> next) {
    if (terminal.interactive()) {
      say("An empty answer leaves a thing out. ? explains, < goes back, Ctrl-D stops.");
    }
    Map<String, String> answers = new LinkedHashMap<>();
    for (Question question = next.apply(answers);
        question != null;
        question = next.apply(answers)) {
      String answer = answer(question);
      if (answer.equals(BACK)) {
        List<String> keys = new ArrayList<>(answers.keySet());
        if (!keys.isEmpty()) {
          answers.remove(keys.get(keys.size() - 1));
        }
      } else {
        answers.put(question.key(), answer);
      }
    }
    return answers;
  }

  private String answer(Question question) {
    while (true) {
      String answer = read(question);
      if (answer.equals(HELP)) {
        say(question.help().isEmpty() ? "There is nothing more to say." : question.help());
      } else if (answer.equals(BACK)) {
        return BACK;
      } else {
        String meant = answer.isEmpty() ? question.usual() : answer;
        Optional<Problem> fault = fault(question, meant);
        if (fault.isEmpty()) {
          return meant;
        }
        refuse(fault.get());
      }
    }
  }

  private static Optional<Problem> fault(Question question, String answer) {
    if (!answer.isEmpty()) {
      return question.judge().apply(answer);
    }
    return question.needed()
        ? Optional.of(
            Problem.error(question.key(), "this is needed").advise("? says what it is for"))
        : Optional.empty();
  }

  private void refuse(Problem fault) {
    if (!terminal.interactive()) {
      throw new InvalidInputException(
          new Problem(fault.severity(), "answers", line, 0, fault.message(), fault.advice()));
    }
    say(fault.message() + (fault.advice() == null ? "" : "; " + fault.advice()));
  }

  private String read(Question question) {
    if (terminal.interactive()) {
      terminal.err().print(question.prompt());
      terminal.err().flush();
    }
    try {
      String answer = terminal.in().readLine();
      line++;
      if (answer == null) {
        if (terminal.interactive()) {
          terminal.err().println();
        }
        throw new RefusedException(
            "nothing was written: the answers end at \"%s\".".formatted(question.text()));
      }
      return answer.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void say(String text) {
    new LineWrap(Locale.ENGLISH, terminal.width() - 2)
        .lines(text)
        .forEach(part -> terminal.err().println("  " + part));
  }
}
