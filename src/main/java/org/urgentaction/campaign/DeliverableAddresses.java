package org.urgentaction.campaign;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells why mail to a possible address would not arrive: masked, reserved (RFC 2606), look-alikes.
 */
final class DeliverableAddresses {
  private static final List<String> RESERVED =
      List.of("test", "example", "invalid", "localhost", "local", "internal", "home.arpa", "onion");
  private static final List<String> EXAMPLES = List.of("example.com", "example.net", "example.org");
  private static final Pattern MASKED = Pattern.compile(".*(?:\\*|…|\\.\\.\\.|xxx).*");

  /** The reason, to follow a colon; null where nothing speaks against the address. */
  @Nullable String fault(String address) {
    int at = address.lastIndexOf('@');
    String local = address.substring(0, at);
    String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
    if (MASKED.matcher(address).matches()) {
      return "part of it is masked";
    }
    if (domain.indexOf('.') < 0) {
      return "its domain has no dot";
    }
    if (EXAMPLES.stream().anyMatch(example -> isBelow(domain, example))
        || RESERVED.stream().anyMatch(reserved -> isBelow(domain, reserved))) {
      return "its domain is reserved for examples and tests";
    }
    if (domain.matches("[0-9.]+")) {
      return "its domain is a number";
    }
    if (mixesScripts(domain) || mixesScripts(local)) {
      return "it mixes letters of several scripts that look alike";
    }
    if (!isAscii(domain) && !isRegistrable(domain)) {
      return "its domain cannot be registered";
    }
    if (!isAscii(local)) {
      return "few mail servers take letters other than a to z before the @";
    }
    return null;
  }

  private static boolean isBelow(String domain, String parent) {
    return domain.equals(parent) || domain.endsWith("." + parent);
  }

  private static boolean mixesScripts(String text) {
    if (isAscii(text)) {
      return false;
    }
    SpoofChecker checker =
        new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();
    for (String label : text.split("\\.", -1)) {
      if (checker.failsChecks(label)) {
        return true;
      }
    }
    return false;
  }

  /** By the rules of UTS 46, not transitional. */
  private static boolean isRegistrable(String domain) {
    IDNA.Info info = new IDNA.Info();
    IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.USE_STD3_RULES)
        .nameToASCII(domain, new StringBuilder(), info);
    return !info.hasErrors();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}
