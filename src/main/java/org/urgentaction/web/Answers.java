package org.urgentaction.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;

/** How requests are answered: pages in the reader's language, files, refusals. */
public final class Answers {
  private static final Pattern ACTION = Pattern.compile("/action/[a-z0-9-]+(?=/)");

  private final PageWriter pages;
  private final Guard guard;
  private final @Nullable URI publicAddress;

  Answers(PageWriter pages, Guard guard, @Nullable URI publicAddress) {
    this.pages = pages;
    this.guard = guard;
    this.publicAddress = publicAddress;
  }

  public Visitor visitor(Context context) {
    return Visitor.of(context.queryParam("ui"), context.header("Accept-Language"));
  }

  /** Where anybody reads a page of the site: under the public name where there is one. */
  public String readersAddress(Context context, String path) {
    String known = publicAddress(path);
    return known == null ? new Links(visitor(context)).to(path) : known;
  }

  /** An address of the site as everybody knows it; null where it is this machine's alone. */
  @Nullable String publicAddress(String path) {
    return publicAddress == null ? null : publicAddress.resolve(path).toString();
  }

  /** A campaign, or a refusal where there is none or its file is broken. */
  public Case find(Shelf shelf, String id) {
    try {
      return shelf.find(id);
    } catch (InvalidInputException e) {
      throw new Refusal(shelf.isBroken(id) ? Refusal.Kind.BROKEN : Refusal.Kind.NOT_FOUND, 0, e);
    }
  }

  /** A page with a token for its forms. */
  public void page(Context context, int status, String name, Map<String, ?> model) {
    Map<String, @Nullable Object> all = new HashMap<>(model);
    all.put("token", guard.token(context));
    html(context, status, name, all);
  }

  /** The same address in the language that was chosen, to be asked for after a change (303). */
  public void seeOther(Context context, String path) {
    context.redirect(new Links(visitor(context)).to(path), HttpStatus.SEE_OTHER);
  }

  /** A refusal as a page; it has no forms. */
  void refuse(Context context, Refusal refusal) {
    if (refusal.retryAfter() > 0) {
      context.header("Retry-After", Integer.toString(refusal.retryAfter()));
    }
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("kind", refusal.kind().key());
    model.put("seconds", refusal.retryAfter());
    Matcher action = ACTION.matcher(context.path());
    model.put(
        "back",
        refusal.kind() == Refusal.Kind.CLOSED && action.lookingAt() ? action.group() : null);
    html(context, refusal.kind().status(), "problem", model);
  }

  private void html(Context context, int status, String name, Map<String, ?> model) {
    Visitor visitor = visitor(context);
    String page = pages.page(name, visitor, pathOf(context), model);
    context.status(status);
    context.header("Content-Language", visitor.language().toLanguageTag());
    context.contentType("text/html; charset=utf-8");
    context.result(page.getBytes(StandardCharsets.UTF_8));
  }

  /** Where the page can be asked for again: what was sent to another address belongs to no link. */
  private static String pathOf(Context context) {
    String path = context.path();
    return path.endsWith("/letter") || path.endsWith("/sent")
        ? path.substring(0, path.lastIndexOf('/'))
        : path;
  }

  /** A file to keep, under a name of ours. */
  public void file(Context context, String name, String type, byte[] bytes) {
    context.contentType(type);
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    context.result(bytes);
  }
}
