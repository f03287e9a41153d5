package org.urgentaction.returns;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A delivery report written for people only, as servers wrote them before RFC 3464 and some still
 * do: recognised by who sends it, understood by its words.
 */
final class PlainReport {
  private static final int READ = 8 << 10;
  private static final Pattern MAIL_SYSTEM =
      Pattern.compile(
          "(?i)mailer[-_.]?daemon|postmaster@|mail delivery (sub)?system|mail administrator"
              + "|microsoftexchange[0-9a-f]+@|mdaemon@|mail-?delivery@|^\\s*<>\\s*$");
  private static final Pattern RETURNED =
      Pattern.compile(
          "(?i)undeliver|returned mail|mail delivery|delivery (status|failure|notification|problem)"
              + "|failure notice|could not (be delivered|send message)|message not delivered|warning: message"
              + "|delivery delayed|unzustellbar|nicht zugestellt|non remis|non distribu"
              + "|no se (ha podido|puede) entregar|n[aã]o (foi )?entreg|mancata consegna"
              + "|недостав|не доставлен|не может быть доставлен|teslim edilemedi|退信|未送达|配信不能");

  /** Where the copy of the message that came back begins. */
  private static final Pattern COPY =
      Pattern.compile(
          "(?im)^[-=*_ >]*(below this line is a copy|this is a copy of (the|your) message"
              + "|(the )?(header|headers) of the original message|original message"
              + "|unsent message follows|returned message follows|undelivered message"
              + "|ursprüngliche nachricht|der kopf der ursprünglichen|исходное сообщение"
              + "|message d'origine|mensaje original|received: |return-path: )");

  private static final Pattern STILL_TRYING =
      Pattern.compile(
          "(?i)will (keep trying|continue to (try|retry)|retry|be retried)|warning message only"
              + "|has not (yet been|been) delivered( yet)?[^.]{0,80}(after more than|queue)"
              + "|no action is required on your part|delivery (is |has been )?delayed"
              + "|there was a temporary problem|zustellung verzögert|wird weiter versucht"
              + "|попытки доставки будут продолжены");

  /** A line with an SMTP reply code (RFC 5321), by itself or in an Exchange server's brackets. */
  private static final Pattern REPLY =
      Pattern.compile("(?m)^.*?(?<![\\d.:])#?([45]\\d\\d)[ :-]#?[45]?[^\\r\\n]*$");

  /** What servers say, as the code they could have said it with. */
  private record Reason(Pattern words, DeliveryCode code) {
    static Reason of(int category, int subject, int detail, String words) {
      return new Reason(
          Pattern.compile("(?im)^.*(?:" + words + ").*$"),
          new DeliveryCode(category, subject, detail));
    }
  }

  private static final List<Reason> REASONS =
      List.of(
          Reason.of(
              5,
              2,
              2,
              "mailbox (is )?full|over ?quota|quota (is )?exceeded|exceeded (its|the|his) (storage|quota)"
                  + "|inbox is full|out of storage|postfach[^.]{0,20}voll|ящик переполнен"
                  + "|boîte[^.]{0,30}pleine|buzón[^.]{0,20}lleno"),
          Reason.of(
              5,
              1,
              1,
              "user unknown|unknown (user|recipient|address)|no such (user|recipient|mailbox|address)"
                  + "|(address|recipient|user|mailbox|account)[^.\\n]{0,60}(does not|doesn't) exist"
                  + "|(address|recipient|user) (couldn't be|was not|wasn't|not) found"
                  + "|no mailbox here|doesn't have an? [^\\n]{1,60} account|invalid recipient"
                  + "|mailbox unavailable|empfänger unbekannt|nicht gefunden|пользовател[ья] не найден"
                  + "|адресат не (найден|существует)|destinataire inconnu|usuario desconocido"),
          Reason.of(5, 2, 1, "(mailbox|account)[^.\\n]{0,30}(disabled|inactive|suspended|closed)"),
          Reason.of(
              5,
              1,
              2,
              "host (or domain name )?(unknown|not found)|domain[^.\\n]{0,60}(couldn't be found|not exist)"
                  + "|unrouteable (mail domain|address)|name or service not known"),
          Reason.of(
              5, 3, 4, "too (large|big)|message size|size limit|exceeds[^.\\n]{0,40}size|zu groß"),
          Reason.of(5, 7, 1, "spam|blocked|blacklist|policy|rejected|not permitted|access denied"),
          Reason.of(
              4, 4, 7, "retry time(out)? exceeded|too long|giving up|could not connect|timed out"));

  private final ScannedMessage message;
  private final String before;

  PlainReport(ScannedMessage message) {
    this.message = message;
    String words = message.words();
    Matcher copy = COPY.matcher(words);
    String own = copy.find() && copy.start() > 0 ? words.substring(0, copy.start()) : words;
    this.before = own.length() <= READ ? own : own.substring(0, READ);
  }

  /** Empty where no mail system wrote it. */
  Optional<Report.Kind> kind() {
    boolean system =
        message.header().has("x-failed-recipients")
            || MAIL_SYSTEM.matcher(message.header().get("from")).find()
            || before.contains("This is the qmail-send program");
    boolean returned =
        message.header().has("x-failed-recipients")
            || RETURNED.matcher(message.header().readable("subject")).find()
            || RETURNED.matcher(before).find();
    if (!system || !returned) {
      return Optional.empty();
    }
    return Optional.of(
        STILL_TRYING.matcher(before.replaceAll("\\s+", " ")).find()
                || STILL_TRYING.matcher(message.header().readable("subject")).find()
            ? Report.Kind.DELAYED
            : Report.Kind.FAILED);
  }

  /** The code that is given, else the one that its words stand for. */
  Optional<DeliveryCode> status() {
    return DeliveryCode.find(replyLine().orElse(""))
        .or(() -> DeliveryCode.find(before))
        .or(() -> reason().map(Reason::code));
  }

  /** The line that says why, or nothing. */
  String words() {
    return replyLine().or(this::reasonLine).orElse("").strip();
  }

  private Optional<String> replyLine() {
    Matcher reply = REPLY.matcher(before);
    return reply.find() ? Optional.of(reply.group()) : Optional.empty();
  }

  private Optional<Reason> reason() {
    return REASONS.stream().filter(reason -> reason.words().matcher(before).find()).findFirst();
  }

  private Optional<String> reasonLine() {
    return reason()
        .map(
            reason -> {
              Matcher line = reason.words().matcher(before);
              return line.find() ? line.group() : "";
            });
  }

  /** Message-IDs in the text: a returned header is often quoted in it. */
  List<String> messageIds() {
    Pattern line = Pattern.compile("(?im)^[> \\t]*message-id:\\s*(<[^<>\\s]{3,250}>)");
    return line.matcher(message.words())
        .results()
        .map(found -> found.group(1))
        .limit(10)
        .collect(Collectors.toList());
  }
}
