package org.urgentaction.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema and the reader know the same keys, names and codes. */
class CampaignSchemaTest {
  private final JsonNode schema = read();

  @Test
  void bothKnowTheSameKeys() {
    assertKeys(Keys.CAMPAIGN, "");
    assertKeys(Keys.PERSON, "/$defs/person");
    assertKeys(Keys.TARGET, "/$defs/target");
    assertKeys(Keys.COPY, "/$defs/copy");
    assertKeys(Keys.FAX, "/$defs/faxNumber/anyOf/1");
    assertKeys(Keys.CHANNELS, "/properties/channels");
    assertKeys(Keys.CHANNEL, "/$defs/channel");
    assertKeys(Keys.PHOTO, "/properties/photo");
    assertKeys(Keys.REPORT_TO, "/properties/report_to");
    assertKeys(Keys.STOPPED, "/properties/stopped");
    assertEquals(Arrays.stream(Channel.values()).map(Channel::toString).toList(), Keys.CHANNELS);
  }

  @Test
  void theSchemaIsOneByTheMetaSchema() throws IOException {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    String text = Files.readString(Path.of("schema/campaign.schema.json"));
    assertEquals(List.of(), meta.validate(text, InputFormat.JSON));
    assertFalse(
        meta.validate(text.replaceFirst("\"type\": \"object\"", "\"type\": 7"), InputFormat.JSON)
            .isEmpty());
  }

  @Test
  void descriptionsReadAsTooltipsAndAsHelp() {
    for (String key : Keys.CAMPAIGN) {
      String text = new KeyDescriptions().of(key);
      assertTrue(text.endsWith(".") || text.matches(".*: \\S+"), key + ": " + text);
      assertTrue(text.length() > 10 && text.length() < 250, key + ": " + text);
    }
    assertTrue(new KeyDescriptions().of("target", "role").contains("office"));
  }

  @Test
  void everyKeyHasADescription() {
    List<String> silent = new ArrayList<>();
    collectSilent("", schema, silent);
    assertEquals(List.of(), silent);
  }

  @Test
  void bothKnowTheSamePlaceholders() {
    String names = String.join("|", Placeholders.NAMES).replace(".", "\\.");
    assertEquals(
        "\\$\\{(?!\\s*(" + names + ")\\s*\\})",
        schema.at("/$defs/template/not/pattern").asString());
    for (String name : Placeholders.NAMES) {
      assertTrue(schema.at("/$defs/template/description").asString().contains(name), name);
    }
  }

  @Test
  void bothKnowTheSameCountries() {
    Set<String> listed = new TreeSet<>();
    schema.at("/$defs/country/enum").forEach(code -> listed.add(code.asString()));
    Set<String> known = new TreeSet<>();
    for (char a = 'A'; a <= 'Z'; a++) {
      for (char b = 'A'; b <= 'Z'; b++) {
        if (Countries.isCountry("" + a + b)) {
          known.add("" + a + b);
        }
      }
    }
    assertEquals(known, listed);
  }

  private void assertKeys(List<String> keys, String pointer) {
    JsonNode group = schema.at(pointer);
    assertEquals(keys, List.copyOf(group.get("properties").propertyNames()), pointer);
    assertEquals("false", group.get("additionalProperties").toString(), pointer);
  }

  private static void collectSilent(String path, JsonNode node, List<String> silent) {
    JsonNode properties = node.path("properties");
    for (String key : properties.propertyNames()) {
      if (!properties.get(key).has("description")) {
        silent.add(path + "/" + key);
      }
    }
    for (String key : node.propertyNames()) {
      collectSilent(path + "/" + key, node.get(key), silent);
    }
  }

  private static JsonNode read() {
    try {
      return JsonMapper.shared().readTree(Files.readString(Path.of("schema/campaign.schema.json")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
