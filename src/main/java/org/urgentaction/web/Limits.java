package org.urgentaction.web;

/**
 * How much one reader may ask for, and all of them together.
 *
 * @param pages a minute and reader
 * @param previews letters read in the page, a minute and reader
 * @param files letters made into files, a minute and reader
 * @param actions told to the log, an hour and reader
 * @param atOnce letters in the making at one moment, for all readers
 */
public record Limits(int pages, int previews, int files, int actions, int atOnce) {

  /** One household: no more than what keeps a runaway page from filling the machine. */
  static Limits atHome() {
    return new Limits(1200, 300, 120, 600, processors());
  }

  static Limits inPublic() {
    return new Limits(240, 60, 20, 40, processors());
  }

  private static int processors() {
    return Math.max(2, Runtime.getRuntime().availableProcessors());
  }
}
