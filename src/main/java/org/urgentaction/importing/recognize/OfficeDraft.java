package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Fax;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundOffice;

/** Decides whether what was read is an office at all, and which of its lines are in doubt. */
final class OfficeDraft {
  private final OfficeHead head;
  private final boolean reached;
  private final boolean labelled;

  OfficeDraft(OfficeHead head, boolean reached, boolean labelled) {
    this.head = head;
    this.reached = reached;
    this.labelled = labelled;
  }

  @Nullable FoundOffice finish(
      UnaryOperator<@Nullable Found<List<String>>> telegram,
      @Nullable Found<String> salutation,
      List<Found<String>> emails,
      List<Found<Fax>> faxes,
      List<Found<String>> phones,
      @Nullable Found<String> form,
      Map<String, Found<String>> social) {
    Found<String> name = head.name();
    Found<String> role = head.role();
    Found<List<String>> address = head.address();
    if (name == null && role == null) {
      if (address == null || !reached || !labelled) {
        return null;
      }
      List<String> lines = new ArrayList<>(address.value());
      role =
          Found.doubtful(lines.remove(0), address.line(), "is this the office that is written to?");
      address = lines.isEmpty() ? null : Found.certain(List.copyOf(lines), address.line() + 1);
    }
    boolean located = address != null && isPlace(address.value());
    if (!reached && !(located && (labelled || (name != null && role != null)))) {
      return null;
    }
    return new FoundOffice(
        name,
        role,
        null,
        salutation,
        telegram.apply(address),
        emails,
        faxes,
        phones,
        form,
        social,
        List.of());
  }

  private static boolean isPlace(List<String> lines) {
    return lines.size() >= 2 || lines.stream().anyMatch(HeadWords::hasDigit);
  }
}
