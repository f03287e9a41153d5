package org.urgentaction.letter;

import com.ibm.icu.util.ULocale;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Where templates and messages are found: a folder beside the user, and behind it, file by file,
 * those in the program.
 */
public final class TemplateFolder {
  private static final String BUILT_IN = "/templates";

  private final @Nullable Path folder;
  private final TemplateLoader loader;

  private TemplateFolder(@Nullable Path folder, TemplateLoader loader) {
    this.folder = folder;
    this.loader = loader;
  }

  /** The templates in the program alone. */
  public static TemplateFolder builtIn() {
    return new TemplateFolder(null, new ClassTemplateLoader(TemplateFolder.class, BUILT_IN));
  }

  /**
   * A folder's templates before those in the program.
   *
   * @throws InvalidInputException where there is no such folder
   */
  public static TemplateFolder over(Path folder) {
    try {
      TemplateLoader own = new FileTemplateLoader(folder.toFile());
      TemplateLoader builtIn = new ClassTemplateLoader(TemplateFolder.class, BUILT_IN);
      return new TemplateFolder(
          folder, new MultiTemplateLoader(new TemplateLoader[] {own, builtIn}));
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.error(folder.toString(), "there is no such folder of templates")
              .advise("give --templates a folder that exists, or leave it out"));
    }
  }

  TemplateLoader loader() {
    return loader;
  }

  /** A template's name as its author knows it: a path where it lies in the folder. */
  String shown(String name) {
    Path own = folder == null ? null : folder.resolve(name);
    return own != null && Files.exists(own) ? own.toString() : "templates/" + name;
  }

  /**
   * The messages of a language: general ones first, then those of a region over them, a user's own
   * over those in the program. Empty where the language has none: no other language stands in.
   *
   * @param bundle how their files' names begin: {@code messages}, say
   */
  Optional<Messages> messages(String bundle, Locale language) {
    Map<String, String> patterns = new LinkedHashMap<>();
    String source = "";
    for (String name : namesFor(bundle, language)) {
      try {
        patterns.putAll(properties(new ClassTemplateLoader(TemplateFolder.class, BUILT_IN), name));
        Map<String, String> own = properties(loader, name);
        if (!own.isEmpty()) {
          source = shown(name);
        }
        patterns.putAll(own);
      } catch (IOException | IllegalArgumentException e) {
        throw new InvalidInputException(
            Problem.error(shown(name), "the messages cannot be read: " + e.getMessage())
                .advise("they are a UTF-8 file of lines key = phrase"));
      }
    }
    return patterns.isEmpty()
        ? Optional.empty()
        : Optional.of(new Messages(language, source, patterns));
  }

  /**
   * messages_zh.properties, messages_zh_Hant.properties, messages_zh_Hant_TW.properties; where the
   * script is not said it is the likely one (zh-TW is zh-Hant-TW).
   */
  private static List<String> namesFor(String bundle, Locale language) {
    List<String> names = new ArrayList<>();
    String tag = bundle + "_" + language.getLanguage();
    names.add(tag + ".properties");
    String script = ULocale.addLikelySubtags(ULocale.forLocale(language)).getScript();
    names.add(tag + "_" + script + ".properties");
    if (!language.getScript().isEmpty()) {
      tag += "_" + language.getScript();
    }
    if (!language.getCountry().isEmpty()) {
      names.add(tag + "_" + language.getCountry() + ".properties");
    }
    return names;
  }

  private static Map<String, String> properties(TemplateLoader loader, String name)
      throws IOException {
    Object source = loader.findTemplateSource(name);
    if (source == null) {
      return Map.of();
    }
    Properties properties = new Properties();
    try (Reader reader = loader.getReader(source, StandardCharsets.UTF_8.name())) {
      properties.load(reader);
    } finally {
      loader.closeTemplateSource(source);
    }
    Map<String, String> read = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
    return read;
  }
}
