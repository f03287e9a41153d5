package org.urgentaction.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * One mailbox (RFC 5322 section 3.4) in its plain form: a name for people and {@code local@domain},
 * without quotes, comments or routes, in which strangers could hide a second recipient.
 *
 * @param name as people read it, or null
 * @param address {@code local@domain}; a local part outside ASCII needs SMTPUTF8 (RFC 6531), a
 *     domain outside ASCII is kept in its ASCII form (RFC 5891)
 */
public record MailAddress(@Nullable String name, String address) {
  private static final String ATOM_SIGNS = "!#$%&'*+/=?^_`{|}~-";
  private static final Pattern NAMED =
      Pattern.compile("\"?(?<name>[^\"<>]*?)\"?\\s*<(?<address>[^<>]*)>");
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final int LONGEST_LABEL = 63;

  /**
   * Checks an address at the door.
   *
   * @param field what it is called in the message to the user: {@code --email}, say
   * @throws InvalidInputException if it is no plain mailbox
   */
  public static MailAddress of(String field, @Nullable String name, String address) {
    String cleanName = name == null || name.isBlank() ? null : DisplayName.require(field, name);
    String text = HeaderText.require(field, address).strip();
    int at = text.lastIndexOf('@');
    if (at < 0) {
      throw refused(field, text, "has no @");
    }
    String local = text.substring(0, at);
    if (local.length() > LONGEST_LOCAL || !isDotAtom(local)) {
      throw refused(field, text, "has something before its @ that cannot be delivered to");
    }
    if (DisplayName.imitates(local)) {
      throw refused(field, text, "mixes letters of alphabets that look alike");
    }
    return new MailAddress(cleanName, local + "@" + domain(field, text, text.substring(at + 1)));
  }

  /**
   * Reads {@code local@domain} or {@code Name <local@domain>}, the name in quotes or not.
   *
   * @throws InvalidInputException if it is neither
   */
  public static MailAddress parse(String field, String text) {
    Matcher named = NAMED.matcher(text.strip());
    return named.matches()
        ? of(field, named.group("name"), named.group("address"))
        : of(field, null, text);
  }

  private static String domain(String field, String text, String domain) {
    String ascii;
    try {
      ascii = HeaderText.isPlain(domain) ? domain : IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      throw refused(field, text, "has something after its @ that is no domain");
    }
    ascii = ascii.toLowerCase(Locale.ROOT);
    if (ascii.length() > LONGEST_DOMAIN || !isDomain(ascii)) {
      throw refused(field, text, "has something after its @ that is no domain");
    }
    return ascii;
  }

  /** Without quotes (RFC 5322 section 3.2.3); in letters and digits of any script (RFC 6531). */
  private static boolean isDotAtom(String local) {
    boolean inAtom = false;
    int c;
    for (int i = 0; i < local.length(); i += Character.charCount(c)) {
      c = local.codePointAt(i);
      if (c == '.' ? !inAtom : !isAtomText(c)) {
        return false;
      }
      inAtom = c != '.';
    }
    return inAtom;
  }

  private static boolean isAtomText(int c) {
    if (Character.isLetterOrDigit(c) || ATOM_SIGNS.indexOf(c) >= 0) {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  /** Labels of RFC 1123 section 2.1 in lower case, not all of digits as an IPv4 address is. */
  private static boolean isDomain(String ascii) {
    boolean numeric = true;
    int label = 0;
    for (int i = 0; i <= ascii.length(); i++) {
      char c = i < ascii.length() ? ascii.charAt(i) : '.';
      if (c == '.') {
        boolean empty = i == label;
        if (empty
            || i - label > LONGEST_LABEL
            || ascii.charAt(label) == '-'
            || ascii.charAt(i - 1) == '-') {
          return false;
        }
        label = i + 1;
      } else if ((c >= 'a' && c <= 'z') || c == '-') {
        numeric = false;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return !numeric;
  }

  private static InvalidInputException refused(String field, String text, String why) {
    return new InvalidInputException(
        Problem.error(field, "the address \"" + text + "\" " + why)
            .advise("write it as name@example.org"));
  }

  /** The part after the @. */
  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** Whether only a server with SMTPUTF8 can take it. */
  public boolean international() {
    for (int i = 0; i < address.length(); i++) {
      if (address.charAt(i) > '~') {
        return true;
      }
    }
    return false;
  }
}
