package org.urgentaction.importing.recognize;

/** Tells what is written as a person's name: capitals and particles, and no word of an office. */
final class NameShape {
  private static final int LONGEST = 90;

  private final Phrases roles;
  private final Phrases organs;
  private final Phrases places;
  private final Phrases particles;
  private final Phrases bodies;
  private final Phrases surnames;
  private final CountryNames countries;

  NameShape(Lexicon lexicon, CountryNames countries) {
    roles = lexicon.phrases("roles");
    organs = lexicon.phrases("organs");
    places = lexicon.phrases("places");
    particles = lexicon.phrases("particles");
    bodies = lexicon.phrases("bodies");
    surnames = lexicon.phrases("surnames");
    this.countries = countries;
  }

  /** Whether a text is shaped as a person's name, of so many words at least. */
  boolean isName(String text, int fewest) {
    if (text.length() > LONGEST) {
      return false;
    }
    String bare = text.strip();
    if (bare.endsWith(",")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    bare = bare.replaceAll("\\s*\\((?:m|f|he|she|Mr|Ms|Mrs)\\)$", "");
    String[] words = bare.split("\\s+", 12);
    if (bare.isEmpty() || words.length > 9 || words.length < fewest) {
      return false;
    }
    String folded = Folding.fold(bare);
    if (countries.code(bare) != null || countries.isCity(bare)) {
      return false;
    }
    int capitals = 0;
    for (String word : words) {
      String key = Folding.key(word);
      if (particles.contains(key) && Character.isLowerCase(first(word))) {
        continue;
      }
      if (!isNameWord(word) || isWordOfOffice(key)) {
        return false;
      }
      capitals++;
    }
    return capitals >= fewest && !organs.isIn(folded) && !roleWithin(folded);
  }

  private boolean roleWithin(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      int length = Phrases.isBoundary(folded, i) ? roles.at(folded, i) : 0;
      if (length > 0
          && !(surnames.contains(folded.substring(i, i + length))
              && !ruledBy(folded, i + length))) {
        return true;
      }
    }
    return false;
  }

  /** Whether "of", "and" or nothing follows a title that is a name too: the Amir of Kuwait. */
  private static boolean ruledBy(String folded, int at) {
    String rest = folded.substring(at).strip();
    return (at == folded.length() && folded.indexOf(' ') < 0)
        || rest.startsWith("of ")
        || rest.startsWith("and ")
        || rest.startsWith("de ");
  }

  private boolean isWordOfOffice(String key) {
    return key.length() > 1
        && (places.contains(key) || organs.contains(key) || bodies.contains(key));
  }

  private static char first(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetter(word.charAt(i))) {
        return word.charAt(i);
      }
    }
    return ' ';
  }

  private static boolean isNameWord(String word) {
    boolean letter = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isLetter(c)) {
        if (!letter
            && !Character.isUpperCase(c)
            && Character.isLowerCase(c)
            && word.indexOf('-') < 0) {
          return false;
        }
        letter = true;
      } else if ("-'’‘ʼ`´.".indexOf(c) < 0 && Character.getType(c) != Character.NON_SPACING_MARK) {
        return false;
      }
    }
    return letter;
  }
}
