package org.urgentaction.dispatch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Channel;
import org.urgentaction.campaign.Target;
import org.urgentaction.document.Document;
import org.urgentaction.document.HtmlWriter;
import org.urgentaction.document.TextWriter;
import org.urgentaction.letter.AlertComposer;
import org.urgentaction.letter.AlertPage;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.Writer;
import org.urgentaction.log.ActionKey;
import org.urgentaction.mail.Attachment;
import org.urgentaction.mail.Extras;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.MailingList;
import org.urgentaction.mail.OutgoingMessage;

/**
 * Puts a case into a message to a supporter: in their language, with their own letters attached,
 * ready to sign, and links that open their mail program with the letter in it. It holds nothing
 * that is fetched from elsewhere, and nothing of its reader's but the token to leave with.
 */
public final class AlertMail {
  private final LetterComposer letters;
  private final AlertComposer alerts;
  private final PressRoom press;
  private final Section section;
  private final Clock clock;

  /**
   * Who sends it.
   *
   * @param from its name is the section's
   * @param list its id, RFC 2919
   * @param leave an https address in which {@code {token}} stands for the reader; or null
   */
  public record Section(
      MailAddress from, Extras extras, String list, @Nullable String leave, MailAddress mailbox) {}

  public AlertMail(
      LetterComposer letters, AlertComposer alerts, PressRoom press, Section section, Clock clock) {
    this.letters = letters;
    this.alerts = alerts;
    this.press = press;
    this.section = section;
    this.clock = clock;
  }

  /**
   * The message to one supporter.
   *
   * @param orders their letters, at least one
   * @param key whose writer is the token to leave with
   */
  public OutgoingMessage message(List<LetterOrder> orders, ActionKey key) {
    Writer supporter = orders.get(0).writer();
    List<AlertPage.Way> ways = new ArrayList<>();
    List<Attachment> attached = new ArrayList<>();
    for (LetterOrder order : orders) {
      Letter letter = letters.compose(order);
      attached.add(
          new Attachment(
              "letter-%s.pdf".formatted(order.recipient().id()),
              "application/pdf",
              press.set(letter).pdf()));
      ways.add(way(letter, attached));
    }
    URI leave = leave(key.writer());
    String name = Objects.requireNonNullElse(section.from().name(), section.from().domain());
    Document page = alerts.compose(new AlertPage(orders.get(0), ways, name, leave));
    MailAddress to =
        MailAddress.of("email", supporter.signature(), Objects.requireNonNull(supporter.email()));
    String id = MessageIds.of(key, section.from());
    return new OutgoingMessage(
            section.from(),
            null,
            null,
            to,
            List.of(),
            page.title(),
            page.language(),
            new TextWriter().write(page),
            new HtmlWriter().write(page),
            attached,
            clock.instant(),
            id)
        .with(
            section
                .extras()
                .returningFor(id)
                .toList(new MailingList(section.list(), leave, section.mailbox(), key.writer())));
  }

  /**
   * By mail where the official can be reached so and the campaign does not advise against it; a
   * covering letter goes by post, because a link cannot enclose the copy that it speaks of.
   */
  private AlertPage.Way way(Letter letter, List<Attachment> attached) {
    LetterOrder order = letter.order();
    Target recipient = order.recipient();
    if (order.covering()
        || !LetterMail.reaches(recipient)
        || order.campaign().closedChannels().containsKey(Channel.EMAIL)) {
      return new AlertPage.Way(order, null, null, null);
    }
    String text = LetterMail.text(letter);
    String link = MailtoLink.of(recipient.emails(), letter.subject(), text);
    String address = String.join(", ", recipient.emails());
    if (link.length() <= MailtoLink.LONGEST) {
      return new AlertPage.Way(order, address, link, null);
    }
    String file = "letter-%s.txt".formatted(recipient.id());
    attached.add(
        new Attachment(file, "text/plain", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)));
    return new AlertPage.Way(
        order,
        address,
        MailtoLink.of(recipient.emails(), letter.subject(), alerts.pasteHere(order, file)),
        file);
  }

  private @Nullable URI leave(String token) {
    return section.leave() == null ? null : URI.create(section.leave().replace("{token}", token));
  }
}
