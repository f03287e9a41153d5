package org.urgentaction.docx;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Picture;

/** Letters in words of our own, with everything in them that a document can hold. */
final class Samples {
  static final Document ENGLISH =
      letter(
          "en",
          List.of("Ann O’Leary", "12 Harbour Street", "Galway H91 X2K4", "Ireland"),
          List.of("Mr Kassym-Jomart Tokayev", "Government House", "010000 Astana", "Kazakhstan"),
          "Galway, 22 November 2026",
          "Zhanbolat Mamay: drop the charges",
          "Your Excellency:",
          List.of(
              "I am writing about Zhanbolat Mamay, who stands trial for what he said in the open:"
                  + " that people may gather in a square and ask to be heard.",
              "He spent months in a cell and then under house arrest.",
              "Nobody should lose their freedom for a word."),
          List.of("drop all charges against him;", "let him move and speak freely."),
          "Yours sincerely,",
          "Copy to: Embassy of Kazakhstan, London");

  static final Document FRENCH =
      letter(
          "fr",
          List.of("Hélène Lefèvre", "3, rue de l’Église", "69002 Lyon", "France"),
          List.of("Monsieur le Président", "Palais du Gouvernement", "010000 Astana", "Kazakhstan"),
          "Lyon, le 22 novembre 2026",
          "Zhanbolat Mamay : pour l’abandon des poursuites",
          "Monsieur le Président,",
          List.of(
              "Je vous écris au sujet de Zhanbolat Mamay, jugé pour avoir demandé que chacun puisse"
                  + " manifester « sans crainte ». Cœur, façade, naïveté : rien ne doit se perdre.",
              "Sa famille attend depuis des mois."),
          List.of("abandonner les poursuites ;", "lui rendre sa liberté de mouvement."),
          "Veuillez agréer, Monsieur le Président, l’expression de ma haute considération.",
          "Copie : ambassade du Kazakhstan, Paris");

  static final Document RUSSIAN =
      letter(
          "ru",
          List.of("Анна Щербакова", "ул. Пушкина, д. 7, кв. 12", "Вильнюс 01100", "Литва"),
          List.of("Президенту Республики Казахстан", "К. К. Токаеву", "Астана"),
          "Вильнюс, 22 ноября 2026 г.",
          "Жанболат Мамай: прекратить преследование",
          "Ваше Превосходительство!",
          List.of(
              "Пишу Вам о судьбе Жанболата Мамая — журналиста и политика, которого судят за"
                  + " сказанное вслух. Мирное собрание не преступление (№ 31/22).",
              "Его близкие ждут уже много месяцев. Ещё не поздно поступить справедливо."),
          List.of("снять обвинения;", "отменить ограничения на передвижение."),
          "С уважением,",
          "Копия: Посольство Республики Казахстан в Литве");

  static final Document ARABIC =
      letter(
          "ar",
          List.of("ليلى حداد", "شارع النخيل", "بيروت", "لبنان"),
          List.of("السيد رئيس الجمهورية", "القصر الجمهوري", "أستانا", "كازاخستان"),
          "بيروت، 22 نوفمبر 2026",
          "جانبولات ماماي: أسقطوا التهم عنه",
          "تحية طيبة وبعد،",
          List.of(
              "أكتب إليكم بشأن الصحفي جانبولات ماماي (Zhanbolat Mamay) الذي قال رأيه في العلن.",
              "تنتظره أسرته منذ شهور طويلة."),
          List.of("إسقاط التهم؛", "السماح له بالتنقل والتعبير بحرية."),
          "وتفضلوا بقبول فائق الاحترام،",
          "نسخة إلى: سفارة كازاخستان في بيروت");

  private Samples() {}

  private static Document letter(
      String language,
      List<String> sender,
      List<String> recipient,
      String date,
      String subject,
      String salutation,
      List<String> paragraphs,
      List<String> asks,
      String closing,
      String copy) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Address(Block.Party.SENDER, lines(sender), null));
    blocks.add(new Block.Address(Block.Party.RECIPIENT, lines(recipient), null));
    blocks.add(paragraph(Block.Role.DATE, date));
    blocks.add(new Block.Heading(1, text(subject)));
    blocks.add(paragraph(Block.Role.SALUTATION, salutation));
    paragraphs.forEach(words -> blocks.add(paragraph(Block.Role.BODY, words)));
    blocks.add(listing(false, asks));
    blocks.add(paragraph(Block.Role.CLOSING, closing));
    blocks.add(new Block.Signature(null));
    blocks.add(paragraph(Block.Role.SIGNER, sender.get(0)));
    blocks.add(paragraph(Block.Role.COPY, copy));
    return new Document(Locale.forLanguageTag(language), subject, blocks);
  }

  /** One of everything, in a language. */
  static Document rich(String language) {
    Block.Listing inner = listing(true, List.of("inner one", "inner two"));
    Block.Listing outer =
        new Block.Listing(
            true,
            List.of(
                List.of(paragraph(Block.Role.BODY, "outer"), inner),
                List.of(
                    paragraph(Block.Role.BODY, "with more"),
                    paragraph(Block.Role.BODY, "than a line"))));
    return of(
        language,
        new Block.Address(Block.Party.SENDER, lines(List.of("Ann Lee", "Leeds")), null),
        new Block.Address(
            Block.Party.RECIPIENT,
            lines(List.of("שגרירות", "לונדון")),
            Locale.forLanguageTag("he")),
        paragraph(Block.Role.DATE, "Leeds, 1 May"),
        new Block.Heading(1, text("Subject")),
        paragraph(Block.Role.SALUTATION, "Sir,"),
        new Block.Paragraph(Block.Role.BODY, mixed()),
        new Block.Heading(2, List.of(new Inline.Strong(text("Strong heading")))),
        listing(false, List.of("bullet")),
        outer,
        listing(true, List.of("again from one")),
        new Block.Figure(picture("png", 300, 200, "A square full of people")),
        new Block.Figure(picture("jpeg", 90, 90, "")),
        paragraph(Block.Role.CLOSING, "Yours,"),
        new Block.Signature(picture("png", 600, 150, "Signature of Ann Lee")),
        paragraph(Block.Role.SIGNER, "Ann Lee"),
        paragraph(Block.Role.COPY, "Copy: the embassy"));
  }

  /** Every kind of block that a bulletin has and a letter has not. */
  static Document bulletin(String language) {
    Block.Address office = new Block.Address(Block.Party.RECIPIENT, officeLines(), null);
    return of(
        language,
        paragraph(Block.Role.MASTHEAD, "URGENT ACTION"),
        paragraph(Block.Role.ISSUE, "Third UA: 31/22"),
        paragraph(Block.Role.NOTICE, "The deadline is over."),
        new Block.Heading(1, text("Headline")),
        new Block.Boxes(
            false,
            List.of(
                List.of(paragraph(Block.Role.LEAD, "The case")),
                List.of(
                    new Block.Figure(picture("jpeg", 60, 40, "A man")),
                    paragraph(Block.Role.CAPTION, "In court")))),
        new Block.Heading(2, text("TAKE ACTION")),
        listing(true, List.of("Write", "Tell us")),
        new Block.Boxes(true, List.of(List.of(office), List.of(office), List.of(office))),
        new Block.Heading(3, text("Background")),
        paragraph(Block.Role.BODY, "What happened."),
        new Block.Boxes(true, List.of(List.of(paragraph(Block.Role.BODY, "Deadline: soon")))));
  }

  private static List<List<Inline>> officeLines() {
    return lines(List.of("President", "Government House", "Astana"));
  }

  private static List<Inline> mixed() {
    return List.of(
        new Inline.Text("Plain, "),
        new Inline.Strong(text("strong")),
        new Inline.Text(", "),
        new Inline.Emphasis(List.of(new Inline.Strong(text("both")))),
        new Inline.LineBreak(),
        new Inline.Link(
            "https://example.org/a?b=c&d",
            List.of(new Inline.Text("a "), new Inline.Strong(text("link")))),
        new Inline.Text(
            " جانبولات (Zhanbolat) ١٢, สวัสดี, 日本、「東京」 non\u2011break soft\u00ADhyphen "),
        new Inline.Foreign(Locale.FRENCH, text("liberté")),
        new Inline.Foreign(Locale.forLanguageTag("fa"), text("آزادی")),
        new Inline.Foreign(Locale.forLanguageTag("ja"), text("自由")));
  }

  static Document of(String language, Block... blocks) {
    return new Document(Locale.forLanguageTag(language), "Title", Arrays.asList(blocks));
  }

  static Block.Listing listing(boolean ordered, List<String> items) {
    return new Block.Listing(
        ordered,
        items.stream().map(item -> List.<Block>of(paragraph(Block.Role.BODY, item))).toList());
  }

  static Block.Paragraph paragraph(Block.Role role, String words) {
    return new Block.Paragraph(role, text(words));
  }

  static List<Inline> text(String words) {
    return List.of(new Inline.Text(words));
  }

  static List<List<Inline>> lines(List<String> lines) {
    return lines.stream().map(Samples::text).toList();
  }

  static Picture picture(String format, int width, int height, String alternative) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.ORANGE);
    pen.fillOval(0, 0, width, height);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Picture(out.toByteArray(), "image/" + format, alternative);
  }
}
