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
  private final Messages messages;

  Phrases(Messages messages) {
    this.messages = messages;
  }

  @Override
  public TemplateModel get(String key) {
    return new SimpleScalar(messages.get(key, Map.of()));
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
    return new SimpleScalar(messages.get(key, values));
  }
}
