package org.urgentaction.typeset;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Person;
import org.urgentaction.campaign.Target;
import org.urgentaction.campaign.UaNumber;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.letter.LetterChoices;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.TemplateFolder;
import org.urgentaction.letter.Templates;
import org.urgentaction.letter.Writer;

/**
 * The letter in one language that {@code languages/XX.properties} has the words of, and its fax.
 *
 * @param cover makes the cover sheet for a number of pages
 * @param numbers what stands at the foot of a fax page
 */
public record Specimen(
    Locale language, Document letter, IntFunction<Document> cover, PageNumbers.Words numbers) {
  private static final Path FOLDER = Path.of("src/test/resources/languages");
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final UnicodeSet UNSEEN =
      new UnicodeSet("[[:White_Space:][:Default_Ignorable_Code_Point:]]").freeze();
  private static final String FAX_NUMBER = "011 7 7172 74 56 31";
  private static final LocalDate DATE = LocalDate.of(2026, 11, 22);
  private static final Writer WRITER =
      new Writer(
          "Jane Roe Smith",
          null,
          List.of("12 Harbour Street"),
          "M5V 2T6",
          "Toronto",
          "CA",
          null,
          null,
          null,
          false);

  /** Every language there is a specimen of. */
  public static List<Specimen> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".properties"))
          .sorted()
          .map(Specimen::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Specimen read(Path file) {
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      words.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    String tag = file.getFileName().toString().replace(".properties", "").replace('_', '-');
    Locale language = Locale.forLanguageTag(tag);
    Templates templates = new Templates(TemplateFolder.over(Path.of("templates")));
    boolean phrases =
        Files.exists(Path.of("templates/messages_" + tag.replace('-', '_') + ".properties"));
    if (!phrases) {
      Document letter = assembled(words, language);
      return new Specimen(language, letter, pages -> letter, (page, pages) -> page + "/" + pages);
    }
    LetterComposer composer = new LetterComposer(templates);
    LetterOrder order = order(words, language);
    return new Specimen(
        language,
        composer.compose(order).document(),
        pages -> composer.faxCover(order, FAX_NUMBER, pages),
        (page, pages) -> composer.pageNumber(order, page, pages));
  }

  /** What a reader of the page should get back: every character that shows. */
  String text() {
    StringBuilder text = new StringBuilder();
    letter.blocks().forEach(block -> append(text, block));
    return seen(text.toString());
  }

  /** A text without spaces and what steers, in normal form C. */
  static String seen(String text) {
    StringBuilder shown = new StringBuilder();
    NFC.normalize(text)
        .codePoints()
        .filter(point -> !UNSEEN.contains(point))
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  @Override
  public String toString() {
    return language.toLanguageTag();
  }

  private static LetterOrder order(Properties words, Locale language) {
    Campaign campaign =
        new Campaign(
            "specimen",
            new UaNumber(31, 22),
            3,
            null,
            "KZ",
            language,
            null,
            null,
            ZoneOffset.UTC,
            List.of(),
            List.of(new Person(word(words, "person"), Localized.none(), List.of(), null)),
            Localized.of(language, word(words, "title")),
            Localized.none(),
            Localized.of(language, List.of(word(words, "ask.1"), word(words, "ask.2"))),
            Localized.of(language, word(words, "letter")),
            Localized.none(),
            List.of(language),
            List.of(
                new Target(
                    "president",
                    Localized.of(language, word(words, "official")),
                    Localized.of(language, word(words, "role")),
                    Localized.none(),
                    Localized.of(language, word(words, "salutation")),
                    Localized.of(Locale.ENGLISH, List.of("6 Mangilik Yel Street", "010000 Astana")),
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    Map.of(),
                    null,
                    null)),
            List.of(),
            Map.of(),
            Localized.none(),
            null,
            null,
            null);
    LetterChoices choices = new LetterChoices(List.of(), language, null, null, DATE);
    return new LetterPlanner(campaign, choices).orders(WRITER).get(0);
  }

  /** For a language that the program has no phrases in: the words alone. */
  private static Document assembled(Properties words, Locale language) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Address(
            Block.Party.RECIPIENT,
            List.of(text(word(words, "official")), text(word(words, "role"))),
            language));
    blocks.add(new Block.Heading(1, text(word(words, "title"))));
    blocks.add(new Block.Paragraph(Block.Role.SALUTATION, text(word(words, "salutation"))));
    List<List<Block>> items = new ArrayList<>();
    for (String part : word(words, "letter").split("\n")) {
      Block.Paragraph paragraph =
          new Block.Paragraph(Block.Role.BODY, text(part.replaceFirst("^- ", "")));
      if (part.startsWith("- ")) {
        items.add(List.of(paragraph));
      } else if (!part.isBlank()) {
        if (!items.isEmpty()) {
          blocks.add(new Block.Listing(false, items));
          items = new ArrayList<>();
        }
        blocks.add(paragraph);
      }
    }
    return new Document(language, word(words, "title"), blocks);
  }

  private static List<Inline> text(String words) {
    return List.of(new Inline.Text(words));
  }

  private static String word(Properties words, String key) {
    String word = words.getProperty(key);
    if (word == null) {
      throw new IllegalArgumentException("the specimen has no " + key);
    }
    return word;
  }

  private static void append(StringBuilder text, Block block) {
    if (block instanceof Block.Address address) {
      address.lines().forEach(line -> text.append(Inline.plain(line)));
    } else if (block instanceof Block.Heading heading) {
      text.append(Inline.plain(heading.content()));
    } else if (block instanceof Block.Paragraph paragraph) {
      text.append(Inline.plain(paragraph.content()));
    } else if (block instanceof Block.Listing listing) {
      for (List<Block> item : listing.items()) {
        text.append('•');
        item.forEach(inner -> append(text, inner));
      }
    }
  }
}
