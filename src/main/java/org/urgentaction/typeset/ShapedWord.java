package org.urgentaction.typeset;

import java.util.Arrays;

/** A word in one typeface, its clusters in the order in which they stand from left to right. */
final class ShapedWord {
  private final Typeface face;
  private final Cluster[] clusters;
  private final int[] starts;
  private final int width;
  private final boolean rightToLeft;

  /**
   * @param starts of each cluster, in thousandths of an em of the typeface
   * @param width in the same unit
   */
  ShapedWord(Typeface face, Cluster[] clusters, int[] starts, int width, boolean rightToLeft) {
    this.face = face;
    this.clusters = clusters;
    this.starts = starts;
    this.width = width;
    this.rightToLeft = rightToLeft;
  }

  Typeface face() {
    return face;
  }

  int size() {
    return clusters.length;
  }

  Cluster cluster(int index) {
    return clusters[index];
  }

  int start(int index) {
    return starts[index];
  }

  /** In thousandths of an em of the typeface. */
  int ownWidth() {
    return width;
  }

  /** In thousandths of the nominal size. */
  int width() {
    return width * face.scale() / 100;
  }

  /**
   * How far from a cluster the word goes on within a width; at least one cluster.
   *
   * @param from counted in reading order
   * @param limit in thousandths of the nominal size
   * @return the first cluster that is too much, in reading order
   */
  int fitting(int from, int limit) {
    int to = from + 1;
    while (to < clusters.length && width(from, to + 1) * face.scale() / 100 <= limit) {
      to++;
    }
    return to;
  }

  /** Some of the clusters, counted in reading order. */
  ShapedWord slice(int from, int to) {
    int first = rightToLeft ? clusters.length - to : from;
    int last = rightToLeft ? clusters.length - from : to;
    int[] moved = Arrays.copyOfRange(starts, first, last);
    for (int i = 0; i < moved.length; i++) {
      moved[i] -= starts[first];
    }
    return new ShapedWord(
        face, Arrays.copyOfRange(clusters, first, last), moved, width(from, to), rightToLeft);
  }

  private int width(int from, int to) {
    int first = rightToLeft ? clusters.length - to : from;
    int last = rightToLeft ? clusters.length - from : to;
    return (last < clusters.length ? starts[last] : width) - starts[first];
  }
}
