package org.urgentaction.campaign;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * The kinds of single values in a campaign file, each judged by {@link CampaignReader}'s own rules,
 * for those who make a file value by value.
 */
public enum ValueKind {
  UA_NUMBER((scalars, texts) -> scalars::uaNumber),
  ISSUE((scalars, texts) -> scalars::issue),
  COUNTRY((scalars, texts) -> scalars::country),
  COUNTRY_OR_REGION((scalars, texts) -> scalars::countryOrRegion),
  LANGUAGE((scalars, texts) -> new LanguageTags(texts.reading())),
  ISSUE_DATE((scalars, texts) -> scalars::issueDate),
  DAY((scalars, texts) -> scalars::day),
  ID((scalars, texts) -> scalars::id),
  ID_OR_LINK((scalars, texts) -> scalars::idOrLink),
  LINE((scalars, texts) -> texts::line),
  PARAGRAPHS((scalars, texts) -> texts::paragraphs),
  TEMPLATE((scalars, texts) -> texts::template),
  PRONOUNS((scalars, texts) -> scalars::pronouns),
  EMAIL((scalars, texts) -> scalars::email),
  TELEPHONE((scalars, texts) -> scalars::telephone),
  WEB((scalars, texts) -> scalars::web),
  NETWORK((scalars, texts) -> scalars::network),
  HANDLE((scalars, texts) -> scalars::handle);

  @SuppressWarnings("ImmutableEnumChecker") // a method without state
  private final BiFunction<ScalarReader, TextReader, ScalarType<?>> type;

  ValueKind(BiFunction<ScalarReader, TextReader, ScalarType<?>> type) {
    this.type = type;
  }

  /**
   * What the reader would refuse a text for as the value of a key; empty where it takes it.
   *
   * @param key for the message, such as {@code deadline}
   */
  public Optional<Problem> fault(String key, String text) {
    if (text.isBlank()) {
      return Optional.of(Problem.error(key, "`" + key + "` is empty").advise("write something"));
    }
    try {
      SourceText source = SourceText.decode(key, text.getBytes(StandardCharsets.UTF_8));
      ProblemList problems = new ProblemList(key);
      Reading reading = new Reading(source, problems);
      TextReader texts = new TextReader(reading);
      int end = source.text().codePointCount(0, source.text().length());
      type.apply(new ScalarReader(reading, texts), texts)
          .read(new YamlNode.Text(0, end, source.text(), false), key);
      problems.throwIfErrors();
      return Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.of(e.problems().get(0));
    }
  }
}
