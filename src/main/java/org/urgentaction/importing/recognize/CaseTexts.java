package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.IssuedLine;

/** The case as told: its opening as the summary, what follows as the background. */
final class CaseTexts {
  private static final int SHORTEST_PARAGRAPH = 80;

  private final Prose prose;

  CaseTexts(Prose prose) {
    this.prose = prose;
  }

  @Nullable Found<String> summary(List<Section> sections, @Nullable Found<String> title) {
    List<Paragraphs.Paragraph> story = story(sections);
    if (story.isEmpty()) {
      return null;
    }
    Paragraphs.Paragraph first = story.get(0);
    return Found.certain(Markup.escaped(first.text()), first.line());
  }

  /** The paragraphs of the case before anything is asked. */
  List<Paragraphs.Paragraph> story(List<Section> sections) {
    List<Paragraphs.Paragraph> story = new ArrayList<>();
    for (Section section : sections) {
      if (section.label() == Label.BACKGROUND && !story.isEmpty()) {
        break;
      }
      if (section.label() == Label.LETTER
          || (section.label() == Label.CHROME && !story.isEmpty())) {
        continue;
      }
      if (section.label() == Label.ASKS
          || section.label() == Label.TARGETS
          || section.label() == Label.COPIES) {
        if (!story.isEmpty()) {
          break;
        }
        continue;
      }
      for (Paragraphs.Paragraph paragraph : Paragraphs.of(section.lines())) {
        if (paragraph.kind() != IssuedLine.Kind.ITEM
            && isLong(paragraph.text())
            && prose.isSentence(paragraph.text())
            && !isGuidance(paragraph.text())
            && Paragraphs.endsSentence(paragraph.text())) {
          story.add(paragraph);
        }
      }
    }
    return story;
  }

  /** The story, or the letter's where the document tells none of its own. */
  List<Paragraphs.Paragraph> tellings(List<Section> sections) {
    List<Paragraphs.Paragraph> story = story(sections);
    return !story.isEmpty()
        ? story
        : sections.stream()
            .filter(
                section -> section.label() == Label.LETTER || section.label() == Label.BACKGROUND)
            .flatMap(section -> Paragraphs.of(section.lines()).stream())
            .filter(paragraph -> prose.isSentence(paragraph.text()))
            .toList();
  }

  private static boolean isLong(String text) {
    return text.length() >= SHORTEST_PARAGRAPH
        || (text.length() >= SHORTEST_PARAGRAPH / 4
            && text.codePoints().filter(Character::isIdeographic).count() > text.length() / 6);
  }

  private static boolean isGuidance(String text) {
    String folded = Folding.fold(text.substring(0, Math.min(200, text.length())));
    return List.of(
                "please check with",
                "write a letter",
                "click here",
                "if you are on twitter",
                "please take action",
                "wir brauchen ihre",
                "deshalb gibt es bei amnesty",
                "jeden tag werden menschen",
                "cookies",
                "amnesty international is",
                "merci de continuer",
                "please send copies",
                "please see below",
                "write as soon as",
                "this urgent action may be",
                "friendly reminder",
                "check with the",
                "esta accion finalizo",
                "this action ended",
                "no further action",
                "thank you for",
                "many thanks",
                "muchas gracias",
                "merci beaucoup",
                "write to the",
                "to support this",
                "you may also write",
                "you can also write",
                "consulten con",
                "tambien pueden escribir")
            .stream()
            .anyMatch(folded::startsWith)
        || folded.contains("requests your urgent intervention")
        || folded.contains("if you wish to send appeals");
  }

  @Nullable Found<String> background(List<Section> sections, @Nullable Found<String> summary) {
    List<Paragraphs.Paragraph> told = new ArrayList<>();
    for (Section section : sections) {
      if (section.label() == Label.BACKGROUND) {
        if (!section.rest().isEmpty()) {
          told.add(
              new Paragraphs.Paragraph(
                  section.rest(), section.line(), IssuedLine.Kind.TEXT, false, false));
        }
        told.addAll(Paragraphs.of(section.lines()));
      }
    }
    List<Paragraphs.Paragraph> rest = new ArrayList<>();
    for (Section section : sections) {
      if (section.label() != Label.BACKGROUND
          && section.label() != Label.LETTER
          && section.label() != Label.COPIES
          && section.label() != Label.TARGETS
          && section.label() != Label.ASKS) {
        rest.addAll(story(section, summary));
      } else if (told.isEmpty()
          && (section.label() == Label.COPIES || section.label() == Label.TARGETS)) {
        rest.addAll(story(section, summary));
      }
    }
    List<Paragraphs.Paragraph> all = new ArrayList<>(rest);
    all.addAll(told);
    String text = Markup.of(all, true);
    return all.isEmpty() || (told.isEmpty() && !isLong(text))
        ? null
        : Found.certain(text, all.get(0).line());
  }

  private List<Paragraphs.Paragraph> story(Section section, @Nullable Found<String> summary) {
    List<Paragraphs.Paragraph> kept = new ArrayList<>();
    List<Paragraphs.Paragraph> paragraphs = Paragraphs.of(section.lines());
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraphs.Paragraph paragraph = paragraphs.get(i);
      boolean next = i + 1 < paragraphs.size() && isStory(paragraphs.get(i + 1));
      boolean heading = !kept.isEmpty() && next && Markup.isHeading(paragraph);
      if ((isStory(paragraph) || heading)
          && (summary == null || !Markup.escaped(paragraph.text()).equals(summary.value()))) {
        kept.add(paragraph);
      }
    }
    return kept;
  }

  private boolean isStory(Paragraphs.Paragraph paragraph) {
    return paragraph.kind() != IssuedLine.Kind.ITEM
        && isLong(paragraph.text())
        && prose.isSentence(paragraph.text())
        && !isGuidance(paragraph.text())
        && Paragraphs.endsSentence(paragraph.text());
  }
}
