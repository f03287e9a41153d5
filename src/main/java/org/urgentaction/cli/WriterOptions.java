package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.letter.Letterhead;
import org.urgentaction.letter.SupporterList;
import org.urgentaction.letter.Writer;
import org.urgentaction.letter.WriterField;
import org.urgentaction.letter.WriterProfile;
import org.urgentaction.letter.WriterReader;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.Writers;
import picocli.CommandLine.Option;

/** Who writes: one person by options or profile, or all of a list. */
final class WriterOptions {
  @Option(names = "--name", paramLabel = "NAME", description = "Your full name.")
  @Nullable String name;

  @Option(
      names = "--address",
      paramLabel = "LINE",
      description = "Your street address; again for a second line.")
  List<String> address = new ArrayList<>();

  @Option(names = "--city", paramLabel = "CITY", description = "Where you live.")
  @Nullable String city;

  @Option(names = "--postcode", paramLabel = "CODE", description = "Your postcode.")
  @Nullable String postcode;

  @Option(
      names = "--country",
      paramLabel = "CC",
      description = "Your country, such as CA; it chooses the embassy and the paper.")
  @Nullable String country;

  @Option(names = "--email", paramLabel = "ADDRESS", description = "Your email address.")
  @Nullable String email;

  @Option(names = "--phone", paramLabel = "NUMBER", description = "Your phone number.")
  @Nullable String phone;

  @Option(
      names = "--me",
      paramLabel = "FILE",
      description = "A profile of yourself (default: the one that 'ua me' saved).")
  @Nullable Path me;

  @Option(
      names = "--supporters",
      paramLabel = "FILE",
      description = "A list of writers: CSV or XLSX with a column 'name' and others.")
  @Nullable String supporters;

  @Option(names = "--safe", description = "Sign with initials and place only.")
  boolean safe;

  boolean isList() {
    return supporters != null;
  }

  /** The file of the list, or null for a single writer. */
  @Nullable Path list() {
    return supporters == null ? null : Path.of(supporters);
  }

  /**
   * The writers, at least one. A list is gone through once, and its bad rows are put into a file
   * beside it.
   *
   * @param emailNeeded whether each needs an email address
   */
  Writers writers(Workbench bench, boolean emailNeeded) {
    Map<WriterField, String> given = given();
    if (supporters != null) {
      if (!given.isEmpty() || me != null) {
        throw invalid(
            "--supporters",
            "a list and a single writer cannot both write",
            "leave one of them out");
      }
      return new ListReader(bench).read(new SupporterList(supporters, safe, emailNeeded));
    }
    Map<WriterField, String> values = profile(bench);
    values.putAll(given);
    Writer writer =
        new WriterReader(safe)
            .read(values, (field, message) -> Problem.error(place(field), message));
    if (emailNeeded && writer.email() == null) {
      throw invalid("--email", "mail is sent in your name, from your address", "give --email");
    }
    return Writers.of(writer);
  }

  /** The letterhead of the profile that is the writer; none for a list, or who options name. */
  Optional<Letterhead> letterhead(Workbench bench) {
    if (supporters != null || (me == null && name != null)) {
      return Optional.empty();
    }
    return (me != null ? new WriterProfile(me) : bench.profile()).letterhead();
  }

  /** The saved profile, unless the options name somebody: two people must not be mixed. */
  private Map<WriterField, String> profile(Workbench bench) {
    WriterProfile profile = me != null ? new WriterProfile(me) : bench.profile();
    if (me == null && (name != null || !profile.exists())) {
      if (name == null) {
        throw invalid(
            "--name",
            "who writes?",
            "give --name, --city and --country, or save them once with 'ua me'");
      }
      return new EnumMap<>(WriterField.class);
    }
    if (!profile.exists()) {
      throw invalid("--me", "there is no profile " + profile.source(), "'ua me' writes one");
    }
    return profile.read();
  }

  /** What the options say, by field. */
  Map<WriterField, String> given() {
    Map<WriterField, String> values = new EnumMap<>(WriterField.class);
    put(values, WriterField.NAME, name);
    put(values, WriterField.ADDRESS, address.isEmpty() ? null : String.join("\n", address));
    put(values, WriterField.CITY, city);
    put(values, WriterField.POSTCODE, postcode);
    put(values, WriterField.COUNTRY, country);
    put(values, WriterField.EMAIL, email);
    put(values, WriterField.PHONE, phone);
    return values;
  }

  private static void put(
      Map<WriterField, String> values, WriterField field, @Nullable String value) {
    if (value != null) {
      values.put(field, value);
    }
  }

  private static String place(WriterField field) {
    return "--" + field.name().toLowerCase(Locale.ROOT);
  }

  private static InvalidInputException invalid(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
