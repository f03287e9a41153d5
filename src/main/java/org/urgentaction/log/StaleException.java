package org.urgentaction.log;

import java.sql.SQLException;

/** An action is not as this process remembers it: to be read again before it is moved. */
final class StaleException extends SQLException {
  private static final long serialVersionUID = 1;

  StaleException(String id) {
    super("action " + id + " was changed by another process");
  }
}
