package org.urgentaction.importing.read;

import java.io.IOException;

/** Why a document cannot be read, and what to do about it, wherever in the reading that shows. */
final class UnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  UnreadableException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  static UnreadableException damaged(String format) {
    return new UnreadableException(
        "the " + format + " is damaged or cut short", "get the file again from where it came");
  }

  static UnreadableException tooLarge() {
    return new UnreadableException(
        "the document unpacks to far more than an Urgent Action holds",
        "check where the file comes from, or copy its text into a .txt file");
  }

  String advice() {
    return advice;
  }
}
