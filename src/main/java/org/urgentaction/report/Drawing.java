package org.urgentaction.report;

import java.util.List;

/**
 * A chart as marks on a white page, which SVG and PNG draw alike.
 *
 * @param title what it shows
 * @param description all of its numbers in words
 */
record Drawing(String title, String description, int width, int height, List<Mark> marks) {
  Drawing {
    marks = List.copyOf(marks);
  }
}
