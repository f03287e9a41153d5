package org.urgentaction.typeset;

import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The fonts there are, each read when it is first asked for. Safe for use by several threads. */
public final class FontLibrary {
  private static final String ARABIC = "Arab";
  private static final String NASTALIQ_SCRIPT = "Aran";

  /**
   * Languages whose readers find other styles of the Arabic script foreign: Urdu, Kashmiri, Western
   * Panjabi.
   */
  private static final Set<String> NASTALIQ = Set.of("ur", "ks", "pnb");

  private final List<Family> families;
  private final List<String> slots = new ArrayList<>();
  private final Map<String, Typeface> loaded = new ConcurrentHashMap<>();
  private final Map<Locale, Family> homes = new ConcurrentHashMap<>();

  private FontLibrary(List<Family> families) {
    this.families = List.copyOf(families);
    for (Family family : families) {
      for (String file : family.files()) {
        slots.add(family.folder() + "/" + file);
      }
    }
  }

  /** The fonts that come with the program, as {@code fonts/families.csv} lists them. */
  public static FontLibrary bundled() {
    return new FontLibrary(listed("families.csv"));
  }

  /** The same, with those before them that survive a fax line, as {@code fonts/fax.csv} lists. */
  public static FontLibrary forFax() {
    List<Family> families = new ArrayList<>(listed("fax.csv"));
    families.addAll(listed("families.csv"));
    return new FontLibrary(families);
  }

  private static List<Family> listed(String list) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource(list), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Family::parse)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program's fonts cannot be read", unreadable);
    }
  }

  List<Family> families() {
    return families;
  }

  /** The family that sets a script, or the first where none claims it. */
  Family family(String script) {
    for (Family family : families) {
      if (family.scripts().contains(script)) {
        return family;
      }
    }
    return families.get(0);
  }

  /** The family of the script and style of writing that a language has. */
  Family family(Locale language) {
    return homes.computeIfAbsent(language, this::home);
  }

  private Family home(Locale language) {
    ULocale likely = ULocale.addLikelySubtags(ULocale.forLocale(language));
    boolean nastaliq = likely.getScript().equals(ARABIC) && NASTALIQ.contains(likely.getLanguage());
    return family(nastaliq ? NASTALIQ_SCRIPT : likely.getScript());
  }

  Typeface typeface(Family family, boolean bold, boolean italic) {
    String file = family.folder() + "/" + family.file(bold, italic);
    return loaded.computeIfAbsent(file, path -> load(path, family));
  }

  private Typeface load(String path, Family family) {
    try (InputStream in = resource(path)) {
      return new Typeface(slots.indexOf(path), family, in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the font " + path + " cannot be read", unreadable);
    }
  }

  private static InputStream resource(String path) throws IOException {
    String name = "/fonts/" + path;
    InputStream in = FontLibrary.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException(name);
    }
    return Objects.requireNonNull(in);
  }
}
