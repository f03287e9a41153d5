package org.urgentaction.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.Sha256;
import org.urgentaction.log.ActionLog;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * What a live run is made from, by digest: a run that takes up another says what has changed since.
 */
public final class Inputs {
  private final String run;
  private final Map<String, String> digests = new LinkedHashMap<>();

  /**
   * @param run what is taken up, by a name that tells it from other runs: the campaign's id for its
   *     letters
   * @param templates a folder of templates, or null for those in the program
   * @param list of supporters, or null for a single writer
   */
  public Inputs(String run, Path campaign, @Nullable Path templates, @Nullable Path list) {
    this.run = run;
    try {
      digests.put("campaign", Sha256.of(campaign));
      digests.put("template", templates == null ? "built in" : folder(templates));
      if (list != null) {
        digests.put("list", Sha256.of(list));
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.error(campaign.toString(), "what the letters are made from cannot be read")
              .advise("look at campaign, templates and list, and their permissions"));
    }
  }

  private static String folder(Path folder) throws IOException {
    ByteArrayOutputStream listing = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String line = folder.relativize(file) + " " + Sha256.of(file) + "\n";
        listing.writeBytes(line.getBytes(UTF_8));
      }
    }
    return Sha256.of(listing.toByteArray());
  }

  /** How they differ from those of the last live run; nothing where there was none. */
  public List<String> changes(ActionLog log) {
    Map<String, String> before = log.noteInputs(run, Map.of());
    List<String> changes = new ArrayList<>();
    changed(before, "campaign", "the campaign file has changed", changes);
    changed(before, "template", "the templates have changed", changes);
    changed(before, "list", "the list is another, or has changed", changes);
    return changes;
  }

  /** Notes them for the next run. */
  public void note(ActionLog log) {
    log.noteInputs(run, digests);
  }

  private void changed(
      Map<String, String> before, String kind, String words, List<String> changes) {
    String then = before.get(kind);
    String now = digests.get(kind);
    if (then != null && now != null && !then.equals(now)) {
      changes.add(words + " since the last live run; what was sent is not sent again");
    }
  }
}
