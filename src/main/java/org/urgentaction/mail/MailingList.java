package org.urgentaction.mail;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * A list of supporters as its members' mail programs see it (RFC 2919), with the way out of it: one
 * click (RFC 8058), an address to write to (RFC 2369), or both.
 *
 * @param id {@code urgent-actions.section.example}: in a domain of the sender's
 * @param oneClick an https address that is this member's alone and takes a POST; or null
 * @param mailbox where an empty message takes the member off the list; or null
 * @param token what tells the mailbox who writes, without an address; or null
 */
public record MailingList(
    String id, @Nullable URI oneClick, @Nullable MailAddress mailbox, @Nullable String token) {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

  /** What would end the field early or begin another address in it (RFC 2369 section 2). */
  private static final Pattern UNFIT = Pattern.compile("[^!-~]|[<>,\"]");

  /** A list whose mailbox knows its members by their addresses. */
  public MailingList(String id, @Nullable URI oneClick, @Nullable MailAddress mailbox) {
    this(id, oneClick, mailbox, null);
  }

  /**
   * Checks what goes into header fields.
   *
   * @throws InvalidInputException if the id is none, no way out is given, or it is not private
   */
  public MailingList {
    if (id.length() > 255 || !ID.matcher(id).matches()) {
      throw refused("the list's id \"" + id + "\" is none", "write it as list.section.example");
    }
    if (token != null && !token.matches("[0-9a-z]+")) {
      throw refused("this is no token", "give letters and digits");
    }
    if (oneClick == null && mailbox == null) {
      throw refused("nobody could leave this list", "give an https or an email address for that");
    }
    if (oneClick != null
        && (!"https".equals(oneClick.getScheme())
            || oneClick.getHost() == null
            || UNFIT.matcher(oneClick.toString()).find())) {
      throw refused("this is no https address to leave the list with", "RFC 8058 asks for one");
    }
  }

  private static String subject(@Nullable String token) {
    return token == null ? "unsubscribe" : "unsubscribe%20" + token;
  }

  /** The value of {@code List-Unsubscribe}: what is preferred comes first. */
  String unsubscribe() {
    String click = oneClick == null ? "" : "<" + oneClick + ">";
    String write =
        mailbox == null ? "" : "<mailto:" + mailbox.address() + "?subject=" + subject(token) + ">";
    return click.isEmpty() || write.isEmpty() ? click + write : click + ",\r\n " + write;
  }

  private static InvalidInputException refused(String message, String advice) {
    return new InvalidInputException(Problem.error("List-Unsubscribe", message).advise(advice));
  }
}
