package org.urgentaction.campaign;

import java.util.Locale;
import java.util.Optional;

/** How a person is referred to; languages that inflect by gender choose their forms by it. */
public enum Pronouns {
  HE,
  SHE,
  THEY;

  /** Reads he, she or they, alone or as in he/him. */
  public static Optional<Pronouns> parse(String text) {
    String first = text.strip().toLowerCase(Locale.ROOT).split("[/, ]", 2)[0];
    return switch (first) {
      case "he" -> Optional.of(HE);
      case "she" -> Optional.of(SHE);
      case "they" -> Optional.of(THEY);
      default -> Optional.empty();
    };
  }

  /** As a campaign file writes it. */
  @Override
  public String toString() {
    return switch (this) {
      case HE -> "he/him";
      case SHE -> "she/her";
      case THEY -> "they/them";
    };
  }
}
