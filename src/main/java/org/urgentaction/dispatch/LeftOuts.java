package org.urgentaction.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The letters that are not sent, counted by why: however many they are, this stays small. */
public record LeftOuts(List<Group> groups) {
  /** None. */
  public static final LeftOuts NONE = new LeftOuts(List.of());

  public LeftOuts {
    groups = List.copyOf(groups);
  }

  /**
   * Letters left out for the same reason.
   *
   * @param target empty where they are to several
   * @param examples the first few
   * @param until the earliest moment at which one of them may be tried again
   */
  public record Group(
      LeftOut.Reason reason,
      String target,
      String words,
      int count,
      List<Assignment> examples,
      @Nullable Instant until) {
    public Group {
      examples = List.copyOf(examples);
    }
  }

  /** All of them. */
  public int count() {
    return groups.stream().mapToInt(Group::count).sum();
  }

  public int count(LeftOut.Reason reason) {
    return groups.stream().filter(group -> group.reason() == reason).mapToInt(Group::count).sum();
  }

  /** Whether some of what was asked for is not done yet. */
  public boolean open() {
    return groups.stream().anyMatch(group -> group.reason().open());
  }

  /** Whether a safety gate or a person's word keeps some of them from being sent. */
  public boolean refused() {
    return count(LeftOut.Reason.GATE) + count(LeftOut.Reason.CANCELLED) > 0;
  }

  /** How many will go in time, or when somebody resumes them. */
  public int passing() {
    return groups.stream().filter(group -> group.reason().passes()).mapToInt(Group::count).sum();
  }

  /** When the first of them may be tried again. */
  public Optional<Instant> earliest() {
    return groups.stream().map(Group::until).filter(Objects::nonNull).min(Instant::compareTo);
  }

  /** Whether this one was counted, or one like it. */
  boolean likeness(LeftOut left) {
    return groups.stream()
        .anyMatch(
            group ->
                group.reason() == left.reason()
                    && group.target().equals(left.assignment().key().target())
                    && group.words().equals(left.words()));
  }
}
