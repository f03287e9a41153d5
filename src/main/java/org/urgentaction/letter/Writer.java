package org.urgentaction.letter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The person in whose name a letter is written, and what they chose to say of themselves.
 *
 * @param email the mailbox that mail is sent from; printed on paper only with a postal address
 * @param address lines above postcode and city
 * @param country ISO 3166-1 alpha-2
 * @param language of the letter, where they prefer one
 * @param words a personal word in Markdown
 * @param safe signs with initials and place only
 */
public record Writer(
    String name,
    @Nullable String email,
    List<String> address,
    @Nullable String postcode,
    @Nullable String city,
    @Nullable String country,
    @Nullable Locale language,
    @Nullable String phone,
    @Nullable String words,
    boolean safe) {

  /** To be written on. */
  static final String LINE = "_".repeat(14);

  public Writer {
    address = List.copyOf(address);
  }

  /** A writer with nothing of their own: what letters of a campaign have in common is theirs. */
  public static Writer anonymous(@Nullable String country) {
    return new Writer("–", null, List.of("–"), null, "–", country, null, null, null, false);
  }

  /**
   * Whoever prints the letter and fills in place, date and name with a pen.
   *
   * @param country ISO 3166-1 alpha-2; null where it may be any
   */
  public static Writer byHand(@Nullable String country) {
    return new Writer(LINE, null, List.of(), null, LINE, country, null, null, null, false);
  }

  /** Whether what is the writer's is left open. */
  boolean isByHand() {
    return name.equals(LINE);
  }

  /** The same writer with another personal word. */
  public Writer withWords(String text) {
    return new Writer(name, email, address, postcode, city, country, language, phone, text, safe);
  }

  /** The name as it is signed: in full, or its initials (J. R. O.) where the writer is safe. */
  public String signature() {
    if (!safe) {
      return name;
    }
    return Stream.of(name.split("[\\s.]+"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)) + ".")
        .collect(Collectors.joining(" "));
  }
}
