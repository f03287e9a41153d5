package org.urgentaction.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The secret of one account, asked for once for all connections. A token is asked for again when it
 * has grown old or a server has refused it; a password never is. For several threads.
 */
public final class Credentials implements AutoCloseable {
  private final Supplier<char[]> source;
  private final InstantSource clock;
  private final @Nullable Duration fresh;
  private char @Nullable [] secret;
  private @Nullable Instant since;

  private Credentials(Supplier<char[]> source, InstantSource clock, @Nullable Duration fresh) {
    this.source = source;
    this.clock = clock;
    this.fresh = fresh;
  }

  /** A password. */
  public static Credentials password(Supplier<char[]> source) {
    return new Credentials(source, InstantSource.fixed(Instant.EPOCH), null);
  }

  /**
   * An OAuth 2 access token (RFC 6749 section 1.4), which lives for minutes.
   *
   * @param fresh after how long a new connection asks for a new one
   */
  public static Credentials token(Supplier<char[]> source, InstantSource clock, Duration fresh) {
    return new Credentials(source, clock, fresh);
  }

  /** What to sign in with now. */
  synchronized char[] get() {
    if (secret == null || isOld()) {
      forget();
      secret = source.get().clone();
      since = clock.instant();
    }
    return secret.clone();
  }

  private boolean isOld() {
    return fresh != null && since != null && !clock.instant().isBefore(since.plus(fresh));
  }

  /**
   * Told of a refusal: whether it is worth trying again, with a secret that is another by then.
   *
   * @param refused what was refused; another connection may have asked for a new one already
   */
  synchronized boolean renew(char[] refused) {
    if (fresh == null) {
      return false;
    }
    if (secret != null && Arrays.equals(secret, refused)) {
      forget();
    }
    return !Arrays.equals(get(), refused);
  }

  private void forget() {
    if (secret != null) {
      Arrays.fill(secret, '\0');
      secret = null;
    }
  }

  @Override
  public synchronized void close() {
    forget();
  }
}
