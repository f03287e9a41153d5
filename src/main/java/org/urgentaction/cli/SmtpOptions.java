package org.urgentaction.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import picocli.CommandLine.Option;

/** Which server mail is handed to, and where its password comes from: never the command line. */
final class SmtpOptions {
  private static final int PATIENCE_SECONDS = 60;

  @Option(
      names = "--smtp",
      paramLabel = "URL",
      description =
          "The server, such as smtp+starttls://user@host:587 (default: UA_SMTP_URL). Its password"
              + " comes from UA_SMTP_PASSWORD, UA_SMTP_PASSWORD_COMMAND or a question.")
  private @Nullable String url;

  /** The server that was named. */
  SmtpServer server(Workbench bench) {
    String named = url != null ? url : bench.environment("UA_SMTP_URL");
    if (named == null) {
      throw invalid(
          "no mail server is named",
          "give one, such as --smtp smtp+starttls://user@mail.example.org:587");
    }
    return SmtpServer.parse(named);
  }

  /** The password from the environment, from the password command, or typed unseen. */
  @SuppressWarnings("SystemConsoleNull") // asked for at a terminal only
  static char[] password(Workbench bench, SmtpServer server) {
    String password = bench.environment("UA_SMTP_PASSWORD");
    if (password != null) {
      return password.toCharArray();
    }
    String command = bench.environment("UA_SMTP_PASSWORD_COMMAND");
    if (command != null) {
      return fromCommand(command);
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

  /** The first line that a password command writes. */
  static char[] fromCommand(String command) {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readNBytes(64 << 10);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw invalid("the password command failed", "try UA_SMTP_PASSWORD_COMMAND by hand");
      }
      CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(output));
      int end = 0;
      while (end < text.length() && text.get(end) != '\n' && text.get(end) != '\r') {
        end++;
      }
      Arrays.fill(output, (byte) 0);
      return Arrays.copyOf(text.array(), end);
    } catch (IOException e) {
      throw invalid("the password command cannot be run", "look at UA_SMTP_PASSWORD_COMMAND");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw invalid("the password command was interrupted", "run it again");
    }
  }

  private static InvalidInputException invalid(String message, String advice) {
    return new InvalidInputException(Problem.error("--smtp", message).advise(advice));
  }
}
