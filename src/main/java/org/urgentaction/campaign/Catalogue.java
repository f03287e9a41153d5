package org.urgentaction.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * A folder of campaign files: finds campaigns and knows which are closed; broken files spoil no
 * others.
 */
public final class Catalogue {
  private static final Pattern NUMBER_IN_ID =
      Pattern.compile("(?:^|\\D)(\\d{1,4}-\\d\\d)(?:\\D|$)");
  private static final Comparator<CampaignFile> BY_ISSUE =
      Comparator.comparingInt(file -> file.campaign().issue());

  private final Path folder;
  private final Map<String, CampaignFile> files = new TreeMap<>();
  private final Map<String, List<Problem>> broken = new TreeMap<>();

  private Catalogue(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads every {@code .yaml} and {@code .yml} file of a folder, not of folders below it.
   *
   * @throws InvalidInputException where the folder itself cannot be read
   */
  public static Catalogue load(Path folder) {
    Catalogue catalogue = new Catalogue(folder);
    campaignFilesIn(folder).parallelStream().map(ReadFile::of).toList().forEach(catalogue::add);
    return catalogue;
  }

  /** Every campaign that could be read, by id. */
  public List<CampaignFile> all() {
    return List.copyOf(files.values());
  }

  /** What is wrong with the files that could not be read. */
  public List<Problem> broken() {
    return broken.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The campaign with this id, or the newest issue of the Urgent Action with this number in any of
   * its printed forms.
   *
   * @throws InvalidInputException where there is none, or its file is broken
   */
  public CampaignFile find(String idOrNumber) {
    String wanted = idOrNumber.strip();
    CampaignFile file = files.get(wanted);
    if (file != null) {
      return file;
    }
    List<Problem> problems = broken.get(wanted);
    if (problems != null) {
      throw new InvalidInputException(problems);
    }
    return UaNumber.parse(wanted).flatMap(this::newest).orElseThrow(() -> notFound(wanted));
  }

  /** The newer issue that has taken a campaign's place, the newest where there are several. */
  public Optional<Campaign> superseding(Campaign campaign) {
    return issuesOf(campaign)
        .filter(file -> file.campaign().issue() > campaign.issue())
        .max(BY_ISSUE)
        .map(CampaignFile::campaign);
  }

  /**
   * Why nothing more is to be sent for a campaign; empty while it is open. On its deadline's day it
   * still is.
   *
   * @param today in the campaign's zone, see {@link #today}
   */
  public List<Closure> closures(Campaign campaign, LocalDate today) {
    List<Closure> closures = new ArrayList<>();
    LocalDate deadline = campaign.deadline();
    if (deadline != null && today.isAfter(deadline)) {
      closures.add(new Closure.DeadlinePassed(deadline));
    }
    superseding(campaign).map(Closure.Superseded::new).ifPresent(closures::add);
    Stopped stopped = campaign.stopped();
    if (stopped != null && !today.isBefore(stopped.on())) {
      closures.add(new Closure.Stopped(stopped.on(), stopped.because()));
    }
    return Collections.unmodifiableList(closures);
  }

  /** The date where the campaign's section is. */
  public static LocalDate today(Clock clock, Campaign campaign) {
    return LocalDate.ofInstant(clock.instant(), campaign.zone());
  }

  /** Days until the deadline: 0 on its day, negative after it, empty where there is none. */
  public static OptionalLong daysLeft(Campaign campaign, LocalDate today) {
    LocalDate deadline = campaign.deadline();
    return deadline == null
        ? OptionalLong.empty()
        : OptionalLong.of(ChronoUnit.DAYS.between(today, deadline));
  }

  /** Doubts about a campaign that only its neighbours raise. */
  public List<Problem> warnings(CampaignFile file) {
    List<Problem> warnings = new ArrayList<>();
    Campaign campaign = file.campaign();
    List<String> previous = campaign.previous();
    for (int i = 0; i < previous.size(); i++) {
      String id = previous.get(i);
      if (!id.contains(":") && !files.containsKey(id) && !broken.containsKey(id)) {
        List<String> near = Spelling.nearest(id, files.keySet(), 1);
        warnings.add(
            file.warning("previous[" + i + "]", "there is no campaign `" + id + "` in " + folder)
                .advise(
                    near.isEmpty()
                        ? "correct the id or link"
                        : "did you mean `" + near.get(0) + "`?"));
      }
    }
    issuesOf(campaign)
        .filter(other -> other.campaign().issue() == campaign.issue())
        .filter(other -> !other.id().equals(file.id()))
        .forEach(
            other ->
                warnings.add(
                    file.warning(
                            "issue",
                            "`%s` is issue %d of UA %s too"
                                .formatted(other.id(), campaign.issue(), campaign.ua()))
                        .advise("correct one of them")));
    return warnings;
  }

  /** A file's campaign, or what is wrong with it; files are read side by side. */
  private record ReadFile(Path path, @Nullable CampaignFile campaign, List<Problem> problems) {
    static ReadFile of(Path path) {
      try {
        return new ReadFile(path, new CampaignReader().read(path), List.of());
      } catch (InvalidInputException e) {
        return new ReadFile(path, null, e.problems());
      }
    }
  }

  private void add(ReadFile read) {
    Path file = read.path();
    String id = CampaignReader.idOf(file);
    if (files.containsKey(id) || broken.containsKey(id)) {
      String message = "there is another file for `" + id + "` here, ending in .yaml";
      broken
          .computeIfAbsent(id, key -> new ArrayList<>())
          .add(Problem.error(file.toString(), message).advise("remove one of them"));
      files.remove(id);
      return;
    }
    CampaignFile campaign = read.campaign();
    if (campaign != null) {
      files.put(id, campaign);
    } else {
      broken.put(id, new ArrayList<>(read.problems()));
    }
  }

  /** The issues of the same Urgent Action; none where it has no number to know them by. */
  private Stream<CampaignFile> issuesOf(Campaign campaign) {
    UaNumber number = campaign.ua();
    return number == null ? Stream.empty() : issuesOf(number);
  }

  private Stream<CampaignFile> issuesOf(UaNumber number) {
    return files.values().stream().filter(file -> number.equals(file.campaign().ua()));
  }

  private Optional<CampaignFile> newest(UaNumber number) {
    List<Problem> perhapsNewer =
        broken.entrySet().stream()
            .filter(entry -> numberIn(entry.getKey()).filter(number::equals).isPresent())
            .flatMap(entry -> entry.getValue().stream())
            .toList();
    if (!perhapsNewer.isEmpty()) {
      throw new InvalidInputException(perhapsNewer);
    }
    Optional<CampaignFile> newest = issuesOf(number).max(BY_ISSUE);
    newest.ifPresent(this::refuseTwins);
    return newest;
  }

  private void refuseTwins(CampaignFile newest) {
    Campaign campaign = newest.campaign();
    List<String> twins =
        issuesOf(campaign)
            .filter(file -> file.campaign().issue() == campaign.issue())
            .map(CampaignFile::id)
            .toList();
    if (twins.size() > 1) {
      throw new InvalidInputException(
          Problem.error(
                  null,
                  "issue %d of UA %s is in several files"
                      .formatted(campaign.issue(), campaign.ua()))
              .advise("name one of them: " + String.join(", ", twins)));
    }
  }

  private InvalidInputException notFound(String wanted) {
    TreeSet<String> names = new TreeSet<>(files.keySet());
    all().stream()
        .map(file -> file.campaign().ua())
        .filter(Objects::nonNull)
        .forEach(number -> names.add(number.toString()));
    List<String> near = Spelling.nearest(wanted.toLowerCase(Locale.ROOT), names, 3);
    String list = "`ua list --all` shows every campaign";
    return new InvalidInputException(
        Problem.error(
                null, "there is no campaign `%s` in %s".formatted(Spelling.shown(wanted), folder))
            .advise(
                near.isEmpty() ? list : "did you mean " + String.join(" or ", near) + "? " + list));
  }

  private static Optional<UaNumber> numberIn(String id) {
    Matcher matcher = NUMBER_IN_ID.matcher(id);
    return matcher.find() ? UaNumber.parse(matcher.group(1)) : Optional.empty();
  }

  private static List<Path> campaignFilesIn(Path folder) {
    String source = folder.toString();
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          Problem.error(source, "there is no such folder of campaigns")
              .advise("name one with --campaigns"));
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Catalogue::isCampaignFile).sorted().toList();
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.error(source, "the folder cannot be read: " + e.getMessage()));
    }
  }

  private static boolean isCampaignFile(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return (name.endsWith(".yaml") || name.endsWith(".yml"))
        && !name.startsWith(".")
        && Files.isRegularFile(file);
  }
}
