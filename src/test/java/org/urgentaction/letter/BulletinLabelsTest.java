package org.urgentaction.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.campaign.Localized;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.PageStyle;
import org.urgentaction.typeset.PdfPress;

/** The labels of bulletins in every language that has them. */
class BulletinLabelsTest {
  private static final Path FOLDER = Path.of("templates");
  private static final String PREFIX = "bulletin_";
  private static final String SUFFIX = ".properties";

  static List<String> tags() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
          .map(name -> name.substring(PREFIX.length(), name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  private static Properties labels(String tag) throws IOException {
    Properties labels = new Properties();
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(PREFIX + tag + SUFFIX))) {
      labels.load(reader);
    }
    return labels;
  }

  /** Not every language has pronouns that tell whom they stand for. */
  private static Set<String> required(Properties labels) {
    Set<String> keys = new TreeSet<>(labels.stringPropertyNames());
    keys.removeIf(key -> key.startsWith("pronoun."));
    return keys;
  }

  @ParameterizedTest
  @MethodSource("tags")
  void everyLanguageHasEveryLabel(String tag) throws IOException {
    assertEquals(required(labels("en")), required(labels(tag)), tag);
    Set<String> all = labels(tag).stringPropertyNames();
    long pronouns = all.stream().filter(key -> key.startsWith("pronoun.")).count();
    assertTrue(pronouns == 0 || pronouns == 3, tag + " has " + pronouns + " pronouns");
    for (String key : all) {
      assertFalse(labels(tag).getProperty(key).isBlank(), tag + ": " + key);
    }
  }

  @ParameterizedTest
  @MethodSource("tags")
  void labelsBeforeValuesEndWithAColon(String tag) throws IOException {
    for (String key :
        List.of(
            "to",
            "copy",
            "copy.from",
            "salutation",
            "email",
            "fax",
            "phone",
            "web",
            "account",
            "preferred",
            "deadline",
            "people",
            "previous",
            "social.tag",
            "report")) {
      String label = labels(tag).getProperty(key);
      assertTrue(label.endsWith(":") || label.endsWith("："), tag + ": " + key + " = " + label);
    }
  }

  /** The case's English stands for what nobody has written in the language. */
  @ParameterizedTest
  @MethodSource("tags")
  void aBulletinInEveryLanguageIsSetInItsOwnLetters(String tag) {
    Locale language = Locale.forLanguageTag(tag.replace('_', '-'));
    Campaign campaign = Catalogue.load(Path.of("campaigns")).find("ua-31-22-2").campaign();
    Campaign written =
        new Campaign(
            campaign.id(),
            campaign.ua(),
            campaign.issue(),
            "EUR 57/5388/2022",
            campaign.country(),
            campaign.language(),
            campaign.issued(),
            java.time.LocalDate.of(2022, 6, 30),
            campaign.zone(),
            campaign.previous(),
            campaign.people(),
            campaign.title(),
            with(campaign.summary(), language),
            with(campaign.asks(), language),
            with(campaign.letter(), language),
            campaign.background(),
            campaign.preferredLanguages(),
            campaign.targets(),
            campaign.copies(),
            campaign.closedChannels(),
            with(campaign.social(), language),
            null,
            campaign.reportTo(),
            campaign.stopped());
    Document bulletin =
        new BulletinComposer(new Templates(TemplateFolder.builtIn()))
            .compose(new BulletinOrder(written, language, List.of(), null));
    int pages =
        new PdfPress(FontLibrary.bundled(), new PageStyle(Paper.A4, false), List.of())
            .set(bulletin)
            .pages();
    assertTrue(pages <= 2, tag + " takes " + pages);
  }

  private static <T> Localized<T> with(Localized<T> text, Locale language) {
    Map<Locale, T> values = new HashMap<>(text.values());
    Optional.ofNullable(text.in(Locale.ENGLISH))
        .ifPresent(english -> values.putIfAbsent(language, english));
    return new Localized<>(values);
  }
}
