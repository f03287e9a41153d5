package org.urgentaction.importing.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.ValueKind;
import org.urgentaction.importing.Found;
import org.urgentaction.problem.Problem;

/** Lets found values into a campaign that its reader will take; the others become remarks. */
final class Sieve {
  private static final int SHOWN = 80;

  private final Remarks remarks;

  Sieve(Remarks remarks) {
    this.remarks = remarks;
  }

  /** A value that is not text itself. */
  <T> @Nullable T value(
      String path, @Nullable Found<T> found, ValueKind kind, Function<T, String> written) {
    if (found == null || refused(path, found.line(), kind, written.apply(found.value()))) {
      return null;
    }
    doubt(path, found.line(), found.doubt());
    return found.value();
  }

  /** A text on one line. */
  @Nullable String line(String path, @Nullable Found<String> found, ValueKind kind) {
    if (found == null) {
      return null;
    }
    String text = CleanText.line(found.value());
    if (text.isEmpty() || refused(path, found.line(), kind, text)) {
      return null;
    }
    return noted(path, found, text);
  }

  /** Such texts, each once. */
  List<String> lines(String path, List<Found<String>> found, ValueKind kind) {
    List<String> lines = new ArrayList<>();
    for (Found<String> each : found) {
      String text = CleanText.line(each.value());
      if (!text.isEmpty() && !lines.contains(text) && !refused(path, each.line(), kind, text)) {
        lines.add(noted(path + "[" + lines.size() + "]", each, text));
      }
    }
    return lines;
  }

  /** The text as it goes into the file; what is doubtful of it is remarked. */
  String noted(String path, Found<String> found, String text) {
    doubt(path, found.line(), found.doubt());
    if (CleanText.hides(found.value())) {
      remarks.check(path, at(found.line()) + "held characters that cannot be seen; they are gone");
    }
    return text;
  }

  void doubt(String path, int line, @Nullable String doubt) {
    if (doubt != null) {
      remarks.check(path, at(line) + doubt);
    }
  }

  private boolean refused(String path, int line, ValueKind kind, String text) {
    Optional<Problem> fault = kind.fault(path.substring(path.lastIndexOf('.') + 1), text);
    fault.ifPresent(
        problem ->
            remarks.check(
                path,
                "%sleft out: %s"
                    .formatted(
                        at(line),
                        text.length() > SHOWN
                            ? text.substring(0, SHOWN) + "…"
                            : problem.message())));
    return fault.isPresent();
  }

  private static String at(int line) {
    return line > 0 ? "line " + line + ": " : "";
  }
}
