package org.urgentaction.campaign;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells whether an email address is possible at all, in the plain form that people write. */
public final class EmailAddresses {
  private static final Pattern LOCAL =
      Pattern.compile("[^\\s\\p{Cntrl}\\p{Cf}@<>()\\[\\],;:\\\\\"]{1,64}");
  private static final Pattern LABEL =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]*[\\p{L}\\p{N}\\p{M}])?");

  private EmailAddresses() {}

  /** What is wrong, to follow the address in a sentence; null where it is possible (RFC 5321). */
  public static @Nullable String fault(String address) {
    String spaced = address.replaceAll("[\\s\\h]+", " ");
    if (spaced.matches("\\[?email protected\\]?")) {
      return "is what a web page shows in place of an address that it hides";
    }
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return "is no email address: it has no @";
    }
    String local = address.substring(0, at);
    if (!LOCAL.matcher(local).matches()
        || local.startsWith(".")
        || local.endsWith(".")
        || local.contains("..")) {
      return "is no email address: its part before the @ is not possible";
    }
    String domain = address.substring(at + 1);
    if (domain.length() > 253) {
      return "is no email address: its domain is too long";
    }
    for (String label : domain.split("\\.", -1)) {
      if (label.length() > 63 || !LABEL.matcher(label).matches()) {
        return "is no email address: its domain is not possible";
      }
    }
    return null;
  }
}
