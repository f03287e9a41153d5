package org.urgentaction.importing.draft;

import java.util.List;

/**
 * A campaign file with another document's version added.
 *
 * @param text of the file as it is to be
 * @param agrees what both say
 * @param differs what they say differently; the file keeps its own and has a comment
 * @param added what the file did not have
 */
public record Merged(String text, List<String> agrees, List<String> differs, List<String> added) {

  public Merged {
    agrees = List.copyOf(agrees);
    differs = List.copyOf(differs);
    added = List.copyOf(added);
  }
}
