package org.urgentaction.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens, and under which address people reach it.
 *
 * @param bind address of the interface to listen on
 * @param port 0 for any that is free
 * @param orNext whether one of the next twenty ports will do where this one is taken
 * @param publicAddress https address under which a proxy passes readers on; null for this machine
 *     only
 */
public record ServeSettings(
    String bind, int port, boolean orNext, @Nullable URI publicAddress, Limits limits) {

  /** For whoever sits at this machine. */
  public static ServeSettings loopback(int port, boolean orNext) {
    return new ServeSettings("127.0.0.1", port, orNext, null, Limits.atHome());
  }

  /** For anybody, behind a proxy that speaks TLS. */
  public static ServeSettings open(String bind, int port, boolean orNext, URI publicAddress) {
    return new ServeSettings(bind, port, orNext, publicAddress, Limits.inPublic());
  }
}
