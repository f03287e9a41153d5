package org.urgentaction.dispatch;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.CampaignIdentity;
import org.urgentaction.campaign.Target;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;
import org.urgentaction.document.Picture;
import org.urgentaction.fax.FaxPress;
import org.urgentaction.fax.FaxResolution;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.Writer;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.PageStyle;
import org.urgentaction.typeset.PdfPress;
import org.urgentaction.typeset.Press;
import org.urgentaction.typeset.PrintRun;
import org.urgentaction.typeset.SetDocument;

/**
 * Keeps one press for all letters that share their words, so that fonts are cut and words are
 * shaped once; the paper is that of the writer's country. Safe for use by several threads.
 */
public final class PressRoom {
  /** Of all campaigns together. */
  private static final int LAYOUT_WORDS = 20_000;

  private final FontLibrary fonts;
  private final LetterComposer composer;
  private final boolean foldMarks;
  private final Stock stock;
  private final Map<Run, Kept> presses = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<PageStyle, PdfPress> layouts = new ConcurrentHashMap<>();
  private final Map<FaxPaper, FaxPress> faxPresses = new ConcurrentHashMap<>();
  private @Nullable FontLibrary faxFonts;

  /**
   * How much is kept.
   *
   * @param presses those used last
   * @param words by each press
   * @param drafts whether those are kept too that are for a writer's own text
   */
  private record Stock(int presses, int words, boolean drafts) {
    static final Stock OF_A_RUN = new Stock(Integer.MAX_VALUE, 50_000, true);

    /** Some 30 MB, whatever is typed. */
    static final Stock OF_A_SERVER = new Stock(40, 1_500, false);
  }

  /** A press that is made when it is first needed, once, while nobody waits for others. */
  private static final class Kept {
    private @Nullable Press press;

    synchronized Press press(Supplier<Press> maker) {
      Press made = press;
      if (made == null) {
        made = maker.get();
        press = made;
      }
      return made;
    }
  }

  private record FaxPaper(Paper paper, FaxResolution resolution) {}

  /** What letters share: everything ordered but the writer, of whom the country decides more. */
  private record Run(
      CampaignIdentity campaign,
      String recipient,
      boolean covering,
      List<String> copies,
      Locale language,
      @Nullable String country,
      @Nullable String draft,
      @Nullable Picture letterhead,
      @Nullable Picture signature,
      LocalDate date) {
    static Run of(LetterOrder order) {
      return new Run(
          new CampaignIdentity(order.campaign()),
          order.recipient().id(),
          order.covering(),
          order.copies().stream().map(Target::id).toList(),
          order.language(),
          order.writer().country(),
          order.draft(),
          order.letterhead(),
          order.signature(),
          order.date());
    }
  }

  /** For a list of writers, who have most of their words in common. */
  public PressRoom(FontLibrary fonts, LetterComposer composer, boolean foldMarks) {
    this(fonts, composer, foldMarks, Stock.OF_A_RUN);
  }

  private PressRoom(FontLibrary fonts, LetterComposer composer, boolean foldMarks, Stock stock) {
    this.fonts = fonts;
    this.composer = composer;
    this.foldMarks = foldMarks;
    this.stock = stock;
  }

  /**
   * For letters of any campaign that are asked for one by one, without an end: what is kept has
   * bounds. They are the same bytes as from any other room.
   */
  public static PressRoom ofServer(FontLibrary fonts, LetterComposer composer) {
    return new PressRoom(fonts, composer, false, Stock.OF_A_SERVER);
  }

  /** The letter as pages. */
  public SetDocument set(Letter letter) {
    return press(letter.order()).set(letter.document());
  }

  /**
   * How many pages the letter takes; none of them is drawn.
   *
   * @throws org.urgentaction.problem.InvalidInputException as {@link #set} does
   */
  public int pages(Letter letter) {
    return layouts
        .computeIfAbsent(
            style(letter.order()), style -> new PdfPress(fonts, style, List.of(), LAYOUT_WORDS))
        .pages(letter.document());
  }

  /** What sets a letter's fax, on the paper of the writer's country. */
  FaxPress fax(LetterOrder order, FaxResolution resolution) {
    return faxPresses.computeIfAbsent(
        new FaxPaper(Paper.forCountry(order.writer().country()), resolution),
        fax -> new FaxPress(faxFonts(), fax.paper(), fax.resolution()));
  }

  private synchronized FontLibrary faxFonts() {
    FontLibrary known = faxFonts;
    if (known == null) {
      known = FontLibrary.forFax();
      faxFonts = known;
    }
    return known;
  }

  /**
   * One file for letters to one official, in whatever languages and on whatever paper.
   *
   * @param orders of all letters that will be added, gone through once
   * @param duplex whether each begins on a fresh sheet when both sides are printed
   */
  public PrintRun run(Iterable<LetterOrder> orders, boolean duplex, OutputStream out)
      throws IOException {
    Map<Run, LetterOrder> kinds = new LinkedHashMap<>();
    orders.forEach(order -> kinds.putIfAbsent(Run.of(order), order));
    List<Document> shared = kinds.values().stream().map(this::shared).toList();
    return new PrintRun(fonts, shared, duplex, out);
  }

  /** The sheet that a letter is set on. */
  public PageStyle style(LetterOrder order) {
    return new PageStyle(Paper.forCountry(order.writer().country()), foldMarks);
  }

  private Press press(LetterOrder order) {
    return order.draft() != null && !stock.drafts()
        ? made(order)
        : kept(Run.of(order)).press(() -> made(order));
  }

  private synchronized Kept kept(Run run) {
    Kept kept = presses.computeIfAbsent(run, key -> new Kept());
    if (presses.size() > stock.presses()) {
      presses.remove(presses.keySet().iterator().next());
    }
    return kept;
  }

  private Press made(LetterOrder order) {
    return new PdfPress(fonts, style(order), List.of(shared(order)), stock.words());
  }

  /** What the writers of a letter have in common. */
  private Document shared(LetterOrder order) {
    return composer.compose(order.from(Writer.anonymous(order.writer().country()))).document();
  }
}
