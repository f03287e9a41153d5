package org.urgentaction.campaign;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the networks let an account be called; a name against it is a slip of copying. */
final class AccountNames {
  private record Rule(Pattern names, String words) {}

  private static final Rule X =
      new Rule(Pattern.compile("[A-Za-z0-9_]{1,15}"), "at most 15 letters, digits and _");
  private static final Map<String, Rule> RULES =
      Map.of(
          "x", X,
          "twitter", X,
          "instagram",
              new Rule(
                  Pattern.compile("[A-Za-z0-9._]{1,30}"), "at most 30 letters, digits, dots and _"),
          "telegram",
              new Rule(Pattern.compile("[A-Za-z0-9_]{4,32}"), "4 to 32 letters, digits and _"),
          "tiktok",
              new Rule(
                  Pattern.compile("[A-Za-z0-9._]{2,24}"), "2 to 24 letters, digits, dots and _"));

  private AccountNames() {}

  /**
   * What an account is called on a network, where this cannot be one; null where it can.
   *
   * @param network as a campaign file has it; a second account's key is {@code x-ambassador}
   */
  static @Nullable String rule(String network, String account) {
    Rule rule = RULES.get(network.split("-", 2)[0].toLowerCase(Locale.ROOT));
    return rule == null || rule.names().matcher(account).matches() ? null : rule.words();
  }
}
