package org.urgentaction.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;

/** The letter that every engine sets: the same words, another writer each time. */
final class Letter {
  /** Who writes: five lines, the first a name. */
  record Writer(List<String> lines) {
    String name() {
      return lines.get(0);
    }
  }

  static final Writer ANONYMOUS = new Writer(List.of("", "", "", "", ""));
  static final String SUBJECT = "Zhanbolat Mamay: end the trial and let him speak";
  static final String SALUTATION = "Your Excellency:";
  static final String CLOSING = "Yours sincerely,";
  static final String COPY = "Copy to: Embassy of Kazakhstan";
  static final List<String> RECIPIENT =
      List.of(
          "Mr Kassym-Jomart Tokayev",
          "President of Kazakhstan",
          "Government House",
          "Mangilik Yel St, 6",
          "010000 Astana",
          "Kazakhstan");
  static final List<String> BEFORE =
      List.of(
          "I am writing to you because of one man. Zhanbolat Mamay is a journalist by training and a"
              + " politician by conviction, and he has been on trial for things that people in many"
              + " countries do on any Sunday: he spoke in public, he wanted to found a party, and he"
              + " called on others to come to a square and say what they thought.",
          "The protests of January 2022 began over the price of fuel, which had doubled overnight, and"
              + " spread in a few days from one town in the west to the whole country. Many of those"
              + " who came were peaceful and many of them were killed or hurt. Weeks later, after a"
              + " gathering to mourn the dead, he was taken away, first for fifteen days and then for"
              + " months, and when he was allowed to go home it was only to be shut up there, without"
              + " a telephone and without visitors, while the case against him went on.",
          "Nothing in what is known of that case shows that he called for violence. What he did is"
              + " covered by the freedom of expression and by the right to assemble peacefully, which"
              + " your country has promised to protect, in its constitution and in the covenant that"
              + " it signed. To punish it is to tell everyone else to be silent as well; and a country"
              + " in which nobody says what is wrong is not safer for it. Those who looked into the"
              + " charges found nothing in them but words, and words that were said in the open. He"
              + " has lost his work, his health has suffered, and his wife has brought up their small"
              + " children through it all. I therefore ask you to");
  static final List<String> ASKS =
      List.of(
          "see that all charges which punish nothing but peaceful words and gatherings are dropped;",
          "lift every limit on where he may go, whom he may meet and what he may say or organise;",
          "make sure that people can protest peacefully without fear, in law and in the street.");
  static final String LAST =
      "I know that you receive many letters. I write this one by myself, far from Astana and with no"
          + " other interest than that a man should not lose years of his life for having spoken; and"
          + " I should be grateful to learn what you decide.";

  private static final List<String> NAMES =
      List.of(
          "Anna", "Björn", "Chloé", "Dieter", "Élise", "Fionn", "Grace", "Hélène", "Íñigo", "Jürgen",
          "Katarzyna", "Luís", "María", "Niamh", "Óscar", "Paula", "Rosa", "Søren", "Tomás", "Ursula");
  private static final List<String> SURNAMES =
      List.of(
          "O’Leary", "Weiß", "Lefèvre", "Muñoz", "Andersson", "Byrne", "Castro", "Dubois", "Eriksen",
          "Fischer", "García", "Hansen", "Ibáñez", "Jansen", "Kowalski", "López", "Müller", "Nowak",
          "Øster", "Peña", "Quinn", "Rossi", "Schäfer", "Teixeira", "van Dijk");
  private static final List<String> STREETS =
      List.of(
          "Harbour Street", "Königstraße", "rue de l’Église", "Calle del Pez", "Storgatan", "Via Roma",
          "Mill Lane", "Rua Augusta", "Hauptstraße", "Prinsengracht");
  private static final List<String> CITIES =
      List.of(
          "Galway", "Leipzig", "Lyon", "Madrid", "Göteborg", "Torino", "York", "Coimbra", "Graz",
          "Utrecht");

  private Letter() {}

  static List<Writer> writers(int count) {
    List<Writer> writers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = NAMES.get(i * 7 % NAMES.size()) + " " + SURNAMES.get(i * 11 % SURNAMES.size());
      int number = 1 + i * 13 % 250;
      writers.add(
          new Writer(
              List.of(
                  name,
                  number + " " + STREETS.get(i * 3 % STREETS.size()),
                  10_000 + i * 37 % 90_000 + " " + CITIES.get(i * 9 % CITIES.size()),
                  "writer" + i + "@example.org",
                  CITIES.get(i * 9 % CITIES.size()) + ", 22 November 2026")));
    }
    return writers;
  }

  static Document document(Writer writer) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Address(Block.Party.SENDER, lines(writer.lines().subList(0, 4)), null));
    blocks.add(new Block.Address(Block.Party.RECIPIENT, lines(RECIPIENT), null));
    blocks.add(paragraph(Block.Role.DATE, writer.lines().get(4)));
    blocks.add(new Block.Heading(1, text(SUBJECT)));
    blocks.add(paragraph(Block.Role.SALUTATION, SALUTATION));
    BEFORE.forEach(words -> blocks.add(paragraph(Block.Role.BODY, words)));
    blocks.add(
        new Block.Listing(
            false,
            ASKS.stream().map(ask -> List.<Block>of(paragraph(Block.Role.BODY, ask))).toList()));
    blocks.add(paragraph(Block.Role.BODY, LAST));
    blocks.add(paragraph(Block.Role.CLOSING, CLOSING));
    blocks.add(new Block.Signature(null));
    blocks.add(paragraph(Block.Role.SIGNER, writer.name()));
    blocks.add(paragraph(Block.Role.COPY, COPY));
    return new Document(Locale.ENGLISH, SUBJECT, blocks);
  }

  /** The same, as HTML with the same measures. */
  static String html(Writer writer) {
    StringBuilder html =
        new StringBuilder(
            "<html lang='en'><head><title>"
                + SUBJECT
                + "</title><meta name='description' content='letter'/><style>@page{size:A4;margin:18mm"
                + " 18mm 18mm 22mm}body{font-family:Noto;font-size:10pt;line-height:1.2;margin:0}"
                + "h1{font-size:10pt;margin:0 0 4pt}p{margin:0 0 4pt}ul{margin:0 0 4pt;padding-left:12pt}"
                + ".s{margin:0 0 19mm 103mm}.t{margin:0 0 4mm}.d{margin:0 0 4mm 103mm}.c{font-size:9pt}"
                + ".g{margin-bottom:16mm}</style></head><body>");
    html.append("<p class='s'>").append(joined(writer.lines().subList(0, 4))).append("</p>");
    html.append("<p class='t'>").append(joined(RECIPIENT)).append("</p>");
    html.append("<p class='d'>").append(writer.lines().get(4)).append("</p>");
    html.append("<h1>").append(SUBJECT).append("</h1><p>").append(SALUTATION).append("</p>");
    BEFORE.forEach(words -> html.append("<p>").append(words).append("</p>"));
    html.append("<ul>");
    ASKS.forEach(ask -> html.append("<li>").append(ask).append("</li>"));
    html.append("</ul><p>").append(LAST).append("</p><p class='g'>").append(CLOSING);
    html.append("</p><p>").append(writer.name()).append("</p><p class='c'>").append(COPY);
    return html.append("</p></body></html>").toString();
  }

  private static String joined(List<String> lines) {
    return String.join("<br/>", lines);
  }

  private static Block.Paragraph paragraph(Block.Role role, String words) {
    return new Block.Paragraph(role, text(words));
  }

  private static List<Inline> text(String words) {
    return List.of(new Inline.Text(words));
  }

  private static List<List<Inline>> lines(List<String> lines) {
    return lines.stream().map(Letter::text).toList();
  }
}
