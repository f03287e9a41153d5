package org.urgentaction.log;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who a writer is, as far as telling two writers apart goes: the email address where there is one,
 * the name and place otherwise.
 */
public record WriterIdentity(
    String name,
    @Nullable String email,
    @Nullable String postcode,
    @Nullable String city,
    @Nullable String country) {

  /** The same bytes for the same writer however carefully it was typed. */
  byte[] normalized() {
    if (email != null && !email.isBlank()) {
      return Seal.canonical("email", normal(email));
    }
    return Seal.canonical("name", normal(name), normal(postcode), normal(city), normal(country));
  }

  static String normal(@Nullable String text) {
    return text == null
        ? ""
        : Normalizer.normalize(
            Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT),
            Normalizer.Form.NFC);
  }

  /** Says nothing: a writer's identity has no business in a message or a trace. */
  @Override
  public String toString() {
    return "a writer";
  }
}
