package org.urgentaction.report;

/** A mark of a drawing, in pixels from its upper left corner. */
sealed interface Mark {
  /**
   * A filled rectangle.
   *
   * @param meaning what it stands for, for those who point at it or hear it
   */
  record Bar(double x, double y, double width, double height, String meaning) implements Mark {}

  /** A thin level line. */
  record Rule(double x, double y, double width) implements Mark {}

  /** Where a text stands against its place. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /**
   * A line of text.
   *
   * @param y of its base line
   * @param size in pixels
   */
  record Words(double x, double y, double size, boolean bold, Anchor anchor, String text)
      implements Mark {}
}
