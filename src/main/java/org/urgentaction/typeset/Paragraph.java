package org.urgentaction.typeset;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.urgentaction.document.Inline;

/**
 * A paragraph whose words are shaped, not yet broken into lines.
 *
 * <p>One that many letters share keeps the lines it was set in.
 */
final class Paragraph {
  /**
   * @param width of the lines in hundredths of a point
   * @param size of the type in the same unit
   * @param flushRight whether lines stand at the right edge
   */
  record Shape(int width, int size, boolean flushRight) {}

  private final List<List<Piece>> hardLines;
  private final boolean rightToLeft;
  private final int leading;
  private final List<Inline.Link> links;
  private final WordDivider divider;
  private final boolean shared;
  private final Map<Integer, List<List<Piece>>> broken = new ConcurrentHashMap<>();
  private final Map<Shape, List<SetLine>> set = new ConcurrentHashMap<>();

  /**
   * @param leading per cent of the usual leading that its typefaces need
   * @param shared whether it will be asked for again, and every glyph of it is in all letters
   */
  Paragraph(
      List<List<Piece>> hardLines,
      boolean rightToLeft,
      int leading,
      List<Inline.Link> links,
      WordDivider divider,
      boolean shared) {
    this.hardLines = hardLines;
    this.rightToLeft = rightToLeft;
    this.leading = leading;
    this.links = List.copyOf(links);
    this.divider = divider;
    this.shared = shared;
  }

  List<List<Piece>> hardLines() {
    return hardLines;
  }

  boolean rightToLeft() {
    return rightToLeft;
  }

  /** Whether its lines may end with hyphens that its text does not have. */
  boolean mayDivide() {
    return hardLines.stream().anyMatch(divider::mayDivide);
  }

  int leading() {
    return leading;
  }

  /** Whether other letters have it too. */
  boolean shared() {
    return shared;
  }

  List<Inline.Link> links() {
    return links;
  }

  /**
   * The lines of a width.
   *
   * @param width in thousandths of the size
   */
  List<List<Piece>> lines(int width) {
    return shared ? broken.computeIfAbsent(width, this::breakLines) : breakLines(width);
  }

  /** The lines as they are drawn, made by {@code setter} unless they are kept. */
  List<SetLine> set(Shape shape, Function<Shape, List<SetLine>> setter) {
    return shared ? set.computeIfAbsent(shape, setter) : setter.apply(shape);
  }

  private List<List<Piece>> breakLines(int width) {
    return new LineBreaker(width, divider).lines(hardLines);
  }
}
