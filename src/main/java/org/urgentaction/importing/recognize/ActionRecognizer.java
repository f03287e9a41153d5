package org.urgentaction.importing.recognize;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.urgentaction.campaign.IssueDate;
import org.urgentaction.campaign.UaNumber;
import org.urgentaction.importing.Findings;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundOffice;
import org.urgentaction.importing.IssuedDocument;
import org.urgentaction.importing.IssuedLine;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Recognizes an Urgent Action in the lines of a document, whichever section laid it out. */
public final class ActionRecognizer {
  private static final int MOST_CHARACTERS = 200_000;
  private static final int MOST_LINES = 5_000;

  private final Lexicon lexicon = new Lexicon();
  private final CountryNames countries = new CountryNames();
  private final Prose prose = new Prose(lexicon);
  private final DateReader dates = new DateReader(lexicon);
  private final ContactScanner scanner = new ContactScanner(lexicon);
  private final LetterEdges edges = new LetterEdges(lexicon);
  private final HeadWords words = new HeadWords(lexicon, countries);
  private final PreferredLanguages languages = new PreferredLanguages();

  /**
   * What the document says, field by field.
   *
   * @throws InvalidInputException when it is no Urgent Action, or several
   */
  public Findings recognize(IssuedDocument document) {
    Problem tooLong = ActionEvidence.tooLong(document, MOST_CHARACTERS, MOST_LINES);
    if (tooLong != null) {
      throw new InvalidInputException(tooLong);
    }
    List<IssuedLine> lines = document.lines();
    List<Section> sections =
        new Segmenter(new LabelFinder(lexicon), edges, scanner).sections(lines);
    Numbering numbering = new Numbering(sections, lines);
    Found<UaNumber> number = numbering.number();
    Found<IssueDate> issued = new IssuedDates(dates).in(sections, lines);
    Deadlines deadlines = new Deadlines(dates, issued, number);
    Found<LocalDate> ended = deadlines.ended(lines);
    Offices.Addressed offices =
        new Offices(
                prose,
                scanner,
                words,
                dates,
                new OfficeReader(scanner, words, lexicon),
                edges,
                new OfficeCountries(countries, words))
            .in(sections);
    LetterText.Sample letter = new LetterText(edges, lexicon).in(sections);
    List<FoundOffice> targets =
        new Attributions(sections, scanner).attributed(offices.targets(), letter.salutation());
    Found<String> title =
        new Titles(lexicon, prose, dates, countries).in(sections, lines, document.title());
    CaseTexts texts = new CaseTexts(prose);
    Found<String> summary = texts.summary(sections, title);
    List<String> officials =
        Stream.concat(offices.targets().stream(), offices.copies().stream())
            .flatMap(ActionRecognizer::words)
            .toList();
    Reports reports = new Reports(lexicon);
    Findings findings =
        new Findings(
            new DocumentLanguage(lexicon).of(document),
            number,
            numbering.issue(),
            numbering.index(),
            new Countries(countries).in(sections, lines, title, offices.targets()),
            issued,
            ended == null ? deadlines.deadline(sections, lines) : null,
            ended,
            Reports.previous(sections),
            new People(words, countries, new NamesInText(words, lexicon, countries))
                .in(sections, lines, title, texts.tellings(sections), officials),
            title,
            summary,
            Asks.in(sections),
            letter.body(),
            texts.background(sections, summary),
            languages.in(sections),
            targets,
            offices.copies(),
            Reports.social(sections),
            reports.email(lines),
            reports.web(lines));
    new ActionEvidence(document, lexicon).require(findings, numbering, sections);
    return findings;
  }

  /** Names, roles and address lines of an office, in which no person at risk is named. */
  private static Stream<String> words(FoundOffice office) {
    return Stream.concat(
        Stream.of(office.name(), office.role()).filter(Objects::nonNull).map(Found::value),
        office.address() == null ? Stream.of() : office.address().value().stream());
  }
}
