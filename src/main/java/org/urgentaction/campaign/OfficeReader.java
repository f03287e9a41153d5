package org.urgentaction.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the officials that are written to and those that get a copy; no two share an id. */
final class OfficeReader {
  private final Reading reading;
  private final TextReader texts;
  private final ScalarReader scalars;
  private final Map<String, SourcePlace> ids = new HashMap<>();

  OfficeReader(Reading reading, TextReader texts, ScalarReader scalars) {
    this.reading = reading;
    this.texts = texts;
    this.scalars = scalars;
  }

  Copy copy(Section section) {
    return new Copy(target(section), List.copyOf(section.many("for", scalars::countryOrRegion)));
  }

  Target target(Section section) {
    String id = section.required("id", this::uniqueId, "id: president");
    if (!section.has("name") && !section.has("role") && !section.has("organization")) {
      reading.error(
          section.node(), "`name` or `role` is missing", "say who is written to, or which office");
    }
    return new Target(
        id == null ? "" : id,
        section.localized("name", texts::line),
        section.localized("role", texts::line),
        section.localized("organization", texts::line),
        section.localized("salutation", texts::line),
        section.localizedLists("address", texts::line),
        List.copyOf(section.many("email", scalars::email)),
        List.copyOf(section.textsOrSections("fax", this::faxNumber, Keys.FAX, this::faxWithNote)),
        List.copyOf(section.many("phone", scalars::telephone)),
        section.one("web_form", scalars::web),
        section.named("social", scalars::network, scalars::handle),
        section.one("pronouns", scalars::pronouns),
        section.one("zone", scalars::zone));
  }

  private @Nullable String uniqueId(YamlNode.Text node, String path) {
    String id = scalars.id(node, path);
    SourcePlace place = reading.placeOf(node);
    SourcePlace first = id == null ? null : ids.putIfAbsent(id, place);
    if (first != null) {
      reading.error(
          node,
          "`id`: `%s` is taken already, on line %d"
              .formatted(Spelling.shown(node.text()), first.line()),
          "every target and copy needs an id of its own");
    }
    return id;
  }

  private @Nullable Fax faxNumber(YamlNode.Text node, String path) {
    String number = scalars.telephone(node, path);
    return number == null ? null : new Fax(number, null);
  }

  private @Nullable Fax faxWithNote(Section section) {
    String number = section.required("number", scalars::telephone, "number: +7 7172 745631");
    String note = section.one("note", texts::line);
    return number == null ? null : new Fax(number, note);
  }
}
