package org.urgentaction.log;

import java.util.List;

/**
 * What {@link ActionLog#verify()} found.
 *
 * @param fingerprint over the last seals of all chains: whoever noted it down can tell later
 *     whether the log still ends as it did (hex)
 * @param findings what was altered, removed or put in another order, a sentence each; empty for a
 *     sound log
 */
public record Verification(
    long actions, long records, int chains, String fingerprint, List<String> findings) {
  public boolean sound() {
    return findings.isEmpty();
  }
}
