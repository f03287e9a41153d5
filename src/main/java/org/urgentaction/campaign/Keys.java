package org.urgentaction.campaign;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every key that a campaign file may have, group by group and in the order in which files are
 * written: the one list behind reader, schema and import.
 */
public final class Keys {
  public static final List<String> CAMPAIGN =
      List.of(
          "ua",
          "issue",
          "index",
          "country",
          "language",
          "issued",
          "deadline",
          "zone",
          "previous",
          "people",
          "title",
          "summary",
          "asks",
          "letter",
          "background",
          "preferred_languages",
          "targets",
          "copies",
          "channels",
          "social",
          "photo",
          "report_to",
          "stopped");
  public static final List<String> PERSON = List.of("name", "names", "also", "pronouns");
  static final List<String> TARGET =
      List.of(
          "id",
          "name",
          "role",
          "organization",
          "salutation",
          "address",
          "email",
          "fax",
          "phone",
          "web_form",
          "social",
          "pronouns",
          "zone");
  public static final List<String> COPY =
      Stream.concat(Stream.of("id", "for"), TARGET.stream().skip(1)).toList();
  static final List<String> FAX = List.of("number", "note");
  static final List<String> CHANNELS = List.of("post", "fax", "email", "phone", "social");
  static final List<String> CHANNEL = List.of("closed");
  static final List<String> PHOTO = List.of("file", "alt", "caption", "credit");
  static final List<String> REPORT_TO = List.of("email", "web");
  static final List<String> STOPPED = List.of("on", "because");

  private Keys() {}
}
