package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.Found;

/**
 * Who is written to and where, from the lines above the contact data: role before name or name
 * before role; a body's line is the role where no other is given, else the address's first.
 */
final class OfficeHead {
  private static final int MOST_HEAD_LINES = 5;

  private final HeadWords words;
  private final List<String> address = new ArrayList<>();
  private @Nullable HeadLine name;
  private @Nullable HeadLine role;
  private @Nullable HeadLine body;
  private boolean rolePrefixed;
  private boolean open = true;
  private int addressLine;

  OfficeHead(HeadWords words) {
    this.words = words;
  }

  void read(List<HeadLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      HeadLine line = lines.get(i);
      HeadLine next = i + 1 < lines.size() ? lines.get(i + 1) : null;
      if (!open || i >= MOST_HEAD_LINES) {
        place(line);
      } else {
        open(line, next);
      }
    }
    if (body != null) {
      if (role == null) {
        role = body;
      } else {
        address.add(0, body.text().strip());
        addressLine = body.line();
      }
    }
  }

  private void open(HeadLine line, @Nullable HeadLine next) {
    HeadWords.RoleAndName both = words.roleAndName(line.text());
    if (both != null && name == null && words.honorifics(Folding.fold(line.text())) == 0) {
      if (role == null) {
        role = new HeadLine(both.role(), line.line());
        rolePrefixed = true;
      }
      name = new HeadLine(both.name(), line.line());
      return;
    }
    switch (words.kind(line.text())) {
      case ROLE -> role(line);
      case NAME -> name(line);
      case ORGAN -> organ(line, next);
      case PLACE -> place(line);
    }
  }

  private void role(HeadLine line) {
    if (role == null
        && !(body != null && name != null && isTranslation(body.text(), line.text()))) {
      role = line;
    } else if (rolePrefixed && role != null && repeats(role.text(), line.text())) {
      role = line;
      rolePrefixed = false;
    } else {
      place(line);
      open = name == null;
    }
  }

  private static boolean repeats(String prefix, String line) {
    return line.length() > prefix.length() && Folding.fold(line).startsWith(Folding.fold(prefix));
  }

  /** Whether one line says in another language what the other says: "of" here, "de" there. */
  private static boolean isTranslation(String first, String second) {
    return (isEnglish(first) && isRomance(second)) || (isRomance(first) && isEnglish(second));
  }

  private static boolean isEnglish(String text) {
    return Folding.fold(text).contains(" of ");
  }

  private static boolean isRomance(String text) {
    String folded = Folding.fold(text) + " ";
    return folded.contains(" de ")
        || folded.contains(" del ")
        || folded.contains(" du ")
        || folded.contains(" della ")
        || folded.contains(" do ")
        || folded.contains(" da ");
  }

  private void name(HeadLine line) {
    if (name == null) {
      name = line;
    } else {
      place(line);
    }
  }

  private void organ(HeadLine line, @Nullable HeadLine next) {
    boolean nextIsPerson =
        next != null && (words.isPerson(next.text()) || words.roleAndName(next.text()) != null);
    boolean nextIsRole =
        next != null
            && !HeadWords.hasDigit(next.text())
            && words.kind(next.text()) == HeadWords.Kind.ROLE
            && !(name != null && isTranslation(line.text(), next.text()));
    if (name == null && role == null && body == null) {
      body = line;
    } else if (role == null && body == null && !nextIsRole) {
      role = line;
      open = name == null && nextIsPerson;
    } else {
      place(line);
      open = (name == null && nextIsPerson) || (role == null && nextIsRole);
    }
  }

  private void place(HeadLine line) {
    if (address.isEmpty()) {
      addressLine = line.line();
    }
    address.add(line.text().strip());
    open = false;
  }

  private static String trimmed(String text) {
    String line = text.strip();
    while (line.endsWith(",") || line.endsWith(";")) {
      line = line.substring(0, line.length() - 1).strip();
    }
    return line;
  }

  @Nullable Found<String> name() {
    return name == null ? null : Found.certain(trimmed(name.text()), name.line());
  }

  @Nullable Found<String> role() {
    return role == null ? null : Found.certain(trimmed(role.text()), role.line());
  }

  @Nullable Found<List<String>> address() {
    return address.isEmpty() ? null : Found.certain(List.copyOf(address), addressLine);
  }
}
