package org.urgentaction.log;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The actions that this process holds, as it last wrote them, so that they need not be read before
 * each move. Memory, not evidence: whoever moves one must find it in the log at the same version.
 */
final class Held {
  private final Map<String, ActionTable.Versioned> actions = new HashMap<>();

  ActionTable.@Nullable Versioned find(String id) {
    return actions.get(id);
  }

  /** Takes over what is on the disk now: what is still on its way stays, the rest goes. */
  void update(Map<String, ActionTable.Versioned> written) {
    written.forEach(
        (id, action) -> {
          boolean underWay =
              action.action().state() == ActionState.CLAIMED
                  || action.action().state() == ActionState.INTENT;
          if (underWay && action.action().worker() != null) {
            actions.put(id, action);
          } else {
            actions.remove(id);
          }
        });
  }

  void clear() {
    actions.clear();
  }
}
