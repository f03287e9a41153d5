package org.urgentaction.importing.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.urgentaction.campaign.ReviewMark;

/** The comments that a written campaign carries: at its head, before its values, at its end. */
public final class Remarks {
  private final List<String> head = new ArrayList<>();
  private final Map<String, List<String>> before = new LinkedHashMap<>();
  private final List<String> end = new ArrayList<>();
  private boolean issueUnknown;

  /** A line below the schema's, such as where the campaign is from. */
  public void head(String text) {
    head.add(oneLine(text));
  }

  /**
   * A doubt about a value, which stands above it as {@code # check: …}.
   *
   * @param path as {@link org.urgentaction.campaign.SourcePlaces} has it: {@code targets[0].fax};
   *     the value itself may be missing
   */
  public void check(String path, String doubt) {
    before.computeIfAbsent(path, key -> new ArrayList<>()).add(ReviewMark.PREFIX + oneLine(doubt));
  }

  /** Something that the campaign lacks, said at its end as {@code # check: no …}. */
  public void missing(String what) {
    end.add(ReviewMark.PREFIX + ReviewMark.missing(what));
  }

  /** The number of the issue is not known: the file does not give one. */
  void issueUnknown() {
    issueUnknown = true;
  }

  boolean isIssueUnknown() {
    return issueUnknown;
  }

  List<String> head() {
    return head;
  }

  List<String> before(String path) {
    return before.getOrDefault(path, List.of());
  }

  List<String> end() {
    return end;
  }

  /** A comment ends with its line, and holds nothing that a file must not hold. */
  static String oneLine(String text) {
    return CleanText.line(text).replaceAll("\\s+", " ");
  }
}
