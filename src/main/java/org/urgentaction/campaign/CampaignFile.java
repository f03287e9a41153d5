package org.urgentaction.campaign;

import java.nio.file.Path;
import java.util.List;
import org.urgentaction.problem.Problem;

/**
 * A campaign as it was read, with what is needed to talk about its file.
 *
 * @param path as the user named it; pictures are found beside it
 * @param warnings doubts of the reader itself; {@link CampaignChecker} has many more
 * @param marks what somebody is still to look at
 * @param places where every value stands
 */
public record CampaignFile(
    Path path,
    Campaign campaign,
    List<Problem> warnings,
    List<ReviewMark> marks,
    SourcePlaces places) {

  public CampaignFile {
    warnings = List.copyOf(warnings);
    marks = List.copyOf(marks);
  }

  public String id() {
    return campaign.id();
  }

  /** A warning that points at a value of this file. */
  public Problem warning(String valuePath, String message) {
    SourcePlace place = places.at(valuePath);
    return Problem.warning(path.toString(), place.line(), place.column(), message);
  }

  /** A warning that points at a place of this file. */
  Problem warning(SourcePlace place, String message) {
    return Problem.warning(path.toString(), place.line(), place.column(), message);
  }

  /** An error that points at a value of this file. */
  public Problem error(String valuePath, String message) {
    SourcePlace place = places.at(valuePath);
    return Problem.error(path.toString(), place.line(), place.column(), message);
  }
}
