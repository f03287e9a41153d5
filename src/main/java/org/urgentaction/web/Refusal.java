package org.urgentaction.web;

import org.jspecify.annotations.Nullable;

/** A request that is answered with a page that says why nothing was done, and what to do next. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final int retryAfter;

  /** Why; its phrases stand under its name. */
  public enum Kind {
    NOT_FOUND(404),
    BROKEN(503),
    CLOSED(403),
    FORGED(403),
    TOO_LARGE(413),
    NOT_A_FORM(415),
    WRONG_HOST(421),
    TOO_OFTEN(429),
    INTERNAL(500),
    BUSY(503),
    LOG(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public Refusal(Kind kind) {
    this(kind, 0, null);
  }

  /**
   * @param retryAfter seconds after which to ask again, 0 where that changes nothing
   */
  public Refusal(Kind kind, int retryAfter, @Nullable Throwable cause) {
    super(kind.key(), cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  public int retryAfter() {
    return retryAfter;
  }
}
