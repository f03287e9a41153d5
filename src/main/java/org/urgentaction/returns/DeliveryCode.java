package org.urgentaction.returns;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An enhanced mail system status code (RFC 3463).
 *
 * @param category 2 success, 4 persistent transient failure, 5 permanent failure
 */
public record DeliveryCode(int category, int subject, int detail) {
  private static final Pattern CODE =
      Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.]*\\d)");

  /** The first one that stands in a text. */
  public static Optional<DeliveryCode> find(String text) {
    Matcher found = CODE.matcher(text);
    return found.find()
        ? Optional.of(
            new DeliveryCode(
                Integer.parseInt(found.group(1)),
                Integer.parseInt(found.group(2)),
                Integer.parseInt(found.group(3))))
        : Optional.empty();
  }

  /**
   * Whether the mailbox or its domain is gone, as against full, too small for this message, or
   * guarded by a filter, all of which may be different next time.
   */
  public boolean addressIsDead() {
    boolean noSuchAddress = subject == 1 && detail != 8 && detail != 7; // those blame the sender
    boolean disabled = subject == 2 && detail == 1;
    return category == 5 && (noSuchAddress || disabled);
  }

  public boolean permanent() {
    return category == 5;
  }

  @Override
  public String toString() {
    return category + "." + subject + "." + detail;
  }
}
