package org.urgentaction.returns;

import java.util.regex.Pattern;

/**
 * Tells what machines answer on people's behalf (RFC 3834): none of it means that a letter did not
 * arrive.
 */
final class AutomaticReply {
  private static final Pattern CHALLENGE =
      Pattern.compile(
          "(?is)challenge[- /]response|boxbe|spam ?arrest|knowspam|bluebottle"
              + "|(confirm|verify|prove)[^.]{0,80}(you are|you're) (a |an )?(human|real|person|not a robot)"
              + "|(click|reply|visit)[^.]{0,120}(deliver|release|accept) your (message|e-?mail)"
              + "|(message|e-?mail) (is|has been) (being )?held[^.]{0,120}(confirm|verif)");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?iu)\\b(out of (the )?office|automatic reply|auto(mated|matic)?[- ]?(reply|response)"
              + "|vacation|on leave|abwesenheit|automatische antwort|réponse automatique"
              + "|absence du bureau|respuesta automática|fuera de (la )?oficina"
              + "|risposta automatica|resposta automática|automatisch antwoord)"
              + "|автоответ|автоматический ответ|رد تلقائي|自动回复|自動回覆|自動返信|자동 회신");

  private AutomaticReply() {}

  static boolean isReceipt(ScannedMessage message) {
    return message
        .part("message/disposition-notification", "message/global-disposition-notification")
        .isPresent();
  }

  static boolean isChallenge(ScannedMessage message) {
    Fields header = message.header();
    String words = message.words();
    return CHALLENGE.matcher(header.readable("subject")).find()
        || CHALLENGE.matcher(header.get("from")).find()
        || CHALLENGE.matcher(words.substring(0, Math.min(words.length(), 4000))).find();
  }

  static boolean isAutomatic(ScannedMessage message) {
    Fields header = message.header();
    return header.get("auto-submitted").toLowerCase(java.util.Locale.ROOT).startsWith("auto-")
        || header.has("x-autoreply")
        || header.has("x-autorespond")
        || header.get("precedence").equalsIgnoreCase("auto_reply")
        || SUBJECT.matcher(header.readable("subject")).find();
  }
}
