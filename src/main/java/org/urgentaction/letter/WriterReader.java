package org.urgentaction.letter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.EmailAddresses;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.problem.UnsafeCharacters;

/**
 * Makes a {@link Writer} of what options, a profile or a row of a list say, and refuses what cannot
 * be: the one door through which a writer comes in.
 */
public final class WriterReader {
  private static final int LONGEST = 200;
  private static final int LONGEST_WORDS = 20_000;

  /** Where a value stood, for messages; the value itself is never repeated in one. */
  public interface Place {
    Problem problem(WriterField field, String message);
  }

  private final boolean safe;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param safe whether the writers sign with initials and place
   */
  public WriterReader(boolean safe) {
    this.safe = safe;
  }

  /**
   * A writer of these values; blank ones count as not given.
   *
   * @throws InvalidInputException with all that is wrong with them
   */
  public Writer read(Map<WriterField, String> values, Place place) {
    problems.clear();
    values.forEach((field, value) -> check(field, value, place));
    String name = name(values);
    if (name == null) {
      problems.add(place.problem(WriterField.NAME, "a writer needs a name"));
    }
    String email = value(values, WriterField.EMAIL);
    if (email != null && !isAddress(email)) {
      problems.add(
          place
              .problem(WriterField.EMAIL, "this is no email address")
              .advise("an address looks like name@example.org"));
    }
    String country = country(value(values, WriterField.COUNTRY), place);
    Locale language = language(value(values, WriterField.LANGUAGE), place);
    if (!problems.isEmpty() || name == null) {
      throw new InvalidInputException(problems);
    }
    String words = values.get(WriterField.WORDS);
    return new Writer(
        name,
        email,
        lines(values.get(WriterField.ADDRESS)),
        value(values, WriterField.POSTCODE),
        value(values, WriterField.CITY),
        country,
        language,
        value(values, WriterField.PHONE),
        words == null || words.isBlank() ? null : words.strip(),
        safe);
  }

  private void check(WriterField field, String value, Place place) {
    boolean long_ = field == WriterField.WORDS || field == WriterField.ADDRESS;
    Optional<String> unsafe =
        long_ ? UnsafeCharacters.inText(value) : UnsafeCharacters.inName(value.strip());
    unsafe.ifPresent(
        character ->
            problems.add(
                place
                    .problem(field, "the %s holds %s".formatted(field, character))
                    .advise("type it again without that character")));
    int limit = long_ ? LONGEST_WORDS : LONGEST;
    if (value.length() > limit) {
      problems.add(
          place.problem(field, "the %s is longer than %d characters".formatted(field, limit)));
    }
  }

  private static @Nullable String name(Map<WriterField, String> values) {
    String name = value(values, WriterField.NAME);
    String first = value(values, WriterField.FIRST_NAME);
    String last = value(values, WriterField.LAST_NAME);
    if (first != null && last != null) {
      return first + " " + last;
    }
    return name != null ? name : last != null ? last : first;
  }

  /** A plain addr-spec (RFC 5321) in a domain that mail can be returned to. */
  private static boolean isAddress(String email) {
    return EmailAddresses.fault(email) == null && email.indexOf('.', email.lastIndexOf('@')) > 0;
  }

  private @Nullable String country(@Nullable String text, Place place) {
    if (text == null) {
      return null;
    }
    Optional<String> code = CountryNames.code(text);
    if (code.isEmpty()) {
      problems.add(
          place
              .problem(WriterField.COUNTRY, "no country is known by this name or code")
              .advise("write an ISO code such as CA, GB or KZ"));
    }
    return code.orElse(null);
  }

  private @Nullable Locale language(@Nullable String text, Place place) {
    if (text == null) {
      return null;
    }
    Optional<Locale> language = Languages.named(text);
    if (language.isEmpty()) {
      problems.add(
          place
              .problem(WriterField.LANGUAGE, "no language is known by this name or tag")
              .advise("write a tag such as en, fr-CA or ru"));
    }
    return language.orElse(null);
  }

  private static List<String> lines(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    return Arrays.stream(text.split("[\\r\\n|]+"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static @Nullable String value(Map<WriterField, String> values, WriterField field) {
    String value = values.get(field);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
