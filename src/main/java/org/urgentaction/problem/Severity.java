package org.urgentaction.problem;

/**
 * How much a {@link Problem} matters: an error stops the work, a warning is a colleague's doubt.
 */
public enum Severity {
  ERROR,
  WARNING
}
