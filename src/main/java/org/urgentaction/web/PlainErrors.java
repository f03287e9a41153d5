package org.urgentaction.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what is no proper request, before any page is asked for: a few words, and no more. */
final class PlainErrors implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(new HttpField("X-Content-Type-Options", "nosniff"));
    response.getHeaders().put(new HttpField("Content-Security-Policy", "default-src 'none'"));
    String words = "This request cannot be answered (%d).\n".formatted(response.getStatus());
    response.write(true, ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }
}
