package org.urgentaction.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Reads campaign files, which come from other people: whatever they hold, the answer is a campaign
 * or all errors with line and column, in little time and memory.
 */
public final class CampaignReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Pattern ENDING = Pattern.compile("(?i)\\.ya?ml$");

  /**
   * Reads a file; its name without the ending is the campaign's id.
   *
   * @throws InvalidInputException with every error found
   */
  public CampaignFile read(Path file) {
    String source = file.toString();
    try {
      if (Files.isDirectory(file)) {
        throw invalid(source, "this is a folder, not a campaign file", null);
      }
      if (Files.size(file) > SourceText.LIMIT) {
        throw SourceText.tooLarge(source);
      }
      try (InputStream in = Files.newInputStream(file)) {
        return read(file, in.readNBytes(SourceText.LIMIT + 1), idOf(file));
      }
    } catch (NoSuchFileException e) {
      throw invalid(
          source, "there is no such file", "`ua list --all` shows the campaigns there are");
    } catch (AccessDeniedException e) {
      throw invalid(source, "the file may not be read", "give yourself the right to read it");
    } catch (IOException e) {
      throw invalid(source, "the file cannot be read: " + e.getMessage(), null);
    }
  }

  /**
   * Reads what came from elsewhere than a file.
   *
   * @param sourceName for messages
   * @param id of the campaign
   * @throws InvalidInputException with every error found
   */
  public CampaignFile read(String sourceName, byte[] bytes, String id) {
    return read(Path.of(sourceName), bytes, id);
  }

  /** The id of the campaign that a file of this name holds. */
  public static String idOf(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : ENDING.matcher(name.toString()).replaceFirst("");
  }

  private static CampaignFile read(Path path, byte[] bytes, String id) {
    String source = path.toString();
    SourceText text = SourceText.decode(source, bytes);
    ProblemList problems = new ProblemList(source);
    YamlNode.Entries root = YamlTree.parse(source, text, problems);
    Reading reading = new Reading(text, problems);
    Campaign campaign = campaign(id, new Section(reading, "", root, Keys.CAMPAIGN), reading);
    if (!ID.matcher(id).matches()) {
      problems.error(
          new SourcePlace(0, 0),
          "the file's name is the campaign's id and must be small letters, digits and hyphens",
          "name it like ua-31-22-3.yaml");
    }
    problems.throwIfErrors();
    return new CampaignFile(
        path, campaign, problems.warnings(), ReviewMarks.in(text, root), reading.places());
  }

  private static Campaign campaign(String id, Section file, Reading reading) {
    TextReader texts = new TextReader(reading);
    ScalarReader scalars = new ScalarReader(reading, texts);
    OfficeReader offices = new OfficeReader(reading, texts, scalars);
    LanguageTags tags = new LanguageTags(reading);
    Locale language = file.required("language", tags, "language: en");
    reading.speak(language == null ? Locale.ENGLISH : language);
    Integer issue = file.one("issue", scalars::issue);
    String country = file.required("country", scalars::country, "country: KZ");
    ZoneId zone = file.one("zone", scalars::zone);
    file.require("title", "title: Activist detained");
    if (!file.has("asks") && !file.has("letter") && !file.has("summary")) {
      reading.error(
          file.node(),
          "`asks`, `letter` and `summary` are missing",
          "a campaign needs one of them, or there is nothing to write");
    }
    return new Campaign(
        id,
        file.one("ua", scalars::uaNumber),
        issue == null ? 1 : issue,
        file.one("index", texts::line),
        country == null ? "" : country,
        reading.language(),
        file.one("issued", scalars::issueDate),
        file.one("deadline", scalars::day),
        zone == null ? ZoneOffset.UTC : zone,
        List.copyOf(file.many("previous", scalars::idOrLink)),
        file.sections("people", Keys.PERSON).stream()
            .map(section -> person(section, texts, scalars))
            .toList(),
        file.localized("title", texts::line),
        file.localized("summary", texts::template),
        file.localizedLists("asks", texts::template),
        file.localized("letter", texts::template),
        file.localized("background", texts::template),
        List.copyOf(file.many("preferred_languages", tags)),
        file.sections("targets", Keys.TARGET).stream().map(offices::target).toList(),
        file.sections("copies", Keys.COPY).stream().map(offices::copy).toList(),
        closedChannels(file, texts),
        file.localizedLists("social", texts::paragraphs),
        photo(file.section("photo", Keys.PHOTO), texts, scalars),
        reportTo(file.section("report_to", Keys.REPORT_TO), scalars),
        stopped(file.section("stopped", Keys.STOPPED), texts, scalars));
  }

  private static Person person(Section section, TextReader texts, ScalarReader scalars) {
    String name = section.required("name", texts::line, "name: Zhanbolat Mamay");
    return new Person(
        name == null ? "" : name,
        section.localized("names", texts::line),
        List.copyOf(section.many("also", texts::line)),
        section.one("pronouns", scalars::pronouns));
  }

  private static Map<Channel, Localized<String>> closedChannels(Section file, TextReader texts) {
    Map<Channel, Localized<String>> closed = new EnumMap<>(Channel.class);
    Section channels = file.section("channels", Keys.CHANNELS);
    for (Channel channel : Channel.values()) {
      Section section =
          channels == null ? null : channels.section(channel.toString(), Keys.CHANNEL);
      if (section != null) {
        section.require("closed", "closed: post to the country is suspended");
        closed.put(channel, section.localized("closed", texts::paragraphs));
      }
    }
    return Collections.unmodifiableMap(closed);
  }

  private static @Nullable Photo photo(
      @Nullable Section section, TextReader texts, ScalarReader scalars) {
    if (section == null) {
      return null;
    }
    String file = section.required("file", scalars::file, "file: photos/mamay.jpg");
    return new Photo(
        file == null ? "" : file,
        section.localized("alt", texts::paragraphs),
        section.localized("caption", texts::paragraphs),
        section.one("credit", texts::line));
  }

  private static @Nullable ReportTo reportTo(@Nullable Section section, ScalarReader scalars) {
    return section == null
        ? null
        : new ReportTo(section.one("email", scalars::email), section.one("web", scalars::web));
  }

  private static @Nullable Stopped stopped(
      @Nullable Section section, TextReader texts, ScalarReader scalars) {
    if (section == null) {
      return null;
    }
    LocalDate on = section.required("on", scalars::day, "on: 2024-01-02");
    return new Stopped(
        on == null ? LocalDate.EPOCH : on, section.localized("because", texts::paragraphs));
  }

  private static InvalidInputException invalid(
      String source, String message, @Nullable String advice) {
    Problem problem = Problem.error(source, message);
    return new InvalidInputException(advice == null ? problem : problem.advise(advice));
  }
}
