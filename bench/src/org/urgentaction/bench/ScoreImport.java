package org.urgentaction.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.urgentaction.importing.Findings;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundOffice;
import org.urgentaction.importing.read.DocumentReader;
import org.urgentaction.importing.recognize.ActionRecognizer;
import org.urgentaction.problem.InvalidInputException;

/**
 * Compares what is recognized in the documents of a folder with what a careful reader found
 * ({@code NAME.truth.json}), field by field.
 */
public final class ScoreImport {
  private final Map<String, int[]> tally = new TreeMap<>();
  private final ActionRecognizer recognizer = new ActionRecognizer();
  private int invented;

  public static void main(String[] args) throws IOException {
    boolean verbose = args.length > 1;
    ScoreImport score = new ScoreImport();
    List<Path> files;
    try (Stream<Path> paths = Files.list(Path.of(args[0]))) {
      files = paths.filter(path -> path.toString().matches(".*\\.(?:txt|docx|pdf|html)")).sorted().toList();
    }
    for (Path file : files) {
      score.score(file, verbose);
    }
    score.print();
  }

  private void score(Path file, boolean verbose) throws IOException {
    Path truthFile = Path.of(file.toString().replaceAll("\\.[a-z]+$", ".truth.json"));
    System.out.println("== " + file.getFileName());
    Findings found;
    try {
      found = recognizer.recognize(new DocumentReader().read(file));
    } catch (InvalidInputException e) {
      System.out.println("refused: " + e.getMessage());
      if (Files.exists(truthFile)) {
        count("document", false, "not refused", "refused");
      }
      return;
    }
    if (verbose) {
      show(found);
    }
    if (Files.exists(truthFile)) {
      try (JsonParser parser = new JsonFactory().createParser(truthFile.toFile())) {
        parser.nextToken();
        compare((Map<?, ?>) Objects.requireNonNull(value(parser)), found);
      }
    }
  }

  private void compare(Map<?, ?> truth, Findings found) {
    one("number", truth.get("number"), text(found.ua()));
    one("country", country(truth.get("country")), text(found.country()));
    one("title", truth.get("title"), text(found.title()));
    one("date", truth.get("date"), text(found.issued()));
    one("deadline", truth.get("deadline"), text(found.deadline()));
    one("ended", truth.get("ended"), text(found.ended()));
    if (truth.containsKey("revision")) {
      one("revision", String.valueOf(truth.get("revision")), text(found.issue()));
    }
    many("names", truth.get("names"), found.people().stream().map(p -> p.name().value()).toList());
    many("asks", truth.get("asks"), values(found.asks()));
    many(
        "languages",
        truth.get("languages"),
        found.preferredLanguages().stream()
            .map(tag -> Locale.forLanguageTag(tag.value()).getDisplayLanguage(Locale.ENGLISH))
            .toList());
    if (truth.get("sample_letter_first_words") != null) {
      String words = key(truth.get("sample_letter_first_words").toString());
      String body = found.letter() == null ? "" : key(found.letter().value().replaceAll("[.!?].*", ""));
      boolean in = body.length() > 10 && words.contains(body.substring(0, Math.min(25, body.length())));
      count("letter", in, words, body);
    }
    targets((List<?>) truth.get("targets"), found);
  }

  private void targets(List<?> truths, Findings found) {
    List<FoundOffice> all = new ArrayList<>(found.targets());
    all.addAll(found.copies());
    List<FoundOffice> left = new ArrayList<>(all);
    for (Object object : truths == null ? List.of() : truths) {
      Map<?, ?> truth = (Map<?, ?>) object;
      String wanted = key(truth.get("name")) + "|" + key(truth.get("role"));
      FoundOffice best =
          left.stream()
              .filter(
                  o ->
                      truth.get("name") != null && key(text(o.name())).equals(key(truth.get("name")))
                          || key(text(o.role())).equals(key(truth.get("role"))))
              .findFirst()
              .orElse(null);
      count("target", best != null, wanted, all.stream().map(o -> text(o.name()) + "|" + text(o.role())).toList());
      if (best == null) {
        continue;
      }
      left.remove(best);
      one("target.name", truth.get("name"), text(best.name()));
      one("target.role", truth.get("role"), text(best.role()));
      one("target.salutation", truth.get("salutation"), text(best.salutation()));
      one("target.form", truth.get("contact_form"), text(best.webForm()));
      many("target.email", truth.get("email"), values(best.emails()));
      many("target.phone", truth.get("phone"), values(best.phones()));
      many("target.fax", truth.get("fax"), best.faxes().stream().map(f -> f.value().number()).toList());
      many(
          "target.twitter",
          truth.get("twitter"),
          best.social().entrySet().stream()
              .filter(e -> e.getKey().startsWith("x"))
              .map(e -> e.getValue().value())
              .toList());
      List<String> address = best.address() == null ? List.of() : best.address().value();
      if (Boolean.TRUE.equals(truth.get("address_in_one_line"))) {
        one("target.address", join((List<?>) truth.get("address")), join(address));
      } else {
        many("target.address", truth.get("address"), address);
      }
      boolean copy = found.copies().contains(best);
      count("target.copy", Boolean.TRUE.equals(truth.get("copy")) == copy, truth.get("copy"), copy);
    }
    for (FoundOffice office : left) {
      invented++;
      System.out.println("  INVENTED " + office);
    }
  }

  private static String join(List<?> lines) {
    return lines == null ? "" : lines.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static String country(Object name) {
    if (name == null) {
      return null;
    }
    for (String code : Locale.getISOCountries()) {
      for (String language : List.of("en", "de", "es", "fr", "it", "sv", "pt", "nl", "ja", "ar", "ru")) {
        if (key(new Locale("", code).getDisplayCountry(Locale.forLanguageTag(language))).equals(key(name))) {
          return code;
        }
      }
    }
    return name.toString();
  }

  private void one(String field, Object truth, String found) {
    if (truth == null && found == null) {
      return;
    }
    count(field, key(truth).equals(key(found)), truth, found);
  }

  private void many(String field, Object truth, List<String> found) {
    List<?> wanted = truth == null ? List.of() : (List<?>) truth;
    if (wanted.isEmpty() && found.isEmpty()) {
      return;
    }
    Function<List<?>, List<String>> keys = list -> list.stream().map(ScoreImport::key).toList();
    count(field, keys.apply(wanted).equals(keys.apply(found)), wanted, found);
  }

  private void count(String field, boolean right, Object wanted, Object found) {
    int[] counts = tally.computeIfAbsent(field, f -> new int[2]);
    counts[right ? 0 : 1]++;
    if (!right) {
      System.out.println("  WRONG " + field + "\n    wanted " + wanted + "\n    found  " + found);
    }
  }

  private static String key(Object value) {
    return value == null
        ? ""
        : Normalizer.normalize(value.toString(), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
  }

  private static String text(Found<?> found) {
    return found == null ? null : found.value().toString();
  }

  private static List<String> values(List<Found<String>> found) {
    return found.stream().map(Found::value).toList();
  }

  private void show(Findings f) {
    System.out.println("  lang " + f.language() + " ua " + f.ua() + " issue " + f.issue() + " index " + f.index());
    System.out.println("  country " + f.country() + " issued " + f.issued() + " deadline " + f.deadline() + " ended " + f.ended());
    System.out.println("  title " + f.title());
    f.people().forEach(p -> System.out.println("  person " + p));
    System.out.println("  summary " + cut(f.summary()));
    f.asks().forEach(a -> System.out.println("  ask " + a));
    System.out.println("  letter " + cut(f.letter()));
    System.out.println("  background " + cut(f.background()));
    System.out.println("  languages " + f.preferredLanguages() + " previous " + f.previous() + " social " + f.social());
    f.targets().forEach(t -> System.out.println("  target " + t));
    f.copies().forEach(t -> System.out.println("  copy " + t));
    System.out.println("  report " + f.reportEmail() + " " + f.reportWeb());
  }

  private static String cut(Found<String> text) {
    if (text == null) {
      return null;
    }
    String v = text.value().replace("\n", "⏎");
    return v.length() + " " + (v.length() < 400 ? v : v.substring(0, 250) + " … " + v.substring(v.length() - 140));
  }

  private void print() {
    int right = 0;
    int all = 0;
    System.out.println("\nfield                right wrong");
    for (Map.Entry<String, int[]> field : tally.entrySet()) {
      System.out.printf("%-20s %5d %5d%n", field.getKey(), field.getValue()[0], field.getValue()[1]);
      right += field.getValue()[0];
      all += field.getValue()[0] + field.getValue()[1];
    }
    System.out.printf("all                  %5d %5d  %.1f %%, %d targets invented%n", right, all - right, all == 0 ? 0 : 100.0 * right / all, invented);
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          map.put(name, value(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> parser.getText();
    };
  }
}
