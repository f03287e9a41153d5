package org.urgentaction.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the program begins and ends: the one place that touches standard streams and exits. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // Angus Mail's own streams: a third of the time that the JDK's service lookup costs a message.
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    // What the program says is English: its numbers too, whatever the machine's language.
    Locale.setDefault(Locale.ENGLISH);
    int status = new Program(System.getenv(), terminal()).run(arguments);
    System.exit(status);
  }

  @SuppressWarnings("SystemConsoleNull")
  private static Terminal terminal() {
    Console console = System.console();
    Charset charset = console != null ? console.charset() : StandardCharsets.UTF_8;
    return new Terminal(
        new PrintWriter(
            new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), charset), false),
        new PrintWriter(
            new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), charset), true),
        new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in), charset)),
        isInteractive(console),
        width(System.getenv("COLUMNS")));
  }

  /** The launcher knows; without it the console tells, which newer machines always have. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isInteractive(@Nullable Console console) {
    String known = System.getProperty("ua.terminal");
    return known == null ? console != null : known.equals("yes");
  }

  private static int width(@Nullable String columns) {
    return columns != null && columns.matches("\\d{2,3}")
        ? Math.max(40, Math.min(120, Integer.parseInt(columns)))
        : 80;
  }
}
