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
  private int handedOver;

  ActionTable.@Nullable Versioned find(String id) {
    return actions.get(id);
  }

  /** How many have their intent on the disk and not their outcome. */
  int handedOver() {
    return handedOver;
  }

  /** Takes over what is on the disk now: what is still on its way stays, the rest goes. */
  void update(Map<String, ActionTable.Versioned> written) {
    written.forEach(
        (id, action) -> {
          ActionState state = action.action().state();
          boolean underWay = state == ActionState.CLAIMED || state == ActionState.INTENT;
          ActionTable.@Nullable Versioned before =
              underWay && action.action().worker() != null
                  ? actions.put(id, action)
                  : actions.remove(id);
          handedOver += intent(actions.get(id)) - intent(before);
        });
  }

  private static int intent(ActionTable.@Nullable Versioned action) {
    return action != null && action.action().state() == ActionState.INTENT ? 1 : 0;
  }

  void clear() {
    actions.clear();
    handedOver = 0;
  }
}
