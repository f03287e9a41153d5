package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urgentaction.importing.Found;

/** Email addresses in a text: masked ones are none, ones that a line broke are mended, in doubt. */
final class Emails {
  private static final Pattern MASKED =
      Pattern.compile("\\[?email[ \\u00A0]protected\\]?", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPELLED =
      Pattern.compile(
          "([\\w.%+-]{1,64}+)\\s?(?:\\(at\\)|\\[at\\]|\\{at\\}|\\(@\\))\\s?([\\w-]{1,63}+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS =
      Pattern.compile(
          "([\\p{L}\\p{N}_.%+'-]{1,64}+)(\\s?)@(\\s?)([\\p{L}\\p{N}-]{1,63}+(?:\\.[\\p{L}\\p{N}-]{1,63}+){0,8})");
  private static final Pattern BROKEN_END =
      Pattern.compile("\\G(?:\\.\\s|\\s\\.)\\s?([a-z]{2,3})(?=$|[\\s,;)\\]/|])");

  private Emails() {}

  static List<Found<String>> in(String text, int line) {
    String plain = MASKED.matcher(text).replaceAll(" ");
    Matcher spelled = SPELLED.matcher(plain);
    boolean wasSpelled = spelled.find();
    plain = spelled.replaceAll("$1@$2");
    List<Found<String>> found = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(plain);
    while (matcher.find()) {
      String local = strip(matcher.group(1));
      String domain = matcher.group(4);
      boolean mended = wasSpelled || !matcher.group(2).isEmpty() || !matcher.group(3).isEmpty();
      Matcher end = BROKEN_END.matcher(plain);
      if (end.find(matcher.end())) {
        domain = domain + "." + end.group(1);
        mended = true;
      }
      if (local.isEmpty() || domain.indexOf('.') < 0) {
        continue;
      }
      String address = local + "@" + domain.toLowerCase(Locale.ROOT);
      found.add(
          mended
              ? Found.doubtful(
                  address,
                  line,
                  "the document breaks this address: \"" + shown(plain, matcher, domain) + "\"")
              : Found.certain(address, line));
    }
    return found;
  }

  private static String shown(String plain, Matcher matcher, String domain) {
    int end = Math.min(plain.length(), matcher.end() + (domain.equals(matcher.group(4)) ? 0 : 4));
    return plain.substring(matcher.start(), end).strip();
  }

  private static String strip(String local) {
    int from = 0;
    while (from < local.length() && ".'-".indexOf(local.charAt(from)) >= 0) {
      from++;
    }
    return local.substring(from);
  }
}
