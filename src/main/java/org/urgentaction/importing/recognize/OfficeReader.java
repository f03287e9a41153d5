package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Fax;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundOffice;
import org.urgentaction.importing.IssuedLine;

/** Reads the lines of one office into who it is and every way to reach it. */
final class OfficeReader {
  private static final Pattern URL =
      Pattern.compile("(?:https?://|www\\.)[^\\s,;)\\]]{3,500}", Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE_NUMBER = Pattern.compile("[+(]?\\d[\\d\\s()./–-]{6,60}");

  private final ContactScanner scanner;
  private final HeadWords words;
  private final Phrases own;
  private final Phrases placeholders;

  OfficeReader(ContactScanner scanner, HeadWords words, Lexicon lexicon) {
    this.scanner = scanner;
    this.words = words;
    own = lexicon.phrases("own");
    placeholders = lexicon.phrases("placeholders");
  }

  /** What an office's lines come to. */
  private static final class Draft {
    private final List<HeadLine> head = new ArrayList<>();
    private final List<Found<String>> emails = new ArrayList<>();
    private final List<Found<Fax>> faxes = new ArrayList<>();
    private final List<Found<String>> phones = new ArrayList<>();
    private final SocialHandles social = new SocialHandles();
    private final List<String> telegrams = new ArrayList<>();
    private @Nullable Found<String> form;
    private @Nullable Found<String> salutation;
    private @Nullable ContactLabel last;
    private @Nullable String pendingNote;
    private boolean masked;
    private int telegramLine;
  }

  /**
   * The office, or null where the lines name none, name the organisation itself, or are a form to
   * fill in.
   *
   * @param labelled whether the document says that whoever is named here is to be written to
   */
  @Nullable FoundOffice read(List<IssuedLine> lines, boolean labelled) {
    Draft draft = new Draft();
    for (IssuedLine line : lines) {
      take(draft, line);
    }
    String all = Folding.fold(String.join(" ", draft.head.stream().map(HeadLine::text).toList()));
    if (draft.head.isEmpty() || own.isIn(all) || placeholders.isIn(all)) {
      return null;
    }
    List<HeadLine> parts = new ArrayList<>();
    HeadSplitter splitter = new HeadSplitter(words);
    for (HeadLine line : draft.head) {
      parts.addAll(parts.size() < 2 ? splitter.split(line) : List.of(line));
    }
    OfficeHead head = new OfficeHead(words);
    head.read(parts);
    boolean reached =
        !draft.emails.isEmpty()
            || !draft.faxes.isEmpty()
            || !draft.phones.isEmpty()
            || !draft.social.isEmpty()
            || draft.form != null
            || draft.masked
            || !draft.telegrams.isEmpty();
    return new OfficeDraft(head, reached || draft.salutation != null, labelled)
        .finish(
            address -> telegram(draft, address),
            draft.salutation,
            draft.emails,
            draft.faxes,
            draft.phones,
            draft.form,
            draft.social.found());
  }

  private static @Nullable Found<List<String>> telegram(
      Draft draft, @Nullable Found<List<String>> address) {
    return address != null || draft.telegrams.isEmpty()
        ? address
        : Found.doubtful(
            List.copyOf(draft.telegrams),
            draft.telegramLine,
            "the document gives it for telegrams");
  }

  private void take(Draft draft, IssuedLine line) {
    ContactScanner.Scanned scanned = scanner.scan(line.text());
    boolean bare = scanned.parts().isEmpty() && scanner.isBare(line.text());
    if (bare) {
      bare(draft, line);
    } else {
      head(draft, scanned.head(), line.number());
    }
    for (ContactScanner.Part part : scanned.parts()) {
      part(draft, part.label(), part.value(), line);
      draft.last = part.label();
    }
  }

  /** A line without a label: goes on what the last label said, or is what it looks like. */
  private void bare(Draft draft, IssuedLine line) {
    String text = line.text();
    if (ContactScanner.hasEmail(text) || (text.contains("@") && text.contains("protected"))) {
      part(draft, ContactLabel.EMAIL, text, line);
    } else if (text.contains("@")) {
      part(draft, ContactLabel.TWITTER, text, line);
    } else if (URL.matcher(text).find()) {
      part(
          draft,
          draft.last == ContactLabel.FORM ? ContactLabel.FORM : ContactLabel.WEBSITE,
          text,
          line);
    } else if (draft.last == ContactLabel.FAX || draft.last == ContactLabel.TELEX) {
      part(draft, draft.last, text, line);
    } else if (draft.last == null
        && text.startsWith("(")
        && text.chars().noneMatch(Character::isDigit)) {
      return;
    } else {
      part(draft, draft.last == null ? ContactLabel.PHONE : draft.last, text, line);
    }
  }

  private void head(Draft draft, String text, int number) {
    if (text.isEmpty()) {
      return;
    }
    String left = text;
    List<Found<String>> emails = Emails.in(text, number);
    if (!emails.isEmpty()) {
      addEmails(draft, emails);
      left = left.replaceAll("\\S*\\s?@\\s?[\\w.-]*", " ");
    }
    left = URL.matcher(left).replaceAll(" ");
    if (text.indexOf(',') > 0 && text.length() > 60) {
      Matcher matcher = BARE_NUMBER.matcher(left);
      StringBuilder kept = new StringBuilder();
      while (matcher.find()) {
        boolean alone = isAlone(left, matcher.start(), matcher.end());
        List<DialledLines.Dialled> numbers = DialledLines.in(matcher.group(), null);
        if (alone
            && numbers.stream().allMatch(n -> n.number().replaceAll("\\D", "").length() >= 8)
            && !numbers.isEmpty()) {
          numbers.forEach(
              n ->
                  draft.phones.add(
                      Found.doubtful(
                          n.number(), number, "no label says that this is a telephone number")));
          matcher.appendReplacement(kept, " ");
        }
      }
      matcher.appendTail(kept);
      left = kept.toString();
    }
    left = left.replaceAll("(?:\\s*,)+\\s*", ", ").replaceAll("\\s+", " ").strip();
    left = left.replaceAll("^[,;|\\s]+", "");
    if (text.length() > 60) {
      left = left.replaceAll("[,;|\\s]+$", "");
    }
    if (left.chars().anyMatch(Character::isLetterOrDigit)) {
      draft.head.add(new HeadLine(left, number));
    }
  }

  /** Whether a number stands between commas, so that it is no part of an address. */
  private static boolean isAlone(String text, int start, int end) {
    String before = text.substring(0, start).strip();
    String after = text.substring(end).strip();
    return before.endsWith(",")
        && (after.isEmpty() || after.startsWith(",") || after.startsWith(";"));
  }

  private void addEmails(Draft draft, List<Found<String>> emails) {
    for (Found<String> email : emails) {
      if (!own.isIn(Folding.fold(email.value().substring(email.value().indexOf('@') + 1)))
          && draft.emails.stream().noneMatch(known -> known.value().equals(email.value()))) {
        draft.emails.add(email);
      }
    }
  }

  private void part(Draft draft, ContactLabel label, String value, IssuedLine line) {
    int number = line.number();
    if (label != ContactLabel.EMAIL && label != ContactLabel.SALUTATION && value.indexOf('@') > 0) {
      addEmails(draft, Emails.in(value, number));
    }
    switch (label) {
      case EMAIL -> {
        draft.masked |= value.toLowerCase(Locale.ROOT).contains("protected");
        addEmails(draft, Emails.in(value, number));
      }
      case FAX -> fax(draft, value, number);
      case PHONE ->
          DialledLines.in(value, null)
              .forEach(n -> draft.phones.add(Found.certain(n.number(), number)));
      case SALUTATION -> salutation(draft, value, number);
      case TWITTER, FACEBOOK, INSTAGRAM, OTHER_NETWORK -> draft.social.add(label, value, number);
      case FORM, WEBSITE -> {
        Matcher url = URL.matcher(value + " " + String.join(" ", line.links()));
        if (label == ContactLabel.FORM && draft.form == null && url.find()) {
          draft.form = Found.certain(url.group(), number);
        }
        addEmails(draft, Emails.in(value, number));
      }
      case ADDRESS, NAME, ROLE -> head(draft, value, number);
      case TELEGRAM -> {
        draft.telegrams.add(value);
        draft.telegramLine = number;
      }
      case TELEX -> {}
    }
  }

  private static void fax(Draft draft, String value, int line) {
    List<DialledLines.Dialled> numbers = DialledLines.in(value, draft.pendingNote);
    draft.pendingNote = null;
    if (numbers.isEmpty()) {
      String note = DialledLines.note(value);
      if (note != null && draft.last == ContactLabel.FAX && !draft.faxes.isEmpty()) {
        Found<Fax> last = draft.faxes.remove(draft.faxes.size() - 1);
        Fax noted = new Fax(last.value().number(), DialledLines.joined(last.value().note(), note));
        draft.faxes.add(Found.certain(noted, last.line()));
      } else {
        draft.pendingNote = note;
      }
    }
    numbers.forEach(n -> draft.faxes.add(Found.certain(new Fax(n.number(), n.note()), line)));
  }

  private static void salutation(Draft draft, String value, int line) {
    String text = value.strip();
    if (text.endsWith(")") && text.indexOf('(') < 0) {
      text = text.substring(0, text.length() - 1).strip();
    }
    if (text.endsWith(".")) {
      text = text.substring(0, text.length() - 1);
    }
    if (!text.isEmpty() && draft.salutation == null && text.length() < 200) {
      draft.salutation = Found.certain(text, line);
    }
  }
}
