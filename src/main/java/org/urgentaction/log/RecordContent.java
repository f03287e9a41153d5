package org.urgentaction.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Channel;

/**
 * What one record says, as the text that its seal covers: an action after a change, its place in
 * its process's chain, and whose change it was.
 *
 * @param version how many changes the action has seen
 * @param recorded when it was written, UTC
 */
record RecordContent(
    String chain, long number, long version, String actor, String recorded, ActionRecord action) {
  private static final int FIELDS = 6 + ActionRow.COUNT;

  /** Fields in an order that never changes; a time without milliseconds has no place for them. */
  String text() {
    @Nullable String[] place = {
      chain, Long.toString(number), action.id(), Long.toString(version), actor, recorded
    };
    @Nullable String[] columns = ActionRow.columns(action, action.at().toString());
    @Nullable String[] fields = Arrays.copyOf(place, FIELDS);
    System.arraycopy(columns, 0, fields, place.length, columns.length);
    return Seal.canonicalText(fields);
  }

  /** Empty where it is none that {@link #text} writes. */
  static Optional<RecordContent> parse(String text) {
    List<@Nullable String> fields = Seal.fields(text);
    if (fields.size() != FIELDS) {
      return Optional.empty();
    }
    try {
      Iterator<@Nullable String> next = fields.iterator();
      String chain = present(next);
      long number = Long.parseLong(present(next));
      String id = present(next);
      long version = Long.parseLong(present(next));
      String actor = present(next);
      String recorded = present(next);
      ActionRecord action =
          new ActionRecord(
              new ActionKey(
                  present(next),
                  present(next),
                  Channel.parse(present(next)).orElseThrow(),
                  present(next)),
              new ActionDetails(present(next), next.next(), next.next()),
              ActionState.parse(present(next)).orElseThrow(),
              Instant.parse(present(next)),
              next.next(),
              next.next(),
              next.next(),
              next.next());
      return action.id().equals(id)
          ? Optional.of(new RecordContent(chain, number, version, actor, recorded, action))
          : Optional.empty();
    } catch (NoSuchElementException | NumberFormatException | DateTimeException e) {
      return Optional.empty(); // whoever reads it says that it was altered
    }
  }

  private static String present(Iterator<@Nullable String> fields) {
    String field = fields.next();
    if (field == null) {
      throw new NoSuchElementException("a field that every record has");
    }
    return field;
  }
}
