package org.urgentaction.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.KeyDescriptions;
import org.urgentaction.campaign.ValueKind;
import org.urgentaction.problem.Problem;

/** What a campaign needs, question by question; which comes next follows from what is answered. */
final class CampaignQuestions {
  private static final String LINES = "; parts one line from the next";

  private final KeyDescriptions descriptions = new KeyDescriptions();

  @Nullable Question next(Map<String, String> a) {
    for (Question question :
        List.of(
            top("ua", "UA number, such as 31/22", ValueKind.UA_NUMBER),
            top("issue", "Which issue it is", ValueKind.ISSUE).usually("1"),
            country(),
            top("language", "Language of the texts", ValueKind.LANGUAGE).usually("en"))) {
      boolean asked = !question.key().equals("issue") || !"".equals(a.get("ua"));
      if (asked && !a.containsKey(question.key())) {
        return question;
      }
    }
    Question open = people(a);
    if (open == null) {
      open = texts(a);
    }
    if (open == null) {
      open = offices(a, "targets", "target");
    }
    if (open == null && !a.getOrDefault("targets[0].role", "").isEmpty()) {
      open = offices(a, "copies", "copy");
    }
    return open == null ? days(a) : open;
  }

  private @Nullable Question people(Map<String, String> a) {
    for (int i = 0; ; i++) {
      String path = "people[" + i + "]";
      String who = i == 0 ? "Person at risk, full name" : "Another person at risk";
      Question name = of("person", path + ".name", who, ValueKind.LINE);
      if (!a.containsKey(name.key())) {
        return name;
      }
      if (a.get(name.key()).isEmpty()) {
        return null;
      }
      if (!a.containsKey(path + ".pronouns")) {
        return of("person", path + ".pronouns", "  he, she or they", ValueKind.PRONOUNS);
      }
    }
  }

  private @Nullable Question texts(Map<String, String> a) {
    if (!a.containsKey("title")) {
      return top("title", "Title, as a headline", ValueKind.LINE).mustBe();
    }
    if (!a.containsKey("summary")) {
      return top("summary", "What happened, in a paragraph", ValueKind.TEMPLATE);
    }
    for (int i = 0; ; i++) {
      Question ask =
          new Question(
              "asks[" + i + "]",
              i == 0 ? "I respectfully urge you to …" : "… and to",
              "",
              i == 0 && a.get("summary").isEmpty(),
              descriptions.of("asks"),
              text -> ValueKind.TEMPLATE.fault("asks", text));
      if (!a.containsKey(ask.key())) {
        return ask;
      }
      if (a.get(ask.key()).isEmpty()) {
        return null;
      }
    }
  }

  /** Officials of a kind, until an empty answer. */
  private @Nullable Question offices(Map<String, String> a, String list, String kind) {
    for (int i = 0; ; i++) {
      String path = list + "[" + i + "]";
      boolean copy = kind.equals("copy");
      Question first =
          copy
              ? of(kind, path + ".for", "Embassy for writers in, such as CA", ValueKind.COUNTRY)
              : of(
                  kind,
                  path + ".role",
                  i == 0 ? "Whom to write to, by office" : "Whom else to write to",
                  ValueKind.LINE);
      if (!a.containsKey(first.key())) {
        return first;
      }
      if (a.get(first.key()).isEmpty()) {
        return null;
      }
      Question more = office(a, path, kind);
      if (more != null) {
        return more;
      }
    }
  }

  private @Nullable Question office(Map<String, String> a, String path, String kind) {
    boolean copy = kind.equals("copy");
    for (Question question :
        List.of(
            copy
                ? of(kind, path + ".organization", "  its name", ValueKind.LINE).mustBe()
                : of(kind, path + ".name", "  the official’s name", ValueKind.LINE),
            of(kind, path + ".salutation", "  salutation, with its comma", ValueKind.LINE),
            of(kind, path + ".address", "  address, " + LINES, ValueKind.LINE),
            of(kind, path + ".email", "  email address", ValueKind.EMAIL),
            of(kind, path + ".fax", "  fax number, with + and code", ValueKind.TELEPHONE))) {
      if (!a.containsKey(question.key())) {
        return question;
      }
    }
    return null;
  }

  private @Nullable Question days(Map<String, String> a) {
    for (Question question :
        List.of(
            top("issued", "Day of issue, such as 2022-03-15", ValueKind.ISSUE_DATE),
            top("deadline", "Deadline, the last day for letters", ValueKind.DAY))) {
      if (!a.containsKey(question.key())) {
        return question;
      }
    }
    return null;
  }

  private Question country() {
    return new Question(
        "country",
        "Country of the case, such as KZ",
        "",
        true,
        descriptions.of("country"),
        text -> ValueKind.COUNTRY.fault("country", countryCode(text)));
  }

  /** The code of a country's English name; any other text as it is. */
  static String countryCode(String text) {
    return Arrays.stream(Locale.getISOCountries())
        .filter(
            code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(text))
        .findFirst()
        .orElse(text);
  }

  private Question top(String key, String text, ValueKind kind) {
    return new Question(key, text, "", false, descriptions.of(key), judge(key, kind));
  }

  private Question of(String group, String key, String text, ValueKind kind) {
    String last = key.substring(key.lastIndexOf('.') + 1);
    return new Question(key, text, "", false, descriptions.of(group, last), judge(last, kind));
  }

  private static Function<String, Optional<Problem>> judge(String key, ValueKind kind) {
    return text -> kind.fault(key, text);
  }
}
