package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.urgentaction.letter.BadRowsFile;
import org.urgentaction.letter.ListSurvey;
import org.urgentaction.letter.SupporterList;
import org.urgentaction.letter.Writer;
import org.urgentaction.problem.Problem;

/**
 * Those in whose names a command works, read anew each time they are gone through, and what is to
 * be said of those who were left out.
 */
final class Writers implements Iterable<Writer> {
  private static final int SHOWN = 5;

  private final Iterable<Writer> all;
  private final Writer first;
  private final long count;
  private final long bad;

  private Writers(Iterable<Writer> all, Writer first, long count, long bad) {
    this.all = all;
    this.first = first;
    this.count = count;
    this.bad = bad;
  }

  static Writers of(Writer writer) {
    return new Writers(List.of(writer), writer, 1, 0);
  }

  /**
   * The writers of a list; says how many rows are no writers and puts those into a file beside it.
   *
   * @throws org.urgentaction.problem.InvalidInputException where there is not one good row, or the
   *     list cannot be read to its end
   */
  static Writers of(Workbench bench, SupporterList list) {
    try (BadRowsFile file = new BadRowsFile(Path.of(list.source()))) {
      ListSurvey survey = list.survey(file);
      file.finish().ifPresent(place -> tell(bench, list, survey, place));
      return new Writers(list, survey.first(), survey.good(), survey.bad());
    }
  }

  private static void tell(Workbench bench, SupporterList list, ListSurvey survey, Path place) {
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

  /** How many there are. */
  long count() {
    return count;
  }

  Writer first() {
    return first;
  }

  /** The same writers, each changed as it is asked for. */
  Writers each(UnaryOperator<Writer> change) {
    Iterable<Writer> changed =
        () -> {
          Iterator<Writer> writers = all.iterator();
          return new Iterator<>() {
            @Override
            public boolean hasNext() {
              return writers.hasNext();
            }

            @Override
            public Writer next() {
              return change.apply(writers.next());
            }
          };
        };
    return new Writers(changed, change.apply(first), count, bad);
  }

  /** The status of a run that ended so for the good rows: with bad rows, not all is done. */
  int exitStatus(int status) {
    return bad > 0 && status == ExitStatus.DONE ? ExitStatus.UNFINISHED : status;
  }

  @Override
  public Iterator<Writer> iterator() {
    return all.iterator();
  }
}
