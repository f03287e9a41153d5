package org.urgentaction.importing.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.urgentaction.importing.IssuedLine.Kind;

/**
 * Goes through a web page's elements in order. What is certainly not the action's own text
 * (navigation, consent banners, scripts, hidden elements, the site's footer) is passed over.
 */
final class WebPageLines implements NodeFilter {
  private static final Set<String> NEVER_TEXT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "svg",
          "iframe",
          "object",
          "video",
          "audio",
          "canvas",
          "select",
          "option",
          "textarea",
          "button",
          "input",
          "rt",
          "rp",
          "del",
          "math",
          "dialog",
          "datalist");
  private static final Set<String> LINES =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "html",
          "legend",
          "li",
          "main",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");
  private static final Set<String> SPACED =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "dl",
          "table",
          "blockquote",
          "hr",
          "pre",
          "figure",
          "section",
          "article");
  private static final Pattern HIDDEN =
      Pattern.compile("(?:^|[;\\s])(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
  private static final Pattern UNSPACED =
      Pattern.compile("(?:^|[;\\s])margin(?:-bottom)?\\s*:\\s*0(?:\\.0+)?(?:[a-z%]*)\\s*(?:;|!|$)");
  private static final Pattern BOLD =
      Pattern.compile("font-weight\\s*:\\s*(?:bold|bolder|[6-9]00)");
  private static final Pattern LIGHT = Pattern.compile("font-weight\\s*:\\s*(?:normal|[1-5]00)");
  private static final Pattern BANNER =
      Pattern.compile("(?:^|[\\s_-])(?:cookies?|onetrust|gdpr|consent|cookiebot)(?:$|[\\s_-]).*");
  private static final int LONGEST_BANNER = 4000;
  private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|mailto:|tel:)\\S{1,2000}");

  private final LineCollector lines;
  private final boolean contentOnly;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> links = new LinkedHashSet<>();
  private final Deque<Boolean> bold = new ArrayDeque<>();
  private boolean light;
  private boolean unspaced;
  private boolean item;
  private int headings;
  private int verbatim;
  private int number;

  WebPageLines(LineCollector lines, boolean contentOnly) {
    this.lines = lines;
    this.contentOnly = contentOnly;
  }

  void read(Element page) throws UnreadableException {
    try {
      NodeTraversor.filter(this, page);
      endLine();
    } catch (TooLong e) {
      throw UnreadableException.tooLarge();
    }
  }

  /** Carries an {@link UnreadableException} through jsoup's traversal. */
  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
    } else if (node instanceof Element element) {
      if (isPassedOver(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      begin(element, element.normalName());
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      end(element, element.normalName());
    }
    return FilterResult.CONTINUE;
  }

  private boolean isPassedOver(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT);
    if (NEVER_TEXT.contains(element.normalName())
        || element.hasAttr("hidden")
        || HIDDEN.matcher(style).find()) {
      return true;
    }
    if (!contentOnly) {
      return false;
    }
    String role = element.attr("role");
    boolean frame = element.normalName().equals("nav") || role.equals("navigation");
    boolean footer = element.normalName().equals("footer") || role.equals("contentinfo");
    return frame
        || (footer && element.closest("article, main, [role=main]") == null)
        || element.attr("aria-hidden").equals("true")
        || role.equals("search")
        || isBanner(element);
  }

  private static boolean isBanner(Element element) {
    String names = (element.id() + " " + element.className()).toLowerCase(Locale.ROOT);
    return !names.isBlank()
        && !Set.of("html", "body", "main", "article").contains(element.normalName())
        && BANNER.matcher(names).find()
        && element.text().length() < LONGEST_BANNER;
  }

  private void begin(Element element, String name) {
    String style = element.attr("style").toLowerCase(Locale.ROOT);
    if (LINES.contains(name)) {
      endLine();
      if (SPACED.contains(name) && !unspaced) {
        lines.gap();
      }
      unspaced = false;
    }
    boolean inherited = !bold.isEmpty() && bold.element();
    boolean own = Set.of("b", "strong", "th").contains(name) || BOLD.matcher(style).find();
    bold.push((own || inherited) && !LIGHT.matcher(style).find());
    switch (name) {
      case "br" -> endLineOrGap();
      case "li" -> item = true;
      case "tr" -> lines.beginRow();
      case "td", "th" -> lines.beginCell();
      case "pre" -> verbatim++;
      case "h1", "h2", "h3", "h4", "h5", "h6" -> headings++;
      case "a" -> {
        if (LINK.matcher(element.attr("href").strip()).matches()) {
          links.add(element.attr("href").strip());
        }
      }
      default -> {
        // Its text is all that counts.
      }
    }
  }

  private void end(Element element, String name) {
    bold.pop();
    if (LINES.contains(name)) {
      endLine();
      if (name.equals("p")) {
        unspaced = UNSPACED.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
      }
      if (SPACED.contains(name) && !unspaced) {
        lines.gap();
      }
    }
    switch (name) {
      case "li" -> item = false;
      case "tr" -> lines.endRow();
      case "pre" -> verbatim--;
      case "h1", "h2", "h3", "h4", "h5", "h6" -> headings--;
      default -> {
        // Nothing was begun.
      }
    }
  }

  private void append(String words) {
    boolean blank = words.isBlank();
    if (!blank) {
      light |= bold.isEmpty() || !bold.element();
    }
    text.append(verbatim > 0 ? words : words.replaceAll("[\\s&&[^\\u00A0]]+", " "));
  }

  private void endLineOrGap() {
    if (text.toString().isBlank()) {
      lines.gap();
    }
    endLine();
  }

  private void endLine() {
    if (!CleanText.of(text.toString()).isEmpty()) {
      number++;
      Kind kind = headings > 0 ? Kind.HEADING : item ? Kind.ITEM : Kind.TEXT;
      item = false;
      try {
        lines.add(new RawLine(number, 0, kind, text.toString(), !light, List.copyOf(links)));
      } catch (UnreadableException e) {
        throw new TooLong();
      }
    }
    text.setLength(0);
    links.clear();
    light = false;
  }
}
