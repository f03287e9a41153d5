package org.urgentaction.web.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.RateLimits;
import org.urgentaction.dispatch.SendingHours;
import org.urgentaction.dispatch.SendingMailbox;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.problem.UnsafeCharacters;
import org.urgentaction.sending.SendingLimits;
import org.urgentaction.sending.SendingSetup;

/** What stands in the form beside the list, as it was typed, and what is wrong with it. */
final class SendForm {
  private static final List<String> TEXTS =
      List.of("section", "replies", "rate", "hours", "reason");
  private static final List<String> TICKS = List.of("attach", "safe", "again");
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_REASON = 500;

  private final Map<String, String> fields;
  private final Map<String, String> errors = new LinkedHashMap<>();

  private SendForm(Map<String, String> fields) {
    this.fields = fields;
  }

  /** As it is before anybody has typed. */
  static SendForm empty(SendingSetup setup) {
    MailAddress section = setup.section();
    return new SendForm(
        Map.of(
            "section",
            section == null ? "" : written(section),
            "replies",
            setup.sectionReplies() ? "section" : "writers"));
  }

  /** As it was sent. */
  static SendForm of(Map<String, String> fields) {
    return new SendForm(Map.copyOf(fields));
  }

  private static String written(MailAddress address) {
    return address.name() == null
        ? address.address()
        : "%s <%s>".formatted(address.name(), address.address());
  }

  /** What templates see: every field by its name, ticks as booleans. */
  Map<String, Object> model() {
    Map<String, Object> model = new HashMap<>();
    TEXTS.forEach(name -> model.put(name, fields.getOrDefault(name, "")));
    TICKS.forEach(name -> model.put(name, ticked(name)));
    return model;
  }

  /** What is wrong, in the program's words, by field. */
  Map<String, String> errors() {
    return errors;
  }

  /** Says that something is wrong with a field. */
  void refuse(String field, String words) {
    errors.put(field, words);
  }

  /**
   * What it asks for; empty where something is wrong with it.
   *
   * @param closed whether a gate is shut, which needs a reason
   */
  Optional<SendChoices> choices(SendingSetup setup, boolean closed) {
    MailAddress section = read("section", text -> MailAddress.parse("section", text));
    SendingHours hours = read("hours", SendingHours::parse);
    var windows = read("rate", RateLimits::parse);
    String reason = reason(closed);
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    SendingLimits usual = setup.limits();
    SendingMailbox mailbox =
        setup.mailbox(section, "section".equals(fields.getOrDefault("replies", "")));
    return Optional.of(
        new SendChoices(
            mailbox,
            ticked("attach"),
            ticked("safe"),
            ticked("again"),
            reason,
            new SendingLimits(
                windows == null ? usual.windows() : windows,
                hours == null ? usual.hours() : hours,
                usual.connections(),
                true)));
  }

  private <T> @Nullable T read(String field, Function<String, T> reader) {
    String text = fields.getOrDefault(field, "").strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (InvalidInputException e) {
      refuse(field, words(e.problems().get(0)));
      return null;
    }
  }

  private @Nullable String reason(boolean closed) {
    String text = fields.getOrDefault("reason", "").strip();
    if (!closed) {
      return null;
    }
    if (text.isEmpty()) {
      refuse("reason", "a closed campaign is sent for a reason only; say who agreed, and when");
    } else if (text.length() > LONGEST_REASON || UnsafeCharacters.inName(text).isPresent()) {
      refuse("reason", "this is no reason for the log; say in a line who agreed, and when");
    }
    return text;
  }

  private boolean ticked(String name) {
    return fields.containsKey(name);
  }

  static String words(Problem problem) {
    return problem.advice() == null
        ? problem.message()
        : problem.message() + "; " + problem.advice();
  }

  /** A file's name as it may stand on a page: the last part of a path, and not too long. */
  static String shown(String fileName) {
    String name = fileName.replaceAll(".*[/\\\\]", "").strip();
    return name.isEmpty()
            || name.length() > LONGEST_NAME
            || UnsafeCharacters.inName(name).isPresent()
        ? "list"
        : name;
  }

  /** The fields with something wrong, for a list of them. */
  List<Map<String, String>> errorList() {
    List<Map<String, String>> list = new ArrayList<>();
    errors.forEach((field, words) -> list.add(Map.of("field", field, "words", words)));
    return list;
  }
}
