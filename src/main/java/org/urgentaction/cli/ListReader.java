package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.urgentaction.letter.BadRowsFile;
import org.urgentaction.letter.ListSurvey;
import org.urgentaction.letter.SupporterList;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.Writers;

/** Reads a list for a command, and says which rows are no writers and where they were put. */
final class ListReader {
  private static final int SHOWN = 5;

  private final Workbench bench;

  ListReader(Workbench bench) {
    this.bench = bench;
  }

  /**
   * The writers of a list; says how many rows are no writers and puts those into a file beside it.
   *
   * @throws org.urgentaction.problem.InvalidInputException where there is not one good row, or the
   *     list cannot be read to its end
   */
  Writers read(SupporterList list) {
    try (BadRowsFile file = new BadRowsFile(Path.of(list.source()))) {
      ListSurvey survey = list.survey(file);
      file.finish().ifPresent(place -> tell(list, survey, place));
      return Writers.of(list, survey);
    }
  }

  private void tell(SupporterList list, ListSurvey survey, Path place) {
    for (Problem problem : survey.problems().stream().limit(SHOWN).toList()) {
      bench.terminal().err().println(problem);
    }
    Path parent = Optional.ofNullable(Path.of(list.source()).getParent()).orElse(Path.of(""));
    bench
        .terminal()
        .err()
        .println(
            """
            %s: %d of %d rows left out. They are in %s, what is
            wrong with each in its last column: correct them there, and give that file as the list."""
                .formatted(
                    list.source(),
                    survey.bad(),
                    survey.good() + survey.bad(),
                    parent.resolve(place.getFileName())));
  }
}
