package org.urgentaction.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers only once nothing more comes, and so knows what was sent without
 * waiting for an answer: one group is one round trip.
 */
public final class PatientServer implements AutoCloseable {
  private static final int SILENCE_MILLIS = 100;

  /** What is made of commands behind a text. */
  private enum Manners {
    GOOD,
    FORGETFUL,
    STRICT
  }

  private final ServerSocket listening;
  private final Manners manners;
  private final List<String> groups = new CopyOnWriteArrayList<>();

  private PatientServer(Manners manners) throws IOException {
    this.manners = manners;
    this.listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    start(this::serve);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "patient smtp");
    thread.setDaemon(true);
    thread.start();
  }

  PatientServer() throws IOException {
    this(Manners.GOOD);
  }

  /** One that throws away what comes behind a text, as none should. */
  static PatientServer forgetful() throws IOException {
    return new PatientServer(Manners.FORGETFUL);
  }

  public SmtpServer address() {
    return SmtpServer.parse("smtp://127.0.0.1:" + listening.getLocalPort());
  }

  /** One that takes a text and hangs up without a word where something comes behind it. */
  public static PatientServer strict() throws IOException {
    return new PatientServer(Manners.STRICT);
  }

  /** The verbs of each group, a text as {@code text}; without EHLO and QUIT. */
  List<String> groups() {
    return List.copyOf(groups);
  }

  private void serve() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        start(() -> receive(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void receive(Socket socket) {
    try (socket) {
      converse(socket);
    } catch (IOException e) {
      // it has gone; another may come
    }
  }

  private void converse(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    say(socket, "220 ready\r\n");
    InputStream in = new BufferedInputStream(socket.getInputStream());
    while (true) {
      List<String> verbs = verbs(group(socket, in));
      if (verbs.isEmpty() || verbs.contains("QUIT")) {
        return;
      }
      if (!verbs.contains("EHLO")) {
        groups.add(String.join(" ", verbs));
      }
      StringBuilder answers = new StringBuilder();
      boolean behind = verbs.contains("text") && verbs.size() > 1;
      if (behind && manners == Manners.STRICT) {
        return;
      }
      for (String verb : behind && manners == Manners.FORGETFUL ? List.of("text") : verbs) {
        answers.append(
            verb.equals("EHLO")
                ? "250-script\r\n250 PIPELINING\r\n"
                : verb.equals("DATA") ? "354 go on\r\n" : "250 ok\r\n");
      }
      say(socket, answers.toString());
    }
  }

  private static List<String> verbs(List<String> lines) {
    int end = lines.indexOf(".");
    List<String> verbs = new ArrayList<>();
    if (end >= 0) {
      verbs.add("text");
    }
    lines.subList(end + 1, lines.size()).forEach(line -> verbs.add(line.split("[ :]", 2)[0]));
    return verbs;
  }

  private static void say(Socket socket, String words) throws IOException {
    socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
  }

  /** Whatever comes until nothing more has come for a while; nothing at the end. */
  private static List<String> group(Socket socket, InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    socket.setSoTimeout(0);
    int next = in.read();
    socket.setSoTimeout(SILENCE_MILLIS);
    try {
      for (; next >= 0; next = in.read()) {
        text.append((char) next);
      }
      return List.of();
    } catch (SocketTimeoutException e) {
      return text.toString().lines().toList();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
