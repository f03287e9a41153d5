package org.urgentaction.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.LetterFormats;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterAdvice;
import org.urgentaction.letter.Writer;
import org.urgentaction.letter.WriterField;
import org.urgentaction.problem.Problem;

/**
 * What has become of a form: letters, where they could be made, and what is to be said of them.
 *
 * @param form with the draft as it now stands
 * @param writer null where what was typed makes none yet
 * @param letters to read; with dots for what is missing where there are errors
 * @param formats that makes files of them
 * @param pages of the first letter, 0 where there is none
 * @param errors by field, as keys of phrases: nothing goes out before they are mended
 * @param problems that belong to no field
 */
record Written(
    WriteForm form,
    @Nullable Writer writer,
    List<Letter> letters,
    @Nullable LetterFormats formats,
    int pages,
    List<LetterAdvice.Remark> advice,
    Map<WriterField, String> errors,
    List<Problem> problems) {
  Written {
    letters = List.copyOf(letters);
    advice = List.copyOf(advice);
    errors = Map.copyOf(errors);
    problems = List.copyOf(problems);
  }

  /** Whether the letters can go out as they are. */
  boolean complete() {
    return errors.isEmpty() && problems.isEmpty() && !letters.isEmpty();
  }
}
