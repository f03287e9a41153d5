package org.urgentaction.log;

/** Who makes a move: some are the program's to make, others need a person's word. */
public enum Actor {
  PROGRAM,
  PERSON
}
