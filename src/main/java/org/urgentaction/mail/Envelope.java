package org.urgentaction.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * From whom and to whom, as the server is told before it gets the text (RFC 5321 section 3.3).
 *
 * @param international whether addresses are in UTF-8 (RFC 6531)
 */
record Envelope(String from, List<String> to, boolean international) {
  /** One command, and what its answer is about. */
  record Command(Delivery.Stage stage, String line) {}

  Envelope {
    to = List.copyOf(to);
  }

  static Envelope of(OutgoingMessage message) {
    List<String> to = new ArrayList<>();
    to.add(message.to().address());
    message.cc().forEach(copy -> to.add(copy.address()));
    return new Envelope(message.envelopeSender().address(), to, message.international());
  }

  /** All commands up to the text, in order. */
  List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    commands.add(
        new Command(
            Delivery.Stage.MAIL, "MAIL FROM:<" + from + (international ? "> SMTPUTF8" : ">")));
    to.forEach(each -> commands.add(new Command(Delivery.Stage.RCPT, "RCPT TO:<" + each + ">")));
    commands.add(new Command(Delivery.Stage.DATA, "DATA"));
    return commands;
  }

  /**
   * How many of them may go out together (RFC 2920): with several recipients DATA waits for the
   * answers, so that a copy which is refused stops the text while that is still possible.
   */
  int together() {
    return to.size() > 1 ? to.size() + 1 : to.size() + 2;
  }
}
