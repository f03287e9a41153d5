package org.urgentaction.dispatch;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.document.Document;
import org.urgentaction.document.HtmlWriter;
import org.urgentaction.document.Paper;
import org.urgentaction.docx.DocxWriter;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.PageStyle;
import org.urgentaction.typeset.PdfPress;

/** A bulletin as a file of any of its formats, and what that file is called. */
public final class BulletinFormats {
  /** What a bulletin can become. */
  public static final Set<Format> ALL = Set.of(Format.PDF, Format.DOCX, Format.HTML);

  private final FontLibrary fonts;

  public BulletinFormats(FontLibrary fonts) {
    this.fonts = fonts;
  }

  /**
   * The bulletin in a format.
   *
   * @param format one of {@link #ALL}
   */
  public Rendered render(Document bulletin, Format format, Paper sheet) {
    return switch (format) {
      case PDF ->
          Rendered.of(new PdfPress(fonts, new PageStyle(sheet, false), List.of()).set(bulletin));
      case DOCX -> Rendered.of(new DocxWriter().write(bulletin, sheet));
      case HTML -> Rendered.of(new HtmlWriter().write(bulletin));
      default -> throw new IllegalArgumentException("a bulletin has no format " + format);
    };
  }

  /** Such as ua-31-22-3-bulletin-en.pdf. */
  public static String name(Campaign campaign, Locale language, Format format) {
    return name(campaign.id(), language, format);
  }

  /** The same, by the campaign's id. */
  public static String name(String campaign, Locale language, Format format) {
    return "%s-bulletin-%s.%s".formatted(campaign, language.toLanguageTag(), format.ending());
  }
}
