package org.urgentaction.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.mail.Credentials;
import org.urgentaction.mail.ProviderPreset;
import org.urgentaction.mail.ProviderPresets;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import picocli.CommandLine.Option;

/** Which server mail is handed to, and where its password comes from: never the command line. */
final class SmtpOptions {
  private static final int PATIENCE_SECONDS = 60;

  /** Providers' tokens live for an hour; a new connection late in it asks for a new one. */
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(45);

  private final ProviderPresets presets = ProviderPresets.bundled();

  @Option(
      names = "--smtp",
      paramLabel = "URL",
      description =
          "The server, such as smtp+starttls://user@host:587 or gmail:you@gmail.com (default:"
              + " UA_SMTP_URL). Its password comes from UA_SMTP_PASSWORD,"
              + " UA_SMTP_PASSWORD_COMMAND or a question, a token from UA_SMTP_TOKEN_COMMAND.")
  private @Nullable String url;

  /** The server that was named. */
  SmtpServer server(Workbench bench) {
    String named = url != null ? url : bench.environment("UA_SMTP_URL");
    if (named == null) {
      throw invalid(
          "no mail server is named",
          "give one, such as --smtp smtp+starttls://user@mail.example.org:587");
    }
    SmtpServer server = presets.server(named);
    boolean token =
        bench.environment("UA_SMTP_TOKEN_COMMAND") != null
            && bench.environment("UA_SMTP_PASSWORD") == null;
    return token ? server.signingInWith(SmtpServer.SignIn.XOAUTH2) : server;
  }

  /** The server that was named, or null where none was. */
  @Nullable SmtpServer serverIfNamed(Workbench bench) {
    return url == null && bench.environment("UA_SMTP_URL") == null ? null : server(bench);
  }

  /**
   * The server's password or token for a program that nobody sits before: one that is typed is
   * typed at its start, and only where the server was named there.
   */
  Credentials credentialsAtStart(Workbench bench, SmtpServer server) {
    boolean given =
        Stream.of("UA_SMTP_PASSWORD", "UA_SMTP_PASSWORD_COMMAND", "UA_SMTP_TOKEN_COMMAND")
            .anyMatch(name -> bench.environment(name) != null);
    if (given || server.user() == null) {
      return credentials(bench, server);
    }
    if (url == null) {
      return Credentials.password(
          () -> {
            throw invalid(
                "the server asks for a password",
                "start the program again with UA_SMTP_PASSWORD or UA_SMTP_PASSWORD_COMMAND set");
          });
    }
    char[] typed = password(bench, server);
    return Credentials.password(() -> typed);
  }

  /** What is known of the server's provider, for the rates and what to tell the user. */
  Optional<ProviderPreset> provider(SmtpServer server) {
    return presets.of(server);
  }

  /** The server's password or token, asked for once for all connections. */
  static Credentials credentials(Workbench bench, SmtpServer server) {
    String command = bench.environment("UA_SMTP_TOKEN_COMMAND");
    return server.signIn() == SmtpServer.SignIn.XOAUTH2 && command != null
        ? Credentials.token(
            () -> fromCommand("UA_SMTP_TOKEN_COMMAND", command), bench.clock(), TOKEN_LIFE)
        : server.signIn() == SmtpServer.SignIn.XOAUTH2
            ? Credentials.token(() -> password(bench, server), bench.clock(), TOKEN_LIFE)
            : Credentials.password(() -> password(bench, server));
  }

  /** The password from the environment, from the password command, or typed unseen. */
  @SuppressWarnings("SystemConsoleNull") // asked for at a terminal only
  private static char[] password(Workbench bench, SmtpServer server) {
    String password = bench.environment("UA_SMTP_PASSWORD");
    if (password != null) {
      return password.toCharArray();
    }
    String command = bench.environment("UA_SMTP_PASSWORD_COMMAND");
    if (command != null) {
      return fromCommand("UA_SMTP_PASSWORD_COMMAND", command);
    }
    Console console = System.console();
    char[] typed =
        console == null
            ? null
            : console.readPassword("Password of %s at %s: ", server.user(), server);
    if (typed == null) {
      throw invalid(
          "the server asks for a password",
          "set UA_SMTP_PASSWORD or UA_SMTP_PASSWORD_COMMAND, or run it in a terminal");
    }
    return typed;
  }

  /** The first line that the command of an environment variable writes. */
  static char[] fromCommand(String variable, String command) {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readNBytes(64 << 10);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw invalid("the command in " + variable + " failed", "try it by hand");
      }
      CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(output));
      int end = 0;
      while (end < text.length() && text.get(end) != '\n' && text.get(end) != '\r') {
        end++;
      }
      Arrays.fill(output, (byte) 0);
      return Arrays.copyOf(text.array(), end);
    } catch (IOException e) {
      throw invalid("the command in " + variable + " cannot be run", "try it by hand");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw invalid("the command in " + variable + " was interrupted", "run it again");
    }
  }

  private static InvalidInputException invalid(String message, String advice) {
    return new InvalidInputException(Problem.error("--smtp", message).advise(advice));
  }
}
