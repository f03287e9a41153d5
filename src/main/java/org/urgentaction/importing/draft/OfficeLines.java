package org.urgentaction.importing.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Fax;
import org.urgentaction.campaign.Target;

/** Writes one official or office as an item of a list, its keys in the order of the docs. */
final class OfficeLines {
  private static final int LEVEL = 2;

  private final YamlLines out;
  private final TextLines texts;
  private final String path;

  /**
   * @param path of the item: {@code targets[0]}
   */
  OfficeLines(YamlLines out, TextLines texts, String path) {
    this.out = out;
    this.texts = texts;
    this.path = path;
  }

  /**
   * @param countries of the writers that a copy is for; empty for a target
   */
  void write(Target office, List<String> countries) {
    texts.remark(LEVEL - 1, path);
    texts.remark(LEVEL - 1, path + ".id");
    out.value(LEVEL - 1, "- id:", YamlText.inline(office.id(), false));
    texts.flow(LEVEL, "for", path + ".for", countries);
    texts.localized(LEVEL, "name", path + ".name", office.name());
    texts.localized(LEVEL, "role", path + ".role", office.role());
    texts.localized(LEVEL, "organization", path + ".organization", office.organization());
    line("pronouns", office.pronouns());
    texts.localized(LEVEL, "salutation", path + ".salutation", office.salutation());
    texts.localizedFlow(LEVEL, "address", path + ".address", office.address());
    texts.flow(LEVEL, "email", path + ".email", office.emails());
    faxes(office.faxes());
    texts.flow(LEVEL, "phone", path + ".phone", office.phones());
    line("web_form", office.webForm());
    social(office);
    line("zone", office.zone());
  }

  private void line(String key, @Nullable Object value) {
    texts.remark(LEVEL, path + "." + key);
    if (value != null) {
      out.value(LEVEL, key + ":", YamlText.inline(value.toString(), false));
    }
  }

  private void faxes(List<Fax> faxes) {
    if (faxes.stream().allMatch(fax -> fax.note() == null)) {
      texts.flow(LEVEL, "fax", path + ".fax", faxes.stream().map(Fax::number).toList());
      return;
    }
    texts.remark(LEVEL, path + ".fax");
    out.add(LEVEL, "fax:");
    for (int i = 0; i < faxes.size(); i++) {
      String note = faxes.get(i).note();
      texts.remark(LEVEL + 1, path + ".fax[" + i + "]");
      out.value(LEVEL + 1, "- number:", YamlText.inline(faxes.get(i).number(), false));
      if (note != null) {
        out.text(LEVEL + 2, "note:", note);
      }
    }
  }

  private void social(Target office) {
    texts.remark(LEVEL, path + ".social");
    office.social().keySet().forEach(network -> texts.remark(LEVEL, path + ".social." + network));
    if (!office.social().isEmpty()) {
      String accounts =
          office.social().entrySet().stream()
              .map(
                  each ->
                      YamlText.inline(each.getKey(), true)
                          + ": "
                          + YamlText.inline(each.getValue(), true))
              .reduce((a, b) -> a + ", " + b)
              .orElse("");
      out.value(LEVEL, "social:", "{" + accounts + "}");
    }
  }
}
