package org.urgentaction.importing.draft;

import java.util.List;

/**
 * A campaign file with another document's version added.
 *
 * @param bytes of the file as it is to be
 * @param agrees what both say
 * @param differs what they say differently; the file keeps its own and has a comment
 * @param added what the file did not have
 */
public record Merged(byte[] bytes, List<String> agrees, List<String> differs, List<String> added) {

  public Merged {
    bytes = bytes.clone();
    agrees = List.copyOf(agrees);
    differs = List.copyOf(differs);
    added = List.copyOf(added);
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }
}
