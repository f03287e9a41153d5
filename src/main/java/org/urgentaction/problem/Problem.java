package org.urgentaction.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong or doubtful in an input, with the place where it stands.
 *
 * @param source the file or other source as the user named it, or null where there is none
 * @param line 1-based, 0 where the problem is with the source as a whole
 * @param column 1-based, in code points, 0 where the problem is with the whole line or source
 * @param message what is wrong, in one line
 * @param advice the next step, or null where the message says it already
 */
public record Problem(
    Severity severity,
    @Nullable String source,
    int line,
    int column,
    String message,
    @Nullable String advice) {

  public static Problem error(@Nullable String source, int line, int column, String message) {
    return new Problem(Severity.ERROR, source, line, column, message, null);
  }

  public static Problem warning(@Nullable String source, int line, int column, String message) {
    return new Problem(Severity.WARNING, source, line, column, message, null);
  }

  /** An error with a source (or an option or field) but no line. */
  public static Problem error(@Nullable String source, String message) {
    return error(source, 0, 0, message);
  }

  public Problem advise(String nextStep) {
    return new Problem(severity, source, line, column, message, nextStep);
  }

  /** As compilers print it: {@code path:line:col: error: message; advice}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (source != null) {
      text.append(source).append(':');
      if (line > 0) {
        text.append(line).append(':');
        if (column > 0) {
          text.append(column).append(':');
        }
      }
      text.append(' ');
    }
    text.append(severity.name().toLowerCase(Locale.ROOT)).append(": ").append(message);
    if (advice != null) {
      text.append("; ").append(advice);
    }
    return text.toString();
  }
}
