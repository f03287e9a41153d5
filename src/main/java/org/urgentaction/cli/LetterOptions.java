package org.urgentaction.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.document.Picture;
import org.urgentaction.document.PictureFile;
import org.urgentaction.letter.Languages;
import org.urgentaction.letter.LetterChoices;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.Letterhead;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.problem.UnsafeCharacters;
import org.urgentaction.sending.Writers;
import picocli.CommandLine.Option;

/** What a letter is to be: to whom, in which language, in whose words. */
final class LetterOptions {
  private static final long LARGEST_WORDS = 100_000;
  private static final int LONGEST_ALTERNATIVE = 300;

  @Option(
      names = "--to",
      paramLabel = "ID",
      split = ",",
      description = "Write to these targets or copies only (default: all for your country).")
  List<String> to = new ArrayList<>();

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      description = "Language of the letter (default: yours where the campaign has it).")
  @Nullable String language;

  @Option(
      names = "--words",
      paramLabel = "FILE",
      description = "A personal word to add, in Markdown.")
  @Nullable Path words;

  @Option(names = "--edit", description = "Edit the letter's text in your editor first.")
  boolean edit;

  @Option(
      names = "--signature",
      paramLabel = "IMAGE",
      description = "A picture of your signature, PNG or JPEG.")
  @Nullable Path signature;

  @Option(
      names = "--letterhead",
      paramLabel = "IMAGE",
      description = "A picture for the top of the first page, PNG or JPEG.")
  @Nullable Path letterhead;

  @Option(
      names = "--letterhead-alt",
      paramLabel = "TEXT",
      description =
          "What the letterhead says, for those who hear the letter (default: decoration).")
  @Nullable String letterheadAlt;

  @Option(
      names = "--anyway",
      paramLabel = "REASON",
      description = "Pass a shut gate, with the reason that goes into the log.")
  @Nullable String anyway;

  /** The choices for a campaign; opens the editor where that was asked for. */
  LetterChoices choices(
      Workbench bench,
      Campaign campaign,
      LetterComposer composer,
      Writers writers,
      Optional<Letterhead> saved) {
    LetterChoices choices =
        new LetterChoices(
            to, language(), null, letterhead(saved), signature(), bench.today(campaign));
    if (!edit) {
      return choices;
    }
    if (writers.count() > 1) {
      throw invalid("--edit", "a list's letters cannot be edited one by one", "leave one out");
    }
    String draft =
        composer.draft(
            new LetterPlanner(campaign, choices).orders(withWords(writers).first()).get(0));
    return choices.withDraft(new Editor(bench).edited(draft));
  }

  /** The writers with the personal word that was given for all of them. */
  Writers withWords(Writers writers) {
    if (words == null) {
      return writers;
    }
    String text = text(words);
    return writers.each(writer -> writer.withWords(text));
  }

  private @Nullable Locale language() {
    if (language == null) {
      return null;
    }
    Optional<Locale> named = Languages.named(language);
    return named.orElseThrow(
        () ->
            invalid(
                "--lang",
                "\"%s\" is no language".formatted(language),
                "write a tag such as en, fr or ru"));
  }

  private @Nullable Picture signature() {
    return signature == null ? null : PictureFile.read(signature);
  }

  /** The one that was asked for, else the one of the saved profile. */
  private @Nullable Picture letterhead(Optional<Letterhead> saved) {
    Path file = letterhead != null ? letterhead : saved.map(Letterhead::picture).orElse(null);
    if (file == null) {
      if (letterheadAlt != null) {
        throw invalid("--letterhead-alt", "there is no letterhead", "give --letterhead IMAGE");
      }
      return null;
    }
    String savedWords = letterhead != null ? "" : saved.map(Letterhead::alternative).orElse("");
    String words = letterheadAlt != null ? letterheadAlt : savedWords;
    Optional<String> unsafe = UnsafeCharacters.inName(words);
    if (unsafe.isPresent() || words.length() > LONGEST_ALTERNATIVE) {
      throw invalid(
          "--letterhead-alt",
          unsafe.map(character -> "the text holds " + character).orElse("the text is too long"),
          "say in a few words what the picture shows");
    }
    return PictureFile.read(file).describedAs(words.strip());
  }

  static String text(Path file) {
    String source = file.toString();
    try {
      if (Files.size(file) > LARGEST_WORDS) {
        throw invalid(source, "this is longer than a letter can be", "shorten it to a page");
      }
      String text = Files.readString(file);
      Optional<String> unsafe = UnsafeCharacters.inText(text);
      if (unsafe.isPresent()) {
        throw invalid(source, "the text holds " + unsafe.get(), "take that character out");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw invalid(source, "this is no text in UTF-8", "save it as plain text in UTF-8");
    } catch (IOException e) {
      throw invalid(source, "the file cannot be read", "look at its path and permissions");
    }
  }

  private static InvalidInputException invalid(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
