package org.urgentaction.importing.read;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.urgentaction.input.XmlPart;

/** What a Word file's styles say of the paragraphs and words set in them. */
final class WordStyles {
  private static final int DEEPEST = 20;

  /** One style with what it says itself; null is what it takes from the one it is based on. */
  private static final class Style {
    @Nullable String basedOn;
    @Nullable Boolean heading;
    @Nullable Boolean listed;
    @Nullable Boolean bold;
    @Nullable Boolean hidden;
    @Nullable Integer before;
    @Nullable Integer after;
  }

  private final Map<String, Style> styles = new HashMap<>();
  private final Style defaults = new Style();
  private String normal = "";
  private String language = "";

  private WordStyles() {}

  static WordStyles of(WordParts parts) throws IOException, XMLStreamException {
    WordStyles all = new WordStyles();
    for (String name : parts.related("/styles")) {
      try (XmlPart part = parts.open(name)) {
        all.read(part);
      }
    }
    return all;
  }

  private void read(XmlPart part) throws XMLStreamException {
    Style style = defaults;
    int depth = 0;
    while (part.xml().hasNext()) {
      int event = part.xml().next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (part.xml().getLocalName().equals("style")) {
          style = defaults;
        }
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        if (depth > WordBody.DEEPEST) {
          throw new XMLStreamException("nested too deep");
        }
        if (part.xml().getLocalName().equals("style")) {
          style = begin(part);
        } else {
          property(part, style);
        }
      }
    }
  }

  private Style begin(XmlPart part) {
    Style style = new Style();
    String id = part.attribute("styleId");
    if (id != null) {
      styles.put(id, style);
      if ("paragraph".equals(part.attribute("type")) && isOn(part.attribute("default"), false)) {
        normal = id;
      }
    }
    return style;
  }

  private void property(XmlPart part, Style style) {
    String value = part.attribute("val");
    switch (part.xml().getLocalName()) {
      case "name" -> {
        String name = value == null ? "" : value.toLowerCase(Locale.ROOT);
        if (name.startsWith("heading") || name.equals("title") || name.equals("subtitle")) {
          style.heading = true;
        }
      }
      case "basedOn" -> style.basedOn = value;
      case "outlineLvl" -> style.heading = isHeading(value);
      case "numId" -> style.listed = !"0".equals(value);
      case "b" -> style.bold = isOn(value, true);
      case "vanish" -> style.hidden = isOn(value, true);
      case "spacing" -> {
        style.before = twips(part.attribute("before"), style.before);
        style.after = twips(part.attribute("after"), style.after);
      }
      case "lang" -> {
        if (value != null && (style == defaults || language.isEmpty())) {
          language = value;
        }
      }
      default -> {
        // Nothing that reading asks for.
      }
    }
  }

  static boolean isHeading(@Nullable String outlineLevel) {
    return outlineLevel != null && outlineLevel.length() == 1 && !"9".equals(outlineLevel);
  }

  /** ST_OnOff, whose absence means something else in each place. */
  static boolean isOn(@Nullable String value, boolean absent) {
    return value == null
        ? absent
        : !value.equals("0") && !value.equals("false") && !value.equals("off");
  }

  /** Twentieths of a point. */
  static @Nullable Integer twips(@Nullable String value, @Nullable Integer absent) {
    return value != null && value.matches("[0-9]{1,5}") ? Integer.valueOf(value) : absent;
  }

  private <T> T first(@Nullable String id, Function<Style, @Nullable T> property, T absent) {
    String next = id == null ? normal : id;
    for (int i = 0; i < DEEPEST && next != null; i++) {
      Style style = styles.get(next);
      T value = style == null ? null : property.apply(style);
      if (value != null) {
        return value;
      }
      next = style == null ? null : style.basedOn;
    }
    T value = property.apply(defaults);
    return value == null ? absent : value;
  }

  boolean heading(@Nullable String id) {
    return first(id, style -> style.heading, false);
  }

  boolean listed(@Nullable String id) {
    return first(id, style -> style.listed, false);
  }

  boolean bold(@Nullable String id) {
    return first(id, style -> style.bold, false);
  }

  boolean hidden(@Nullable String id) {
    return first(id, style -> style.hidden, false);
  }

  int before(@Nullable String id) {
    return first(id, style -> style.before, 0);
  }

  int after(@Nullable String id) {
    return first(id, style -> style.after, 0);
  }

  /** The language of text that states none, empty where the styles do not tell. */
  String language() {
    return language;
  }
}
