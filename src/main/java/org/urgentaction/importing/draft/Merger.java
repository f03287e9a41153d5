package org.urgentaction.importing.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignEditor;
import org.urgentaction.campaign.CampaignEditor.Piece;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Keys;
import org.urgentaction.campaign.Localized;
import org.urgentaction.campaign.Person;
import org.urgentaction.campaign.ReviewMark;
import org.urgentaction.campaign.Target;

/**
 * Adds another version of the same action (in another language, from another section) to a campaign
 * file: what is new goes in, what differs becomes a comment, and nothing that stands there changes.
 */
public final class Merger {
  private static final int SHOWN = 100;

  private final Campaign campaign;
  private final Campaign other;
  private final CampaignEditor editor;
  private final String source;
  private final Pieces pieces;
  private final List<String> agrees = new ArrayList<>();
  private final List<String> differs = new ArrayList<>();
  private final List<String> added = new ArrayList<>();

  private Merger(Campaign campaign, Campaign other, CampaignEditor editor, String source) {
    this.campaign = campaign;
    this.other = other;
    this.editor = editor;
    this.source = source;
    this.pieces = new Pieces(campaign.language());
  }

  /**
   * The file with what the document has and it has not.
   *
   * @param file the campaign file's bytes, of which {@code campaign} was read
   * @param source the document's name, for comments
   */
  public static Merged merge(Campaign campaign, byte[] file, Draft draft, String source) {
    CampaignEditor editor = new CampaignEditor(campaign.id(), file);
    return new Merger(campaign, draft.campaign(), editor, CleanText.line(source)).merged();
  }

  private Merged merged() {
    bare("index", campaign.index(), other.index());
    bare("issued", campaign.issued(), other.issued());
    bare("deadline", campaign.deadline(), other.deadline());
    people();
    text("", "title", "title", Keys.CAMPAIGN, campaign.title(), other.title());
    text("", "summary", "summary", Keys.CAMPAIGN, campaign.summary(), other.summary());
    list("", "asks", "asks", Keys.CAMPAIGN, campaign.asks(), other.asks());
    text("", "letter", "letter", Keys.CAMPAIGN, campaign.letter(), other.letter());
    text("", "background", "background", Keys.CAMPAIGN, campaign.background(), other.background());
    offices("targets", other.targets(), List.of());
    offices("copies", other.copies().stream().map(Copy::office).toList(), other.copies());
    list("", "social", "social", Keys.CAMPAIGN, campaign.social(), other.social());
    return new Merged(editor.edited(), agrees, differs, added);
  }

  private void bare(String key, @Nullable Object own, @Nullable Object found) {
    if (found == null) {
      return;
    }
    if (own == null) {
      Piece piece =
          key.equals("index") ? pieces.keyed(key, found.toString()) : pieces.bare(key, found);
      List<String> lines =
          List.of("# " + ReviewMark.PREFIX + "from " + source, piece.block().get(0));
      editor.addKey("", key, Keys.CAMPAIGN, new Piece(lines, piece.inline()), false);
      added.add(key + " " + found);
    } else if (own.toString().equals(found.toString())) {
      agrees.add(key);
    } else {
      differs(key, key, found.toString());
    }
  }

  private void people() {
    for (Person person : other.people()) {
      int index = -1;
      for (int i = 0; i < campaign.people().size(); i++) {
        index = SameAction.same(campaign.people().get(i), person) ? i : index;
      }
      if (index < 0 && campaign.people().size() == 1 && other.people().size() == 1) {
        index = 0;
      }
      if (index < 0) {
        differs("people", "people", person.name());
      } else {
        name("people[" + index + "]", campaign.people().get(index), person);
      }
    }
  }

  private void name(String path, Person own, Person found) {
    Locale language = other.language();
    if (own.name().equals(found.name())
        || own.also().contains(found.name())
        || own.names().values().containsValue(found.name())) {
      agrees.add(found.name());
    } else if (language.equals(campaign.language()) || own.names().has(language)) {
      differs(path + ".name", "name", found.name());
    } else if (own.names().isEmpty()) {
      Piece names = pieces.keyed("names", language, found.name());
      editor.addKey(path, "names", Keys.PERSON, names, false);
      added.add("name in " + shown(language));
    } else {
      editor.addLanguage(path + ".names", campaign.language(), pieces.text(language, found.name()));
      added.add("name in " + shown(language));
    }
  }

  /** A text of the campaign or of an official. */
  void text(
      String group,
      String key,
      String label,
      List<String> order,
      Localized<String> own,
      Localized<String> found) {
    if (found.isEmpty()) {
      return;
    }
    String text = Pieces.only(found);
    String path = group.isEmpty() ? key : group + "." + key;
    Locale language = other.language();
    if (own.isEmpty()) {
      editor.addKey(group, key, order, pieces.keyed(key, language, text), group.isEmpty());
      added.add(label + " in " + shown(language));
    } else if (own.values().values().stream().anyMatch(value -> SameAction.same(value, text))) {
      agrees.add(label);
    } else if (own.languages().contains(language)) {
      differs(path, label, text);
    } else {
      editor.addLanguage(path, campaign.language(), pieces.text(language, text));
      added.add(label + " in " + shown(language));
    }
  }

  /** A list of texts of the campaign or of an official. */
  void list(
      String group,
      String key,
      String label,
      List<String> order,
      Localized<List<String>> own,
      Localized<List<String>> found) {
    if (found.isEmpty()) {
      return;
    }
    List<String> items = Pieces.only(found);
    String path = group.isEmpty() ? key : group + "." + key;
    Locale language = other.language();
    String words = String.join(" ", items);
    if (own.isEmpty()) {
      editor.addKey(group, key, order, pieces.keyedList(key, language, items), group.isEmpty());
      added.add(label + " in " + shown(language));
    } else if (own.values().values().stream()
        .anyMatch(value -> SameAction.same(String.join(" ", value), words))) {
      agrees.add(label);
    } else if (own.languages().contains(language)) {
      differs(path, label, String.join(", ", items));
    } else {
      editor.addLanguage(path, campaign.language(), pieces.list(language, items));
      added.add(label + " in " + shown(language));
    }
  }

  private void offices(String key, List<Target> found, List<Copy> copies) {
    List<Piece> fresh = new ArrayList<>();
    Ids ids = ids();
    for (int i = 0; i < found.size(); i++) {
      Target office = found.get(i);
      List<String> countries = copies.isEmpty() ? List.of() : copies.get(i).countries();
      String known = known(office, countries);
      if (known != null) {
        new OfficeMerger(this, editor, pieces, known).merge(at(known), office);
      } else {
        String id = ids.free(office.id());
        fresh.add(pieces.office(renamed(office, id), countries));
        added.add((copies.isEmpty() ? "target " : "copy ") + id);
      }
    }
    if (fresh.isEmpty()) {
      return;
    }
    if (editor.has(key)) {
      fresh.forEach(piece -> editor.addItem(key, piece));
    } else {
      List<String> lines = new ArrayList<>(List.of(key + ":"));
      fresh.forEach(piece -> piece.block().forEach(line -> lines.add("  " + line)));
      editor.addKey("", key, Keys.CAMPAIGN, new Piece(lines, ""), true);
    }
  }

  private Ids ids() {
    Ids ids = new Ids(campaign.country(), campaign.language());
    campaign.targets().forEach(target -> ids.free(target.id()));
    campaign.copies().forEach(copy -> ids.free(copy.office().id()));
    return ids;
  }

  /** The path of the same official in the file; null where there is none. */
  private @Nullable String known(Target office, List<String> countries) {
    for (int i = 0; i < campaign.targets().size(); i++) {
      if (SameAction.same(campaign.targets().get(i), office)) {
        return "targets[" + i + "]";
      }
    }
    for (int i = 0; i < campaign.copies().size(); i++) {
      Copy copy = campaign.copies().get(i);
      if (SameAction.same(copy.office(), office)
          || (!countries.isEmpty() && copy.countries().equals(countries))) {
        return "copies[" + i + "]";
      }
    }
    return null;
  }

  private Target at(String path) {
    int index = Integer.parseInt(path.replaceAll("\\D", ""));
    return path.startsWith("targets")
        ? campaign.targets().get(index)
        : campaign.copies().get(index).office();
  }

  private static Target renamed(Target t, String id) {
    return new Target(
        id,
        t.name(),
        t.role(),
        t.organization(),
        t.salutation(),
        t.address(),
        t.emails(),
        t.faxes(),
        t.phones(),
        t.webForm(),
        t.social(),
        t.pronouns(),
        t.zone());
  }

  void agrees(String label) {
    agrees.add(label);
  }

  void added(String label) {
    added.add(label);
  }

  /** The file keeps its own; what the document says stands above it in a comment. */
  void differs(String path, String label, String found) {
    String words = Remarks.oneLine(found);
    String says = words.length() > SHOWN ? "words it otherwise" : "has: " + words;
    editor.comment(path, ReviewMark.PREFIX + source + " " + says);
    differs.add(words.length() > SHOWN ? label : label + ": " + words);
  }

  private static String shown(Locale language) {
    return language.getDisplayName(Locale.ENGLISH);
  }
}
