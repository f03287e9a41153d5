package org.urgentaction.web;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.urgentaction.letter.Messages;

/**
 * A page's phrases as its template asks for them: {@code msg["home.title"]}, or with arguments
 * {@code msg("days.left", {"n": 3})}.
 */
final class Phrases implements TemplateHashModel, TemplateMethodModelEx {
  private final List<Messages> messages;

  /**
   * @param messages looked through in their order; the last of them says that a phrase is missing
   */
  Phrases(List<Messages> messages) {
    this.messages = List.copyOf(messages);
  }

  @Override
  public TemplateModel get(String key) {
    return new SimpleScalar(phrase(key, Map.of()));
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  @SuppressWarnings("rawtypes") // FreeMarker's own signature
  public Object exec(List arguments) throws TemplateModelException {
    String key = ((TemplateScalarModel) arguments.get(0)).getAsString();
    Map<String, Object> values = new HashMap<>();
    if (arguments.size() > 1) {
      TemplateHashModelEx given = (TemplateHashModelEx) arguments.get(1);
      for (TemplateModelIterator names = given.keys().iterator(); names.hasNext(); ) {
        String name = ((TemplateScalarModel) names.next()).getAsString();
        TemplateModel value = given.get(name);
        values.put(
            name,
            value instanceof TemplateNumberModel number
                ? number.getAsNumber()
                : ((TemplateScalarModel) value).getAsString());
      }
    }
    return new SimpleScalar(phrase(key, values));
  }

  private String phrase(String key, Map<String, Object> values) {
    for (Messages each : messages) {
      if (each.has(key)) {
        return each.get(key, values);
      }
    }
    return messages.get(messages.size() - 1).get(key, values);
  }
}
