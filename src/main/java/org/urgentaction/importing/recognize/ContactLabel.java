package org.urgentaction.importing.recognize;

/** A way to reach an office, as its label says; {@code labels.yaml} has the words. */
enum ContactLabel {
  FAX,
  PHONE,
  EMAIL,
  SALUTATION,
  TWITTER,
  FACEBOOK,
  INSTAGRAM,
  OTHER_NETWORK,
  FORM,
  WEBSITE,
  ADDRESS,
  TELEGRAM,
  TELEX,
  NAME,
  ROLE;

  /** Whether its label may stand directly before a number, without a colon. */
  boolean takesNumber() {
    return this == FAX || this == PHONE || this == TELEX;
  }
}
