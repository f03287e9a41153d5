package org.urgentaction.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.returns.Mailbox;
import org.urgentaction.returns.MessageIdReader;

/** Settles what is unknown by evidence: a message that lies among the sent mail was sent. */
final class FoundSent {
  private static final int LISTED = 50;

  private final Workbench bench;
  private final Set<String> wanted = new HashSet<>();
  private final Set<String> found = new HashSet<>();

  FoundSent(Workbench bench) {
    this.bench = bench;
  }

  /** The exit status: not all is done while something stays unknown. */
  int resolve(ActionLog log, List<String> sources) {
    List<Mailbox> mailboxes = MailboxOptions.mailboxes(bench, sources, null);
    List<ActionRecord> unknown = log.list(ActionFilter.in(ActionState.UNKNOWN));
    for (ActionRecord action : unknown) {
      if (action.messageId() != null) {
        wanted.add(action.messageId());
      }
    }
    int unread = 0;
    for (Mailbox mailbox : mailboxes) {
      unread += mailbox.read((place, bytes) -> look(bytes));
    }
    List<ActionRecord> resolved = found.isEmpty() ? List.of() : log.resolveFound(found);
    List<ActionRecord> left =
        unknown.stream().filter(action -> !found.contains(action.messageId())).toList();
    resolved.forEach(action -> bench.terminal().out().println(action.id() + "  sent: found"));
    left.stream()
        .limit(LISTED)
        .forEach(action -> bench.terminal().out().println(action.id() + "  unknown: not found"));
    bench.note(
        "%d of %d unknown found among the sent mail%s."
            .formatted(
                resolved.size(),
                unknown.size(),
                unread == 0 ? "" : " (%d messages could not be read)".formatted(unread)));
    if (!left.isEmpty()) {
      bench.note(
          "The others stay unknown: a server may have taken them without keeping a copy. When you"
              + " know, say so: ua log resolve ACTION --sent or --not-sent");
    }
    return left.isEmpty() && unread == 0 ? ExitStatus.DONE : ExitStatus.UNFINISHED;
  }

  private boolean look(InputStream bytes) throws IOException {
    MessageIdReader.read(bytes).filter(wanted::contains).ifPresent(found::add);
    return false;
  }
}
