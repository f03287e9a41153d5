package org.urgentaction.typeset;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Picture;

/** Letters in several languages, in words of our own, to set in tests. */
final class Letters {
  /** The words of a letter in one language. */
  record Words(
      String language,
      List<String> sender,
      List<String> recipient,
      String date,
      String subject,
      String salutation,
      List<String> paragraphs,
      List<String> asks,
      String last,
      String closing,
      String copy) {

    Locale locale() {
      return Locale.forLanguageTag(language);
    }
  }

  static final Words ENGLISH =
      new Words(
          "en",
          List.of("Ann O’Leary", "12 Harbour Street", "Galway H91 X2K4", "Ireland"),
          List.of(
              "Mr Kassym-Jomart Tokayev",
              "President of Kazakhstan",
              "Government House",
              "Mangilik Yel St, 6",
              "010000 Astana",
              "Kazakhstan"),
          "Galway, 22 November 2026",
          "Zhanbolat Mamay: drop the charges, let him speak",
          "Your Excellency:",
          List.of(
              "I am writing about Zhanbolat Mamay, a politician and journalist who stands trial for"
                  + " what he said in the open: that people may gather in a square and ask to be"
                  + " heard.",
              "The protests of January 2022 began over the price of fuel (it had doubled overnight)"
                  + " and ended in hundreds of deaths. He was taken away weeks later, spent months"
                  + " in a cell and then under house arrest, cut off from those who know him; his"
                  + " family has lived with the fear of a long sentence ever since."),
          List.of(
              "drop all charges that punish him only for peaceful words and gatherings;",
              "let him move, speak and organise without hindrance;",
              "see that everyone may protest peacefully, in law and in the street."),
          "I should be grateful to learn what you decide, and I thank you for reading my letter.",
          "Yours sincerely,",
          "Copy to: Embassy of Kazakhstan, London");

  static final Words FRENCH =
      new Words(
          "fr",
          List.of("Hélène Lefèvre", "3, rue de l’Église", "69002 Lyon", "France"),
          List.of("Monsieur le Président", "Palais du Gouvernement", "010000 Astana", "Kazakhstan"),
          "Lyon, le 22 novembre 2026",
          "Zhanbolat Mamay : pour l’abandon des poursuites",
          "Monsieur le Président,",
          List.of(
              "Je vous écris au sujet de Zhanbolat Mamay, journaliste et homme politique, jugé pour"
                  + " avoir demandé que chacun puisse manifester « sans crainte ». Cœur, façade,"
                  + " naïveté, où, déjà : rien ne doit se perdre.",
              "Sa famille attend depuis des mois. Nul ne devrait être privé de liberté pour avoir"
                  + " pris la parole."),
          List.of(
              "abandonner les poursuites qui ne punissent que la parole ;",
              "lui rendre sa pleine liberté de mouvement."),
          "Dans l’attente de votre réponse, je vous remercie de votre attention.",
          "Veuillez agréer, Monsieur le Président, l’expression de ma haute considération.",
          "Copie : ambassade du Kazakhstan, Paris");

  static final Words GERMAN =
      new Words(
          "de",
          List.of("Jürgen Weiß", "Königstraße 5", "04109 Leipzig", "Deutschland"),
          List.of("Herrn Präsidenten", "Regierungspalast", "010000 Astana", "Kasachstan"),
          "Leipzig, den 22. November 2026",
          "Zhanbolat Mamay: Anklage fallen lassen",
          "Exzellenz,",
          List.of(
              "mit großer Sorge verfolge ich den Prozess gegen Zhanbolat Mamay, der für öffentliche"
                  + " Äußerungen vor Gericht steht. „Versammlungsfreiheit“ ist kein Vergehen;"
                  + " Rechtsstaatlichkeitsgrundsätze gelten für alle – überall und jederzeit."),
          List.of(
              "die Anklage gegen ihn fallen zu lassen, soweit sie friedliches Handeln betrifft;",
              "dafür zu sorgen, dass er sich frei bewegen und äußern darf."),
          "Über eine Antwort würde ich mich freuen.",
          "Mit freundlichen Grüßen",
          "Kopie: Botschaft der Republik Kasachstan, Berlin");

  static final Words SPANISH =
      new Words(
          "es",
          List.of("Íñigo Muñoz Peña", "Calle del Pez, 8, 2.º izq.", "28004 Madrid", "España"),
          List.of("Excmo. Sr. Presidente", "Palacio de Gobierno", "010000 Astaná", "Kazajistán"),
          "Madrid, 22 de noviembre de 2026",
          "Zhanbolat Mamay: que se retiren los cargos",
          "Excelencia:",
          List.of(
              "Le escribo por Zhanbolat Mamay, a quien se juzga por hablar en público. ¿Qué delito"
                  + " hay en reunirse? ¡Ninguno! Así lo dicen también las leyes de su país."),
          List.of("retirar los cargos;", "permitirle hablar y viajar con libertad."),
          "Le agradezco de antemano su atención.",
          "Atentamente,",
          "Copia: Embajada de Kazajistán, Madrid");

  static final Words RUSSIAN =
      new Words(
          "ru",
          List.of("Анна Щербакова", "ул. Пушкина, д. 7, кв. 12", "Вильнюс 01100", "Литва"),
          List.of(
              "Президенту Республики Казахстан", "К. К. Токаеву", "ул. Мәңгілік Ел, 6", "Астана"),
          "Вильнюс, 22 ноября 2026 г.",
          "Жанболат Мамай: прекратить преследование",
          "Ваше Превосходительство!",
          List.of(
              "Пишу Вам о судьбе Жанболата Мамая — журналиста и политика, которого судят за"
                  + " сказанное вслух. Мирное собрание не преступление, и объявлять его таковым"
                  + " (№ 31/22) значит лишать людей голоса.",
              "Его близкие ждут уже много месяцев. Ещё не поздно поступить справедливо."),
          List.of(
              "снять обвинения, которые карают лишь за мирные слова;",
              "отменить ограничения на передвижение и высказывания."),
          "Буду признательна за ответ.",
          "С уважением,",
          "Копия: Посольство Республики Казахстан в Литве");

  static final Words KAZAKH =
      new Words(
          "kk",
          List.of("Әсем Құрманғазы", "Абай даңғылы, 10", "Алматы", "Қазақстан"),
          List.of("Қазақстан Республикасының Президенті", "Қ. К. Тоқаев", "Мәңгілік Ел, 6"),
          "Алматы, 2026 жылғы 22 қараша",
          "Жанболат Мамай: айыпты алып тастаңыз",
          "Құрметті Президент мырза!",
          List.of(
              "Жанболат Мамай — ойын ашық айтқаны үшін сотталып жатқан журналист. Бейбіт жиын қылмыс"
                  + " емес; өз үнін естірту әр адамның құқығы. Ғасырлар бойы үміт үзілген жоқ, һәм"
                  + " үзілмейді де."),
          List.of("оған тағылған айыпты алып тастаңыз;", "еркін жүріп-тұруына жол беріңіз."),
          "Жауабыңызды күтемін.",
          "Ізгі ниетпен,",
          "Көшірмесі: Қазақстан елшілігі");

  static final Words ARABIC =
      new Words(
          "ar",
          List.of("ليلى حدّاد", "شارع النخيل 12", "بيروت", "لبنان"),
          List.of("السيد رئيس الجمهورية", "القصر الجمهوري", "أستانا", "كازاخستان"),
          "بيروت، 22 نوفمبر 2026",
          "جانبولات ماماي: أسقطوا التهم عنه",
          "تحية طيبة وبعد،",
          List.of(
              "أكتب إليكم بشأن الصحفي والسياسي جانبولات ماماي (Zhanbolat Mamay) الذي يُحاكَم لأنه قال"
                  + " رأيه علنًا. إن التجمّع السلمي حقٌّ وليس جريمة، والتحرك العاجل رقم 31/22 يشرح"
                  + " ما جرى له منذ عام 2022.",
              "تنتظره أسرته منذ شهور طويلة، ولا يجوز أن يُحرم أحد من حريته بسبب كلمة."),
          List.of(
              "إسقاط التهم التي لا تعاقب إلا على الكلام السلمي؛",
              "السماح له بالتنقل والتعبير بحرية."),
          "أشكركم على قراءة رسالتي وأنتظر ردّكم.",
          "وتفضلوا بقبول فائق الاحترام،",
          "نسخة إلى: سفارة كازاخستان في بيروت");

  static final Words HEBREW =
      new Words(
          "he",
          List.of("דנה לוי", "רחוב הנביאים 5", "ירושלים 9510447", "ישראל"),
          List.of("נשיא הרפובליקה", "ארמון הנשיאות", "אסטנה", "קזחסטן"),
          "ירושלים, 22 בנובמבר 2026",
          "ז׳נבולאט ממאי: בטלו את האישומים",
          "אדוני הנשיא,",
          List.of(
              "אני כותבת על ז׳נבולאט ממאי (Zhanbolat Mamay), עיתונאי העומד לדין על דברים שאמר בפומבי."
                  + " התכנסות בדרכי שלום אינה עבירה (ראו 31/22)."),
          List.of("לבטל את האישומים נגדו;", "לאפשר לו לנוע ולדבר בחופשיות."),
          "אודה לתשובתך.",
          "בברכה,",
          "העתק: שגרירות קזחסטן");

  static final Words PERSIAN =
      new Words(
          "fa",
          List.of("مریم کریمی", "خیابان گل، پلاک ۷", "تهران", "ایران"),
          List.of("رئیس‌جمهور محترم", "کاخ ریاست‌جمهوری", "آستانه", "قزاقستان"),
          "تهران، ۲۲ نوامبر ۲۰۲۶",
          "ژانبولات مامای: اتهام‌ها را کنار بگذارید",
          "با سلام و احترام،",
          List.of(
              "دربارهٔ ژانبولات مامای می‌نویسم؛ روزنامه‌نگاری که به‌خاطر سخنانش محاکمه می‌شود. گردهمایی"
                  + " مسالمت‌آمیز جرم نیست (Urgent Action 31/22)."),
          List.of("اتهام‌های او را پس بگیرید؛", "بگذارید آزادانه سفر کند و سخن بگوید."),
          "چشم‌به‌راه پاسخ شما هستم.",
          "با احترام،",
          "رونوشت: سفارت قزاقستان");

  static final Words HINDI =
      new Words(
          "hi",
          List.of("प्रिया शर्मा", "१२ गांधी मार्ग", "नई दिल्ली 110001", "भारत"),
          List.of("माननीय राष्ट्रपति", "राष्ट्रपति भवन", "अस्ताना", "कज़ाख़स्तान"),
          "नई दिल्ली, 22 नवंबर 2026",
          "झानबोलात मामाय: आरोप वापस लीजिए",
          "महामहिम,",
          List.of(
              "मैं पत्रकार झानबोलात मामाय के बारे में लिख रही हूँ, जिन पर खुलकर बोलने के कारण मुक़दमा चल रहा"
                  + " है। शांतिपूर्ण सभा अपराध नहीं है।"),
          List.of("उन पर लगे आरोप वापस लिए जाएँ;", "उन्हें स्वतंत्र रूप से बोलने दिया जाए।"),
          "आपके उत्तर की प्रतीक्षा रहेगी।",
          "भवदीया,",
          "प्रतिलिपि: कज़ाख़स्तान दूतावास");

  static final Words ARMENIAN =
      new Words(
          "hy",
          List.of("Անի Պետրոսյան", "Աբովյան փողոց 5", "Երևան 0001", "Հայաստան"),
          List.of("Նախագահին", "Կառավարության տուն", "Աստանա", "Ղազախստան"),
          "Երևան, 22 նոյեմբերի 2026",
          "Ժանբոլատ Մամայ. դադարեցրեք հետապնդումը",
          "Ձերդ գերազանցություն,",
          List.of("Գրում եմ Ժանբոլատ Մամայի մասին, որին դատում են խաղաղ խոսքի համար։"),
          List.of("հանել մեղադրանքները։", "թույլ տալ ազատ խոսել։"),
          "Սպասում եմ պատասխանի։",
          "Հարգանքով՝",
          "Պատճենը՝ դեսպանություն");

  static final Words GEORGIAN =
      new Words(
          "ka",
          List.of("ნინო ბერიძე", "რუსთაველის გამზირი 8", "თბილისი 0108", "საქართველო"),
          List.of("პრეზიდენტს", "მთავრობის სახლი", "ასტანა", "ყაზახეთი"),
          "თბილისი, 22 ნოემბერი, 2026",
          "ჟანბოლატ მამაი: მოხსენით ბრალდება",
          "თქვენო აღმატებულებავ,",
          List.of("გწერთ ჟანბოლატ მამაის შესახებ, რომელსაც სიტყვისთვის ასამართლებენ."),
          List.of("მოხსენით ბრალდება;", "მიეცით თავისუფლად საუბრის უფლება."),
          "ველოდები პასუხს.",
          "პატივისცემით,",
          "ასლი: საელჩო");

  static final List<Words> ALL =
      List.of(
          ENGLISH, FRENCH, GERMAN, SPANISH, RUSSIAN, KAZAKH, ARABIC, HEBREW, PERSIAN, HINDI,
          ARMENIAN, GEORGIAN);

  private Letters() {}

  static Document letter(Words words) {
    return letter(words, words.sender(), null, 1);
  }

  /**
   * @param times how often the paragraphs are said
   */
  static Document letter(Words words, List<String> sender, Picture signature, int times) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Address(Block.Party.SENDER, lines(sender), null));
    blocks.add(new Block.Address(Block.Party.RECIPIENT, lines(words.recipient()), null));
    blocks.add(paragraph(Block.Role.DATE, words.date()));
    blocks.add(new Block.Heading(1, text(words.subject())));
    blocks.add(paragraph(Block.Role.SALUTATION, words.salutation()));
    for (int i = 0; i < times; i++) {
      for (String body : words.paragraphs()) {
        blocks.add(paragraph(Block.Role.BODY, body));
      }
    }
    blocks.add(
        new Block.Listing(
            false,
            words.asks().stream()
                .map(ask -> List.<Block>of(paragraph(Block.Role.BODY, ask)))
                .toList()));
    blocks.add(paragraph(Block.Role.BODY, words.last()));
    blocks.add(paragraph(Block.Role.CLOSING, words.closing()));
    blocks.add(new Block.Signature(signature));
    blocks.add(paragraph(Block.Role.SIGNER, sender.get(0)));
    blocks.add(paragraph(Block.Role.COPY, words.copy()));
    return new Document(words.locale(), words.subject(), blocks);
  }

  /** With blocks of the test's own after the salutation. */
  static Document with(Words words, Block... more) {
    Document letter = letter(words);
    List<Block> blocks = new ArrayList<>(letter.blocks());
    blocks.addAll(5, List.of(more));
    return new Document(letter.language(), letter.title(), blocks);
  }

  static Block.Paragraph paragraph(Block.Role role, String text) {
    return new Block.Paragraph(role, text(text));
  }

  static List<Inline> text(String text) {
    return List.of(new Inline.Text(text));
  }

  static List<List<Inline>> lines(List<String> lines) {
    return lines.stream().map(Letters::text).toList();
  }

  static Picture signature() {
    BufferedImage image = new BufferedImage(600, 150, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(20, 30, 120));
    pen.setStroke(new BasicStroke(5));
    pen.drawArc(20, 20, 200, 100, 30, 280);
    pen.drawLine(180, 100, 560, 60);
    pen.dispose();
    return new Picture(png(image), "image/png", "Handwritten signature");
  }

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
