package org.urgentaction.letter;

import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * FreeMarker, locked down for templates that come from other people: no access to classes, an
 * object wrapper for plain maps, lists and texts only, loading only below the template folders,
 * everything escaped as HTML, strict about what is missing, and a limit on what comes out.
 */
public final class Templates {
  private final TemplateFolder folder;
  private final Configuration configuration;
  private final Map<Locale, Optional<Messages>> messages = new ConcurrentHashMap<>();
  private final Map<String, Optional<Messages>> phrases = new ConcurrentHashMap<>();
  private final Map<Locale, Optional<Messages>> alertMessages = new ConcurrentHashMap<>();

  public Templates(TemplateFolder folder) {
    this.folder = folder;
    configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(folder.loader());
    configuration.setDefaultEncoding("UTF-8");
    configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setLocalizedLookup(true);
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
  }

  /** The messages of a language, or empty where there are none. */
  Optional<Messages> messages(Locale language) {
    return messages.computeIfAbsent(language, tag -> folder.messages("messages", tag));
  }

  /**
   * A language's phrases of another kind, or empty where it has none.
   *
   * @param bundle how their files' names begin, such as {@code web/page}
   */
  public Optional<Messages> phrases(String bundle, Locale language) {
    return phrases.computeIfAbsent(
        bundle + " " + language.toLanguageTag(), key -> folder.messages(bundle, language));
  }

  /** What mail to supporters says around a case, or empty where there are no such phrases. */
  Optional<Messages> alertMessages(Locale language) {
    return alertMessages.computeIfAbsent(language, tag -> folder.messages("alert", tag));
  }

  /** A template's name as its author knows it. */
  String shown(String name) {
    return folder.shown(name);
  }

  /** What the text for authorities says around its numbers, or empty as {@link #messages}. */
  Optional<Messages> authoritiesMessages(Locale language) {
    return folder.messages("authorities", language);
  }

  /** What a bulletin says around its campaign, or empty as {@link #messages}. */
  Optional<Messages> bulletinMessages(Locale language) {
    return folder.messages("bulletin", language);
  }

  /**
   * What a template makes of a model.
   *
   * @param name such as letter.ftlh; FreeMarker looks for letter_fr_CA.ftlh, letter_fr.ftlh before
   * @throws InvalidInputException with template, line and column
   */
  public String render(String name, Locale language, Map<String, ?> model) {
    try {
      Template template = configuration.getTemplate(name, language);
      LimitedWriter out = new LimitedWriter();
      template.process(model, out);
      return out.toString();
    } catch (ParseException e) {
      throw invalid(
          e.getTemplateName(), e.getLineNumber(), e.getColumnNumber(), e.getEditorMessage());
    } catch (TemplateNotFoundException | MalformedTemplateNameException e) {
      throw invalid(name, 0, 0, "there is no such template");
    } catch (TemplateException e) {
      throw invalid(
          Optional.ofNullable(e.getTemplateSourceName()).orElse(name),
          Optional.ofNullable(e.getLineNumber()).orElse(0),
          Optional.ofNullable(e.getColumnNumber()).orElse(0),
          e.getMessageWithoutStackTop());
    } catch (IOException e) {
      throw invalid(name, 0, 0, "the template cannot be used: " + e.getMessage());
    }
  }

  /** FreeMarker explains over several lines; the first says what is wrong. */
  private InvalidInputException invalid(String name, int line, int column, String message) {
    String first = message.lines().filter(text -> !text.isBlank()).findFirst().orElse(message);
    return new InvalidInputException(
        Problem.error(folder.shown(name), line, column, first.strip())
            .advise("see docs/templates.md for what a template may use"));
  }
}
