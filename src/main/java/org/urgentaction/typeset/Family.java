package org.urgentaction.typeset;

import java.util.List;

/**
 * A line of {@code fonts/families.csv}: which scripts a family sets, and how it stands beside the
 * others.
 *
 * @param scripts ISO 15924 codes
 * @param scale per cent of the nominal size at which it looks as large as Noto Serif
 * @param leading per cent of Noto Serif's leading that its lines need
 * @param files of the regular, bold, italic and bold italic styles, at least the first
 */
record Family(String folder, List<String> scripts, int scale, int leading, List<String> files) {
  Family {
    scripts = List.copyOf(scripts);
    files = List.copyOf(files);
  }

  static Family parse(String line) {
    List<String> fields = List.of(line.split(";", -1));
    return new Family(
        fields.get(0),
        List.of(fields.get(1).split(" ", -1)),
        Integer.parseInt(fields.get(2)),
        Integer.parseInt(fields.get(3)),
        fields.subList(4, fields.size()));
  }

  /** The file of a style, or of the nearest style that the family has. */
  String file(boolean bold, boolean italic) {
    int wanted = (bold ? 1 : 0) + (italic ? 2 : 0);
    if (wanted < files.size()) {
      return files.get(wanted);
    }
    return bold && files.size() > 1 ? files.get(1) : files.get(0);
  }
}
