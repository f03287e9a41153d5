package org.urgentaction.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.letter.WriterField;
import org.urgentaction.letter.WriterReader;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Asks a writer who they are; what is saved already are the usual answers. */
final class WriterQuestions {
  /** In place of a saved value that is to go. */
  private static final String NONE = "-";

  private final Map<WriterField, String> saved;

  WriterQuestions(Map<WriterField, String> saved) {
    this.saved = new EnumMap<>(saved);
  }

  private record Step(WriterField field, String text, String help) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(WriterField.NAME, "Your full name", "It stands below your letters."),
          new Step(WriterField.CITY, "Where you live", "A letter says where it comes from."),
          new Step(
              WriterField.COUNTRY,
              "Your country, such as CA",
              "It chooses the embassy that gets a copy, and the size of the paper."),
          new Step(
              WriterField.ADDRESS,
              "Street address, if it may be printed",
              "Printed at the top of letters. ; parts one line from the next."),
          new Step(WriterField.POSTCODE, "Postcode", "It stands beside your city."),
          new Step(
              WriterField.EMAIL,
              "Email address",
              "Letters by email go out in your name, and answers come back here."),
          new Step(WriterField.PHONE, "Phone number", "Printed below your address."),
          new Step(
              WriterField.LANGUAGE,
              "Language you write in, such as en",
              "Letters are in this language where the campaign has it."));

  /** By field; a field that is to go is blank. */
  Map<WriterField, String> answers(Workbench bench) {
    Map<String, String> answers = new Dialogue(bench).ask(this::next);
    Map<WriterField, String> values = new EnumMap<>(WriterField.class);
    for (Step step : STEPS) {
      String answer = answers.getOrDefault(step.field().toString(), "");
      if (answer.equals(NONE)) {
        values.put(step.field(), "");
      } else if (!answer.isEmpty()) {
        values.put(
            step.field(),
            step.field() == WriterField.ADDRESS ? answer.replaceAll("\\s*;\\s*", "\n") : answer);
      }
    }
    return values;
  }

  /** The fields that are to go; they are taken out of the answers. */
  static List<WriterField> removed(Map<WriterField, String> answers) {
    List<WriterField> removed = new ArrayList<>();
    answers.forEach(
        (field, value) -> {
          if (value.isEmpty()) {
            removed.add(field);
          }
        });
    removed.forEach(answers::remove);
    return removed;
  }

  private @Nullable Question next(Map<String, String> answers) {
    for (Step step : STEPS) {
      if (!answers.containsKey(step.field().toString())) {
        String usual = saved.getOrDefault(step.field(), "");
        String leave = usual.isEmpty() ? "" : " A single - forgets it.";
        return new Question(
            step.field().toString(),
            step.text(),
            usual,
            step.field() == WriterField.NAME,
            step.help() + leave,
            answer -> fault(step.field(), answer));
      }
    }
    return null;
  }

  private static Optional<Problem> fault(WriterField field, String answer) {
    if (answer.equals(NONE) && field != WriterField.NAME) {
      return Optional.empty();
    }
    Map<WriterField, String> values = new EnumMap<>(WriterField.class);
    values.put(WriterField.NAME, "Name");
    values.put(field, answer);
    try {
      new WriterReader(false)
          .read(values, (at, message) -> Problem.error(field.toString(), message));
      return Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.of(e.problems().get(0));
    }
  }
}
