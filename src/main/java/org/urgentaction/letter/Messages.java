package org.urgentaction.letter;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * The phrases that every letter in one language needs: ICU message patterns with named arguments,
 * so that a phrase can choose its form by the official's gender or a number.
 */
public final class Messages {
  private final Locale language;
  private final String source;
  private final Map<String, MessageFormat> patterns = new HashMap<>();

  Messages(Locale language, String source, Map<String, String> patterns) {
    this.language = language;
    this.source = source;
    patterns.forEach(
        (key, pattern) -> {
          try {
            this.patterns.put(key, new MessageFormat(pattern, ULocale.forLocale(language)));
          } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                Problem.error(source, "%s is no message pattern: %s".formatted(key, e.getMessage()))
                    .advise("see ICU MessageFormat for braces and apostrophes"));
          }
        });
  }

  public Locale language() {
    return language;
  }

  /** A number in the language's digits. */
  public String number(int number) {
    return NumberFormat.getIntegerInstance(ULocale.forLocale(language)).format(number);
  }

  /** Whether there is such a phrase. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** The phrase with its arguments filled in; an argument that is missing is an error. */
  public String get(String key, Map<String, Object> arguments) {
    MessageFormat pattern = patterns.get(key);
    if (pattern == null) {
      throw new InvalidInputException(
          Problem.error(source, "there is no message \"%s\"".formatted(key))
              .advise("add a line %s = …".formatted(key)));
    }
    for (String name : pattern.getArgumentNames()) {
      if (!arguments.containsKey(name)) {
        throw new InvalidInputException(
            Problem.error(source, "%s asks for {%s}, which is not known".formatted(key, name))
                .advise(
                    "known are: "
                        + String.join(", ", arguments.keySet().stream().sorted().toList())));
      }
    }
    synchronized (pattern) {
      return pattern.format(arguments);
    }
  }
}
