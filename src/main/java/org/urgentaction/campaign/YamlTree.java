package org.urgentaction.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.urgentaction.problem.InvalidInputException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Builds the tree of a YAML file from SnakeYAML's events and refuses, each at its place, what makes
 * YAML dangerous or ambiguous: aliases, tags, deep nesting, keys given twice, several documents.
 */
final class YamlTree {
  private static final int DEEPEST = 12;
  private static final int MOST_VALUES = 20_000;

  private final SourceText source;
  private final ProblemList problems;
  private final Parser parser;
  private int values;

  private YamlTree(SourceText source, ProblemList problems) {
    this.source = source;
    this.problems = problems;
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(SourceText.LIMIT);
    this.parser = new ParserImpl(new StreamReader(source.text()), options);
  }

  /**
   * The keys and values of the file's one document.
   *
   * @throws InvalidInputException where there is nothing to go on with
   */
  static YamlNode.Entries parse(String name, SourceText source, ProblemList problems) {
    refuseUnprintable(source, problems);
    try {
      return new YamlTree(source, problems).document(name);
    } catch (MarkedYAMLException e) {
      YamlSyntax.explain(e, source, problems);
      problems.throwIfErrors();
      throw e;
    }
  }

  private YamlNode.Entries document(String name) {
    parser.getEvent();
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      throw SourceText.empty(name);
    }
    parser.getEvent();
    YamlNode root = node(parser.getEvent(), 0);
    parser.getEvent();
    if (parser.checkEvent(Event.ID.DocumentStart)) {
      problems.error(
          place(parser.getEvent()),
          "a second document begins here (`---`)",
          "one file holds one campaign; put each in a file of its own");
    }
    if (root instanceof YamlNode.Entries entries) {
      return entries;
    }
    if (root instanceof YamlNode.Text text && text.isNothing()) {
      throw SourceText.empty(name);
    }
    problems.error(
        source.at(root.start()),
        "the file is no campaign: it holds " + root.kind() + ", not keys with values",
        "a campaign file begins with `ua: 31/22`");
    problems.throwIfErrors();
    throw new IllegalStateException("an error was noted above");
  }

  private YamlNode node(Event event, int depth) {
    if (++values > MOST_VALUES) {
      throw stop(event, "the file holds more than 20,000 values", "a campaign has some hundreds");
    }
    if (depth > DEEPEST) {
      throw stop(event, "values are nested too deeply here", "a campaign file needs 6 levels");
    }
    NodeEvent nodeEvent = (NodeEvent) event;
    if (nodeEvent.getAnchor() != null) {
      throw stop(
          event,
          "`%s` at the beginning of a value makes YAML repeat values, which campaign files do without"
              .formatted(event.is(Event.ID.Alias) ? "*" : "&"),
          "put a text in quotes; write a repeated value out");
    }
    refuseTag(nodeEvent);
    if (event instanceof ScalarEvent scalar) {
      return new YamlNode.Text(
          scalar.getStartMark().getIndex(),
          scalar.getEndMark().getIndex(),
          scalar.getValue(),
          scalar.isPlain());
    }
    return event.is(Event.ID.SequenceStart) ? items(event, depth) : entries(event, depth);
  }

  private YamlNode items(Event start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(parser.getEvent(), depth + 1));
    }
    Event end = parser.getEvent();
    return new YamlNode.Items(
        start.getStartMark().getIndex(), end.getEndMark().getIndex(), isFlow(start), items);
  }

  private YamlNode entries(Event start, int depth) {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Event keyEvent = parser.getEvent();
      YamlNode key = node(keyEvent, depth + 1);
      YamlNode value = node(parser.getEvent(), depth + 1);
      if (!(key instanceof YamlNode.Text text)) {
        problems.error(
            place(keyEvent),
            "expected a key, found " + key.kind(),
            "put texts with { or [ in quotes");
      } else if (entries.containsKey(text.text())) {
        SourcePlace first = source.at(entries.get(text.text()).key().start());
        problems.error(
            place(keyEvent),
            "`%s` stands here a second time; the first is on line %d"
                .formatted(Spelling.shown(text.text()), first.line()),
            "keep one of them");
      } else {
        entries.put(text.text(), new YamlNode.Entry(text, value));
      }
    }
    Event end = parser.getEvent();
    return new YamlNode.Entries(
        start.getStartMark().getIndex(),
        end.getEndMark().getIndex(),
        isFlow(start),
        List.copyOf(entries.values()));
  }

  private static boolean isFlow(Event start) {
    return start instanceof CollectionStartEvent collection && collection.isFlow();
  }

  private void refuseTag(NodeEvent event) {
    String tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : ((CollectionStartEvent) event).getTag();
    if (tag != null) {
      problems.error(
          place(event),
          "`!` at the beginning of a value means a type in YAML, which campaign files do without",
          "put the text in quotes, or leave the type out");
    }
  }

  private InvalidInputException stop(Event event, String message, String advice) {
    problems.error(place(event), message, advice);
    problems.throwIfErrors();
    throw new IllegalStateException("an error was noted above");
  }

  private SourcePlace place(Event event) {
    return source.at(event.getStartMark().getIndex());
  }

  private static void refuseUnprintable(SourceText source, ProblemList problems) {
    String text = source.text();
    int index = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (!StreamReader.isPrintable(c) && c != 0xFEFF) {
        problems.error(
            source.at(index), "a control character (U+%04X) stands here".formatted(c), "remove it");
      }
      index++;
    }
    problems.throwIfErrors();
  }
}
