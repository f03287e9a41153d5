package org.urgentaction.web;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where a page or a file is, as a template asks for it by its path on the server. */
record PathMethod(UnaryOperator<String> address) implements TemplateMethodModelEx {
  @Override
  @SuppressWarnings("rawtypes") // FreeMarker's own signature
  public Object exec(List arguments) throws TemplateModelException {
    return new SimpleScalar(address.apply(((TemplateScalarModel) arguments.get(0)).getAsString()));
  }
}
