package org.urgentaction.importing.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a part of a Word file holds, in the order in which it is read aloud. */
final class WordFlow {
  /** What stands between lines. */
  enum Mark {
    LINE,
    GAP,
    ROW,
    CELL,
    ROW_END
  }

  private record Step(Mark mark, @Nullable RawLine line) {}

  private final List<Step> steps = new ArrayList<>();

  void mark(Mark mark) {
    steps.add(new Step(mark, null));
  }

  void line(RawLine line) {
    steps.add(new Step(Mark.LINE, line));
  }

  /** What a text box holds goes behind the paragraph that it hangs on. */
  void append(WordFlow box) {
    if (!box.steps.isEmpty()) {
      mark(Mark.GAP);
      steps.addAll(box.steps);
      mark(Mark.GAP);
    }
  }

  List<RawLine> lines() {
    List<RawLine> lines = new ArrayList<>();
    for (Step step : steps) {
      if (step.line != null) {
        lines.add(step.line);
      }
    }
    return lines;
  }

  void replay(LineCollector lines) throws UnreadableException {
    for (Step step : steps) {
      if (step.line != null) {
        lines.add(step.line);
      }
      switch (step.mark) {
        case GAP -> lines.gap();
        case ROW -> lines.beginRow();
        case CELL -> lines.beginCell();
        case ROW_END -> lines.endRow();
        case LINE -> {
          // Added above.
        }
      }
    }
  }
}
