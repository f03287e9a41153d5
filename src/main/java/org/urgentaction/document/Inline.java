package org.urgentaction.document;

import java.util.List;
import java.util.Locale;

/** A piece of running text. */
public sealed interface Inline {

  /** Characters, white space already folded as HTML folds it. */
  record Text(String text) implements Inline {}

  /** Where a line must end. */
  record LineBreak() implements Inline {}

  /** Strong importance, drawn bold. */
  record Strong(List<Inline> content) implements Inline {
    public Strong {
      content = List.copyOf(content);
    }
  }

  /** Stress, drawn italic where the script has it. */
  record Emphasis(List<Inline> content) implements Inline {
    public Emphasis {
      content = List.copyOf(content);
    }
  }

  /**
   * A link.
   *
   * @param target an absolute http, https, mailto or tel URI
   */
  record Link(String target, List<Inline> content) implements Inline {
    public Link {
      content = List.copyOf(content);
    }
  }

  /** Words in another language than what stands around them. */
  record Foreign(Locale language, List<Inline> content) implements Inline {
    public Foreign {
      content = List.copyOf(content);
    }
  }

  /** The characters of these inlines, line breaks as newlines. */
  static String plain(List<Inline> content) {
    StringBuilder text = new StringBuilder();
    for (Inline inline : content) {
      if (inline instanceof Text plain) {
        text.append(plain.text());
      } else if (inline instanceof LineBreak) {
        text.append('\n');
      } else if (inline instanceof Strong strong) {
        text.append(plain(strong.content()));
      } else if (inline instanceof Emphasis emphasis) {
        text.append(plain(emphasis.content()));
      } else if (inline instanceof Link link) {
        text.append(plain(link.content()));
      } else if (inline instanceof Foreign foreign) {
        text.append(plain(foreign.content()));
      }
    }
    return text.toString();
  }
}
