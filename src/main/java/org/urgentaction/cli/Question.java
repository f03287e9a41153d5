package org.urgentaction.cli;

import java.util.Optional;
import java.util.function.Function;
import org.urgentaction.problem.Problem;

/**
 * One question of a {@link Dialogue}.
 *
 * @param key under which its answer is kept
 * @param text what is asked, without what stands for an empty answer
 * @param usual the answer that an empty line stands for; empty where it leaves the thing out
 * @param needed whether there must be an answer
 * @param help for whoever answers {@code ?}
 * @param judge what is wrong with an answer; empty where nothing is
 */
record Question(
    String key,
    String text,
    String usual,
    boolean needed,
    String help,
    Function<String, Optional<Problem>> judge) {

  /** The same with a usual answer. */
  Question usually(String answer) {
    return new Question(key, text, answer, needed, help, judge);
  }

  /** The same, to be answered in any case. */
  Question mustBe() {
    return new Question(key, text, usual, true, help, judge);
  }

  String prompt() {
    return usual.isEmpty() ? text + ": " : "%s [%s]: ".formatted(text, usual.replace("\n", "; "));
  }
}
