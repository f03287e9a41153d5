package org.urgentaction.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word to pause, resume or cancel.
 *
 * @param target null for the whole campaign
 */
public record Control(
    String campaign,
    @Nullable String target,
    Standing standing,
    @Nullable String reason,
    Instant at) {
  /** A campaign, or one target of it. */
  private record Subject(String campaign, @Nullable String target) {}

  /**
   * What holds still: the last word on each campaign and each target, where it keeps mail back.
   *
   * @param words from the first to the last
   */
  public static List<Control> inForce(List<Control> words) {
    Map<Subject, Control> last = new LinkedHashMap<>();
    words.forEach(word -> last.put(new Subject(word.campaign(), word.target()), word));
    return last.values().stream().filter(word -> word.standing() != Standing.RUNNING).toList();
  }
}
