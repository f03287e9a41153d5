package org.urgentaction.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.web.SiteSettings;
import org.urgentaction.web.StaticSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ua site}: the public pages as files for any web host. */
@Command(
    name = "site",
    sortOptions = false,
    description = {
      "The public pages as files for any web host, with letters ready to print.",
      "Run it again when campaigns have changed or a deadline has passed."
    })
final class SiteCommand implements Callable<Integer> {
  @ParentCommand private UaCommand ua;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "site",
      description = "Folder to write to (default: site).")
  private Path output;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "Language of its first page (default: en); all others are beside it.")
  private String language;

  @Option(
      names = "--country",
      paramLabel = "CC",
      description = {
        "Country of its readers, as FR or CA: decides the paper of letters, and",
        "which embassy gets a copy."
      })
  private @Nullable String country;

  @Option(
      names = "--public",
      paramLabel = "URL",
      description = "Where it will be found, for links to share: https://example.org/actions/.")
  private @Nullable String publicAddress;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    SiteSettings settings = new SiteSettings(language(), country(), address());
    Catalogue catalogue = bench.catalogue();
    List<Problem> broken = catalogue.broken();
    if (catalogue.all().isEmpty() && !broken.isEmpty()) {
      throw new InvalidInputException(broken);
    }
    StaticSite site = new StaticSite(settings, catalogue, bench.templates(), bench.clock());
    try (SiteFolder folder = new SiteFolder(output)) {
      List<Problem> problems = site.writeTo(folder::put);
      SiteFolder.Outcome outcome = folder.publish(broken.isEmpty());
      bench.terminal().out().println(output.resolve("index.html"));
      broken.forEach(bench.terminal().err()::println);
      problems.forEach(bench.terminal().err()::println);
      outcome
          .left()
          .forEach(
              path ->
                  bench.note(
                      "%s is no longer made, but was changed since: it stays".formatted(path)));
      bench.note(
          "%d files, %d of them new or changed; %d taken out%s."
              .formatted(
                  outcome.files(),
                  outcome.changed(),
                  outcome.removed(),
                  broken.isEmpty() ? "" : ", none as long as a campaign cannot be read"));
      return broken.isEmpty() && problems.isEmpty() ? ExitStatus.DONE : ExitStatus.UNFINISHED;
    }
  }

  private Locale language() {
    return SiteSettings.language(language)
        .orElseThrow(
            () ->
                invalid(
                    "--lang",
                    "there are no pages in \"%s\"".formatted(language),
                    "choose from "
                        + SiteSettings.languages().stream()
                            .map(Locale::toLanguageTag)
                            .collect(Collectors.joining(", "))));
  }

  private @Nullable String country() {
    if (country == null) {
      return null;
    }
    String code = country.strip().toUpperCase(Locale.ROOT);
    if (!List.of(Locale.getISOCountries()).contains(code)) {
      throw invalid(
          "--country", "\"%s\" is no country".formatted(country), "write its code, as FR or CA");
    }
    return code;
  }

  /** A folder on the web: what it is called is resolved against. */
  private @Nullable URI address() {
    if (publicAddress == null) {
      return null;
    }
    URI uri = null;
    try {
      uri = URI.create(publicAddress.endsWith("/") ? publicAddress : publicAddress + "/");
    } catch (IllegalArgumentException e) {
      // said below, as for any other that is none
    }
    if (uri == null
        || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
        || uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw invalid(
          "--public",
          "\"%s\" is no address of a site".formatted(publicAddress),
          "write it as https://example.org/actions/");
    }
    return uri;
  }

  private static InvalidInputException invalid(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
