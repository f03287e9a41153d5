package org.urgentaction.campaign;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an Urgent Action in its series, printed {@code 31/22}.
 *
 * @param number 1 to 9999
 * @param year the last two digits
 */
public record UaNumber(int number, int year) implements Comparable<UaNumber> {
  private static final Pattern PRINTED =
      Pattern.compile("(?:UA[\\s:-]*)?(\\d{1,4})\\s*[/.-]\\s*(?:19|20)?(\\d\\d)");

  /** Reads 31/22, 31.22, 31-22, 31/2022 and the same with UA before it. */
  public static Optional<UaNumber> parse(String text) {
    Matcher matcher = PRINTED.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new UaNumber(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
  }

  @Override
  public int compareTo(UaNumber other) {
    return year != other.year
        ? Integer.compare(year, other.year)
        : Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d/%02d", number, year);
  }
}
