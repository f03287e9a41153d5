package org.urgentaction.sending;

import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.urgentaction.letter.ListSurvey;
import org.urgentaction.letter.SupporterList;
import org.urgentaction.letter.Writer;

/** Those in whose names letters are written, read anew each time they are gone through. */
public final class Writers implements Iterable<Writer> {
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

  public static Writers of(Writer writer) {
    return new Writers(List.of(writer), writer, 1, 0);
  }

  /** The good rows of a list that was gone through. */
  public static Writers of(SupporterList list, ListSurvey survey) {
    return new Writers(list, survey.first(), survey.good(), survey.bad());
  }

  /** How many there are. */
  public long count() {
    return count;
  }

  public Writer first() {
    return first;
  }

  /** The same writers, each changed as it is asked for. */
  public Writers each(UnaryOperator<Writer> change) {
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

  /**
   * The program's exit status of a run that ended so for the good rows: with bad rows, not all is
   * done.
   */
  public int exitStatus(int status) {
    return bad > 0 && status == 0 ? 1 : status;
  }

  @Override
  public Iterator<Writer> iterator() {
    return all.iterator();
  }
}
