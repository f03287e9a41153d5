package org.urgentaction.importing.recognize;

/** What a labelled section of an Urgent Action holds; {@code labels.yaml} has the words. */
enum Label {
  /** Before any label: series, number, headline, the case. */
  HEAD,
  TAKE_ACTION,
  ASKS,
  TARGETS,
  COPIES,
  LETTER,
  /** After a letter's closing, until the next label. */
  AFTER_LETTER,
  BACKGROUND,
  SUMMARY,
  DEADLINE,
  LANGUAGES,
  NAMES,
  GENDER,
  COUNTRY,
  NUMBER,
  TITLE,
  INDEX,
  DATE,
  PREVIOUS,
  SOCIAL,
  REPORT,
  CONCERN,
  /** Navigation and the like, which belong to the page and not to the action. */
  CHROME;

  /**
   * Whether what the label introduces stands on its own line, so that what follows is free again.
   */
  boolean isValue() {
    return switch (this) {
      case DEADLINE,
          LANGUAGES,
          GENDER,
          COUNTRY,
          NUMBER,
          TITLE,
          INDEX,
          DATE,
          PREVIOUS,
          REPORT,
          CONCERN,
          CHROME ->
          true;
      default -> false;
    };
  }

  /** Whether its lines are a story told, in which nobody's address is looked for. */
  boolean isNarrative() {
    return this == LETTER || this == BACKGROUND || this == SUMMARY || this == SOCIAL;
  }
}
