package org.urgentaction.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What each key of a campaign file means, in the words of the schema that editors show. */
public final class KeyDescriptions {
  private static final String SCHEMA = "/schema/campaign.schema.json";

  private final Map<?, ?> schema;

  /** Reads the schema that is part of the program. */
  public KeyDescriptions() {
    try (InputStream in = KeyDescriptions.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + SCHEMA);
      }
      // JSON is YAML: no further library is needed to read one file of our own.
      this.schema =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The description of a key at the top of a file; empty where there is none. */
  public String of(String key) {
    return description(below(schema, "properties", key));
  }

  /** The description of a key of a group, such as {@code person} or {@code target}. */
  public String of(String group, String key) {
    return description(below(schema, "$defs", group, "properties", key));
  }

  private static Object below(Object node, String... keys) {
    Object found = node;
    for (String key : keys) {
      found = found instanceof Map<?, ?> map && map.get(key) != null ? map.get(key) : Map.of();
    }
    return found;
  }

  private static String description(Object node) {
    return node instanceof Map<?, ?> map && map.get("description") instanceof String text
        ? text
        : "";
  }
}
