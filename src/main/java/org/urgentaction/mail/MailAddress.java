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
  private static final Pattern LOCAL =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("LABEL(\\.LABEL)*".replace("LABEL", "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"));
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");
  private static final Pattern NAMED =
      Pattern.compile("\"?(?<name>[^\"<>]*?)\"?\\s*<(?<address>[^<>]*)>");
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 253;

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
    if (local.length() > LONGEST_LOCAL || !LOCAL.matcher(local).matches()) {
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
    if (ascii.length() > LONGEST_DOMAIN
        || !DOMAIN.matcher(ascii).matches()
        || NUMERIC.matcher(ascii).matches()) {
      throw refused(field, text, "has something after its @ that is no domain");
    }
    return ascii;
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
