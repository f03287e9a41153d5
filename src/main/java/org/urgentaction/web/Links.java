package org.urgentaction.web;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.List;

/** Addresses within the site as templates write them: the language that was chosen goes along. */
public record Links(Visitor visitor) implements TemplateMethodModelEx {

  public String to(String path) {
    return visitor.chosen()
        ? path + (path.contains("?") ? "&" : "?") + "ui=" + visitor.language().toLanguageTag()
        : path;
  }

  @Override
  @SuppressWarnings("rawtypes") // FreeMarker's own signature
  public Object exec(List arguments) throws TemplateModelException {
    return new SimpleScalar(to(((TemplateScalarModel) arguments.get(0)).getAsString()));
  }
}
