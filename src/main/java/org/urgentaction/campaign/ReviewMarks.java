package org.urgentaction.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the {@link ReviewMark}s of a file: comments, not lines of a text that look like one. */
final class ReviewMarks {
  private static final Pattern MARK = Pattern.compile("(?m)^[ \\t]*(# *check: *(\\S[^\\r\\n]*))$");
  private static final int MOST = 200;

  private final List<YamlNode.Text> texts = new ArrayList<>();

  private ReviewMarks(YamlNode root) {
    collect(root);
  }

  static List<ReviewMark> in(SourceText source, YamlNode root) {
    ReviewMarks file = new ReviewMarks(root);
    List<ReviewMark> marks = new ArrayList<>();
    String text = source.text();
    Matcher matcher = MARK.matcher(text);
    int from = 0;
    int index = 0;
    while (marks.size() < MOST && matcher.find()) {
      index += text.codePointCount(from, matcher.start(1));
      from = matcher.start(1);
      if (!file.isInText(index)) {
        marks.add(new ReviewMark(source.at(index), matcher.group(2).strip()));
      }
    }
    return marks;
  }

  private boolean isInText(int index) {
    return texts.stream().anyMatch(text -> text.start() <= index && index < text.end());
  }

  private void collect(YamlNode node) {
    if (node instanceof YamlNode.Text text && !text.plain()) {
      texts.add(text);
    } else if (node instanceof YamlNode.Items items) {
      items.items().forEach(this::collect);
    } else if (node instanceof YamlNode.Entries entries) {
      entries.entries().forEach(entry -> collect(entry.value()));
    }
  }
}
