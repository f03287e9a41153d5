package org.urgentaction.web;

import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every request: which host it was meant for, who may send a form, how often; and
 * what every answer tells the browser to leave alone.
 */
public final class Guard {
  /**
   * Nothing from anywhere but here, no script and no style in the page itself, in nobody's frame.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** Headers of proxies: who comes with one of them comes from elsewhere. */
  private static final List<String> PASSED_ON =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  /** Where a form may hold a file: its handler asks for the token, see {@link #checkToken}. */
  private static final Pattern UPLOAD = Pattern.compile("/desk/[^/]+/campaign/[^/]+/send");

  private static final String TOKEN = "token";
  private static final String VISIT = "visit";

  private final ServeSettings settings;
  private final FormTokens tokens;
  private final DeskKey deskKey = new DeskKey();
  private final RateLimiter pages;
  private final RateLimiter previews;
  private final RateLimiter files;
  private final RateLimiter actions;

  Guard(ServeSettings settings, Clock clock, LongSupplier nanoTime) {
    this.settings = settings;
    this.tokens = new FormTokens(clock);
    Limits limits = settings.limits();
    this.pages = new RateLimiter(limits.pages(), 60, nanoTime);
    this.previews = new RateLimiter(limits.previews(), 60, nanoTime);
    this.files = new RateLimiter(limits.files(), 60, nanoTime);
    this.actions = new RateLimiter(limits.actions(), 3600, nanoTime);
  }

  /** What goes with every answer, refusals included. */
  void headers(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header(
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
    context.header("Cache-Control", "no-store");
    context.header("Vary", "Accept-Language");
    if (settings.publicAddress() != null) {
      context.header("Strict-Transport-Security", "max-age=31536000");
    }
  }

  /** Lets a request for a page pass. */
  void check(Context context, int port) {
    if (!hosts(origins(context, port)).contains(host(context))) {
      throw new Refusal(Refusal.Kind.WRONG_HOST);
    }
    limit(pages, context);
    if (context.req().getMethod().equals("POST")) {
      checkForm(context, port);
    }
  }

  /** Before a letter is made to be read in the page. */
  void countPreview(Context context) {
    limit(previews, context);
  }

  /** Before a letter is made into a file. */
  void countFile(Context context) {
    limit(files, context);
  }

  /** Before the log is told of an action. */
  void countAction(Context context) {
    limit(actions, context);
  }

  /** For the forms of a page: of the visit that its request belongs to, or of a new one. */
  String token(Context context) {
    return tokens.issue(context.attribute(VISIT));
  }

  /** The visit that a form was sent in: random, and the same as long as pages follow each other. */
  static String visit(Context context) {
    return String.valueOf(context.<String>attribute(VISIT));
  }

  /**
   * A change comes from a page of this server: by what browsers say of it (Sec-Fetch-Site, else
   * Origin), and by the token in the form. Its size is checked before it is read.
   */
  private void checkForm(Context context, int port) {
    String type = String.valueOf(context.req().getContentType()).toLowerCase(Locale.ROOT);
    boolean upload =
        type.startsWith("multipart/form-data;")
            && opensDesk(context)
            && UPLOAD.matcher(context.path()).matches();
    if (!upload && !type.startsWith("application/x-www-form-urlencoded")) {
      throw new Refusal(Refusal.Kind.NOT_A_FORM);
    }
    String site = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    boolean stranger =
        site != null
            ? !site.equals("same-origin")
            // Pages that send no referrer send "null": the token decides.
            : origin != null && !origin.equals("null") && !origins(context, port).contains(origin);
    if (stranger) {
      throw new Refusal(Refusal.Kind.FORGED);
    }
    if (!upload) {
      Map<String, List<String>> form = context.formParamMap();
      checkToken(context, form.getOrDefault(TOKEN, List.of()).stream().findFirst().orElse(null));
    }
  }

  /**
   * The token of a form: of one with a file, to be asked as soon as its first field is read and
   * before anything else is.
   *
   * @throws Refusal where it is none of ours, or too old
   */
  public void checkToken(Context context, @Nullable String token) {
    context.attribute(
        VISIT, tokens.visit(token).orElseThrow(() -> new Refusal(Refusal.Kind.FORGED)));
  }

  /** The path below which the coordinators' pages stand; who knows it may read them. */
  public String deskPath() {
    return deskKey.path();
  }

  /** Whether a request may see the coordinators' pages: with the key, from this very machine. */
  public boolean opensDesk(Context context) {
    return atThisMachine(context) && deskKey.opens(context.path());
  }

  /** Under a name of this machine and not passed on by a proxy, which lets in anybody. */
  private static boolean atThisMachine(Context context) {
    String address = String.valueOf(context.req().getRemoteAddr()).replaceAll("[\\[\\]]", "");
    boolean loopback =
        address.startsWith("127.")
            || address.equals("::1")
            || address.equals("0:0:0:0:0:0:0:1")
            || address.startsWith("::ffff:127.");
    return loopback
        && hosts(ownOrigins(context.req().getLocalPort())).contains(host(context))
        && PASSED_ON.stream().allMatch(name -> context.header(name) == null);
  }

  private static String host(Context context) {
    return String.valueOf(context.req().getHeader("Host")).toLowerCase(Locale.ROOT);
  }

  private void limit(RateLimiter limiter, Context context) {
    int seconds = limiter.secondsToWait(reader(context));
    if (seconds > 0) {
      throw new Refusal(Refusal.Kind.TOO_OFTEN, seconds, null);
    }
  }

  /** Who asks, as far as limits go: the proxy's word for it, the last address that it added. */
  private String reader(Context context) {
    String forwarded = settings.publicAddress() == null ? null : context.header("X-Forwarded-For");
    String address = String.valueOf(context.req().getRemoteAddr());
    if (forwarded != null && forwarded.length() < 500) {
      String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
      address = last.isEmpty() ? address : last;
    }
    return network(address);
  }

  /** One household's addresses in IPv6 are a network of 64 bits. */
  private static String network(String address) {
    String[] parts = address.split(":", -1);
    return parts.length < 5 || address.contains(".")
        ? address
        : String.join(":", List.of(parts).subList(0, 4));
  }

  private static Set<String> hosts(Set<String> origins) {
    Set<String> hosts = new HashSet<>();
    for (String origin : origins) {
      URI uri = URI.create(origin);
      hosts.add(uri.getRawAuthority().toLowerCase(Locale.ROOT));
    }
    return hosts;
  }

  /**
   * The addresses that a page of this server can have been read under: never the coordinators' by
   * the public one.
   */
  private Set<String> origins(Context context, int port) {
    @Nullable URI open = settings.publicAddress();
    String path = context.path();
    boolean desk = path.startsWith("/desk/") || path.startsWith("/assets/");
    if (open != null && !(desk && atThisMachine(context))) {
      return Set.of(open.getScheme() + "://" + open.getRawAuthority());
    }
    return ownOrigins(port);
  }

  private static Set<String> ownOrigins(int port) {
    return Set.of("http://127.0.0.1:" + port, "http://localhost:" + port, "http://[::1]:" + port);
  }
}
