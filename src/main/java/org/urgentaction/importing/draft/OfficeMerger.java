package org.urgentaction.importing.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.urgentaction.campaign.CampaignEditor;
import org.urgentaction.campaign.Fax;
import org.urgentaction.campaign.Keys;
import org.urgentaction.campaign.Target;

/** Adds to one official of a campaign file what another document knows of them. */
final class OfficeMerger {
  private final Merger merger;
  private final CampaignEditor editor;
  private final Pieces pieces;
  private final String path;

  /**
   * @param path of the official in the file
   */
  OfficeMerger(Merger merger, CampaignEditor editor, Pieces pieces, String path) {
    this.merger = merger;
    this.editor = editor;
    this.pieces = pieces;
    this.path = path;
  }

  void merge(Target own, Target found) {
    String id = own.id();
    merger.text(path, "name", id + "’s name", Keys.COPY, own.name(), found.name());
    merger.text(path, "role", id + "’s role", Keys.COPY, own.role(), found.role());
    merger.text(
        path,
        "organization",
        id + "’s organization",
        Keys.COPY,
        own.organization(),
        found.organization());
    merger.text(
        path, "salutation", id + "’s salutation", Keys.COPY, own.salutation(), found.salutation());
    merger.list(path, "address", id + "’s address", Keys.COPY, own.address(), found.address());
    values(id, "email", own.emails(), found.emails(), email -> email.toLowerCase(Locale.ROOT));
    values(
        id,
        "fax",
        own.faxes().stream().map(Fax::number).toList(),
        found.faxes().stream().map(Fax::number).toList(),
        SameAction::digits);
    values(id, "phone", own.phones(), found.phones(), SameAction::digits);
    webForm(own, found);
    accounts(own, found);
  }

  /** Contacts of one kind, of which an official may have several. */
  private void values(
      String id, String key, List<String> own, List<String> found, UnaryOperator<String> compared) {
    List<String> known = own.stream().map(compared).toList();
    List<String> fresh =
        found.stream().filter(value -> !known.contains(compared.apply(value))).toList();
    if (!fresh.isEmpty() && own.isEmpty()) {
      editor.addKey(path, key, Keys.COPY, pieces.keyedList(key, fresh), false);
    } else {
      fresh.forEach(value -> editor.addItem(path + "." + key, pieces.item(value)));
    }
    fresh.forEach(value -> merger.added(id + "’s " + key + " " + value));
    if (fresh.size() < found.size()) {
      merger.agrees(id + "’s " + key);
    }
  }

  private void webForm(Target own, Target found) {
    String form = found.webForm();
    if (form == null) {
      return;
    }
    if (own.webForm() == null) {
      editor.addKey(path, "web_form", Keys.COPY, pieces.keyed("web_form", form), false);
      merger.added(own.id() + "’s web form");
    } else if (!own.webForm().equals(form)) {
      merger.differs(path + ".web_form", own.id() + "’s web form", form);
    }
  }

  private void accounts(Target own, Target found) {
    Map<String, String> fresh = new LinkedHashMap<>();
    found
        .social()
        .forEach(
            (network, handle) -> {
              String known = own.social().get(network);
              boolean elsewhere = own.social().values().stream().anyMatch(handle::equalsIgnoreCase);
              if (known == null && !elsewhere) {
                fresh.put(network, handle);
              } else if (known != null && !known.equalsIgnoreCase(handle)) {
                merger.differs(
                    path + ".social." + network, own.id() + " on " + network, "@" + handle);
              }
            });
    if (fresh.isEmpty()) {
      return;
    }
    if (own.social().isEmpty()) {
      editor.addKey(path, "social", Keys.COPY, pieces.accounts(fresh), false);
    } else {
      fresh.forEach(
          (network, handle) ->
              editor.addKey(
                  path + ".social", network, List.of(), pieces.keyed(network, handle), false));
    }
    fresh.forEach((network, handle) -> merger.added(own.id() + " on " + network + " @" + handle));
  }
}
