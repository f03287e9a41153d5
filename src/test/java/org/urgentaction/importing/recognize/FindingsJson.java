package org.urgentaction.importing.recognize;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.Findings;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundOffice;
import org.urgentaction.importing.FoundPerson;

/** What was found in a document as JSON to compare; what is in doubt has a question mark. */
final class FindingsJson {
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json;

  private FindingsJson() throws IOException {
    json = new JsonFactory().createGenerator(text);
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
  }

  static String of(Findings findings) throws IOException {
    FindingsJson writer = new FindingsJson();
    writer.write(findings);
    writer.json.close();
    return writer.text + "\n";
  }

  private void write(Findings found) throws IOException {
    json.writeStartObject();
    json.writeStringField("language", found.language());
    one("number", found.ua());
    one("issue", found.issue());
    one("index", found.index());
    one("country", found.country());
    one("issued", found.issued());
    one("deadline", found.deadline());
    one("ended", found.ended());
    many("previous", found.previous());
    people(found.people());
    one("title", found.title());
    one("summary", found.summary());
    many("asks", found.asks());
    one("letter", found.letter());
    one("background", found.background());
    many("languages", found.preferredLanguages());
    offices("targets", found.targets());
    offices("copies", found.copies());
    many("social", found.social());
    one("report_email", found.reportEmail());
    one("report_web", found.reportWeb());
    json.writeEndObject();
  }

  private void people(List<FoundPerson> people) throws IOException {
    if (people.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("people");
    for (FoundPerson person : people) {
      String pronouns = person.pronouns() == null ? "" : " (" + person.pronouns().value() + ")";
      String also = person.also().isEmpty() ? "" : " also " + person.also();
      json.writeString(shown(person.name()) + pronouns + also);
    }
    json.writeEndArray();
  }

  private void offices(String name, List<FoundOffice> offices) throws IOException {
    if (offices.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (FoundOffice office : offices) {
      json.writeStartObject();
      one("name", office.name());
      one("role", office.role());
      one("salutation", office.salutation());
      if (office.address() != null) {
        json.writeArrayFieldStart("address");
        for (String line : office.address().value()) {
          json.writeString(line);
        }
        json.writeEndArray();
      }
      many("email", office.emails());
      if (!office.faxes().isEmpty()) {
        json.writeArrayFieldStart("fax");
        for (Found<org.urgentaction.campaign.Fax> fax : office.faxes()) {
          String note = fax.value().note() == null ? "" : " (" + fax.value().note() + ")";
          json.writeString(fax.value().number() + note);
        }
        json.writeEndArray();
      }
      many("phone", office.phones());
      one("web_form", office.webForm());
      for (Map.Entry<String, Found<String>> account : office.social().entrySet()) {
        json.writeStringField(account.getKey(), account.getValue().value());
      }
      if (!office.forCountries().isEmpty()) {
        json.writeStringField("for", String.join(", ", office.forCountries()));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void one(String name, @Nullable Found<?> found) throws IOException {
    if (found != null) {
      json.writeStringField(name, shown(found));
    }
  }

  private void many(String name, List<? extends Found<?>> found) throws IOException {
    if (!found.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (Found<?> one : found) {
        json.writeString(shown(one));
      }
      json.writeEndArray();
    }
  }

  private static String shown(Found<?> found) {
    return found.value() + (found.doubt() == null ? "" : " ?");
  }
}
