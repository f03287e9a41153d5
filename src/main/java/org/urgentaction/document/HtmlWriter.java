package org.urgentaction.document;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Renders a {@link Document} as one HTML page that needs nothing else: to open in a browser, or as
 * a mail's HTML alternative.
 */
public final class HtmlWriter {
  private static final String STYLE =
      """
      body{font-family:"Noto Serif",Georgia,serif;line-height:1.4;max-width:40em;margin:2em auto;\
      padding:0 1em}address{font-style:normal;margin:0 0 1.5em}address.sender,p.date{text-align:end}\
      h1{font-size:1em}h2{font-size:1.1em}.signature{height:4em}.signature img{max-height:4em}\
      figure{margin:1em 0}figure img{max-width:100%}.letterhead img{max-height:6em}p.copy{font-size:.9em;margin-top:2em}\
      """;

  /** For a document with a masthead; boxes stand beside each other where the window is wide. */
  private static final String BULLETIN_STYLE =
      """
      body{max-width:48em}.masthead{background:#000;color:#fff;font-weight:bold;font-size:1.5em;\
      letter-spacing:.06em;margin:0;padding:.25em .5em}.issue{margin:.4em 0 1em;font-size:.9em}\
      h1{font-size:1.8em;line-height:1.2;margin:.4em 0}h2{font-size:1.1em;border-top:2px solid;\
      padding-top:.4em;margin:1.6em 0 .4em}h3{font-size:1em;margin:1.2em 0 .2em}.lead{font-weight:bold}\
      .notice{border:3px solid;padding:.6em .8em;font-weight:bold}.caption{font-size:.85em}\
      .boxes,.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(15em,1fr));gap:1em;\
      margin:1em 0}.boxes>div{background:#eee;padding:.6em .9em}.boxes address,.boxes p{margin:0}\
      address{overflow-wrap:anywhere}@media print{.boxes>div{break-inside:avoid}h2,h3{break-after:avoid}}\
      """;

  /** A complete page, white space kept small, lines ending with LF. */
  public String write(Document document) {
    String dir = document.rightToLeft() ? "rtl" : "ltr";
    return "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
            .formatted(escaped(document.language().toLanguageTag()), dir)
        + "<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n"
            .formatted(
                escaped(document.title()),
                document.bulletin() ? STYLE.strip() + BULLETIN_STYLE.strip() : STYLE.strip())
        + blocks(document.blocks())
        + "\n</body>\n</html>\n";
  }

  /**
   * The document's blocks to stand in another page, which gives their language, direction and look.
   *
   * @param below level of the heading that they stand under
   */
  public String fragment(Document document, int below) {
    return document.blocks().stream()
        .map(
            block ->
                block instanceof Block.Heading heading
                    ? heading(heading, Math.min(6, heading.level() + below))
                    : block(block))
        .collect(Collectors.joining("\n"));
  }

  private static String heading(Block.Heading heading, int level) {
    return "<h%d>%s</h%1$d>".formatted(level, inlines(heading.content()));
  }

  private static String blocks(List<Block> blocks) {
    return blocks.stream().map(HtmlWriter::block).collect(Collectors.joining("\n"));
  }

  private static String block(Block block) {
    if (block instanceof Block.Heading heading) {
      return heading(heading, heading.level());
    }
    if (block instanceof Block.Paragraph paragraph) {
      return paragraph.role() == Block.Role.BODY
          ? "<p>%s</p>".formatted(inlines(paragraph.content()))
          : "<p class=\"%s\">%s</p>"
              .formatted(name(paragraph.role()), inlines(paragraph.content()));
    }
    if (block instanceof Block.Address address) {
      String lines =
          address.lines().stream().map(HtmlWriter::inlines).collect(Collectors.joining("<br>\n"));
      return "<address class=\"%s\"%s>%s</address>"
          .formatted(name(address.party()), language(address.language()), lines);
    }
    if (block instanceof Block.Listing listing) {
      String items =
          listing.items().stream()
              .map(item -> "<li>" + item(item) + "</li>")
              .collect(Collectors.joining("\n"));
      return listing.ordered() ? "<ol>\n" + items + "\n</ol>" : "<ul>\n" + items + "\n</ul>";
    }
    if (block instanceof Block.Boxes boxes) {
      return boxes.boxes().stream()
          .map(box -> "<div>\n" + blocks(box) + "\n</div>")
          .collect(
              Collectors.joining(
                  "\n",
                  "<div class=\"%s\">\n".formatted(boxes.framed() ? "boxes" : "columns"),
                  "\n</div>"));
    }
    if (block instanceof Block.Signature signature) {
      Picture picture = signature.picture();
      return "<div class=\"signature\">%s</div>".formatted(picture == null ? "" : picture(picture));
    }
    if (block instanceof Block.Letterhead letterhead) {
      return "<figure class=\"letterhead\">%s</figure>".formatted(picture(letterhead.picture()));
    }
    return "<figure>%s</figure>".formatted(picture(((Block.Figure) block).picture()));
  }

  /** An item that is one paragraph stands without its tags, as a hand would write it. */
  private static String item(List<Block> item) {
    return item.size() == 1 && item.get(0) instanceof Block.Paragraph paragraph
        ? inlines(paragraph.content())
        : blocks(item);
  }

  private static String inlines(List<Inline> content) {
    return content.stream().map(HtmlWriter::inline).collect(Collectors.joining());
  }

  private static String inline(Inline inline) {
    if (inline instanceof Inline.Text text) {
      return escaped(text.text());
    }
    if (inline instanceof Inline.LineBreak) {
      return "<br>\n";
    }
    if (inline instanceof Inline.Strong strong) {
      return "<strong>" + inlines(strong.content()) + "</strong>";
    }
    if (inline instanceof Inline.Emphasis emphasis) {
      return "<em>" + inlines(emphasis.content()) + "</em>";
    }
    if (inline instanceof Inline.Link link) {
      return "<a href=\"%s\">%s</a>".formatted(escaped(link.target()), inlines(link.content()));
    }
    Inline.Foreign foreign = (Inline.Foreign) inline;
    return "<span%s>%s</span>".formatted(language(foreign.language()), inlines(foreign.content()));
  }

  private static String language(@Nullable Locale language) {
    if (language == null) {
      return "";
    }
    String dir = Document.isRightToLeft(language) ? "rtl" : "ltr";
    return " lang=\"%s\" dir=\"%s\"".formatted(escaped(language.toLanguageTag()), dir);
  }

  private static String picture(Picture picture) {
    return "<img src=\"data:%s;base64,%s\" alt=\"%s\">"
        .formatted(
            escaped(picture.mediaType()),
            Base64.getEncoder().encodeToString(picture.bytes()),
            escaped(picture.alternative()));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
