package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A mail server on raw sockets that answers each command as a script says, which no library's does:
 * it drops connections, takes a message and keeps silent about it, or babbles.
 */
public final class ScriptedSmtpServer implements AutoCloseable {
  /** Ends the connection instead of an answer. */
  public static final String DROP = "DROP";

  /** Ends the connection without a farewell (TCP RST) instead of an answer. */
  public static final String RESET = "RESET";

  /** After the final dot: takes the message and ends the connection. */
  public static final String TAKE_AND_DROP = "TAKE AND DROP";

  /** After the final dot: takes the message and says nothing until the server is closed. */
  public static final String TAKE_AND_HOLD = "TAKE AND HOLD";

  /**
   * What came: {@code CONNECT}, a command's verb, {@code TEXT} when the first line of a message has
   * come, or {@code DOT}.
   *
   * @param message how many messages were begun (MAIL) so far, this one included
   */
  public record Event(String verb, String line, int connection, int message) {}

  /** Null stands for the usual answer. */
  public interface Script {
    String answer(Event event);
  }

  private final ServerSocket listening;
  private final Script script;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Gets the text of each message as it is taken, before any answer is given. */
  public final BlockingQueue<String> arrivals = new LinkedBlockingQueue<>();

  private int connections;
  private int messages;

  public ScriptedSmtpServer(Script script) throws IOException {
    this.script = script;
    this.listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    start(this::listen);
  }

  public SmtpServer address() {
    return SmtpServer.parse(url());
  }

  public String url() {
    return "smtp://127.0.0.1:" + listening.getLocalPort();
  }

  /** The messages this server has taken, whether or not it said so. */
  public List<String> taken() {
    return List.copyOf(taken);
  }

  /** Every command line of every connection. */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  /** Forgets what came so far. */
  public void forget() {
    taken.clear();
    commands.clear();
    arrivals.clear();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "scripted smtp");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        sockets.add(socket);
        start(() -> converse(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      int connection;
      synchronized (this) {
        connection = ++connections;
      }
      InputStream in = new BufferedInputStream(socket.getInputStream());
      if (!answer(socket, event("CONNECT", "", connection), "220 ready")) {
        return;
      }
      String line;
      while ((line = line(in)) != null) {
        commands.add(line);
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        if (verb.equals("MAIL")) {
          synchronized (this) {
            messages++;
          }
        }
        Event event = event(verb, line, connection);
        boolean goOn =
            switch (verb) {
              case "EHLO" -> answer(socket, event, "250-script\r\n250 SIZE 10000000");
              case "DATA" -> data(socket, in, event);
              case "QUIT" -> answer(socket, event, "221 bye") && false;
              default -> answer(socket, event, "250 ok");
            };
        if (!goOn) {
          return;
        }
      }
    } catch (IOException e) {
      // the other side has gone: that is what the tests are about
    }
  }

  private static boolean ends(Socket socket, String answer) throws IOException {
    if (RESET.equals(answer)) {
      socket.setSoLinger(true, 0);
    }
    return DROP.equals(answer) || RESET.equals(answer);
  }

  private boolean data(Socket socket, InputStream in, Event event) throws IOException {
    String answer = script.answer(event);
    if (ends(socket, answer)) {
      return false;
    }
    String words = answer == null ? "354 go on" : answer;
    socket.getOutputStream().write((words + "\r\n").getBytes(ISO_8859_1));
    return !words.startsWith("354") || take(socket, in, event.connection());
  }

  private synchronized Event event(String verb, String line, int connection) {
    return new Event(verb, line, connection, messages);
  }

  private boolean answer(Socket socket, Event event, String usual) throws IOException {
    String answer = script.answer(event);
    if (ends(socket, answer)) {
      return false;
    }
    String words = answer == null ? usual : answer;
    socket.getOutputStream().write((words + "\r\n").getBytes(ISO_8859_1));
    return true;
  }

  private boolean take(Socket socket, InputStream in, int connection) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    boolean first = true;
    while (true) {
      String line = line(in);
      if (line == null) {
        return false;
      }
      if (first && ends(socket, script.answer(event("TEXT", line, connection)))) {
        return false;
      }
      first = false;
      if (line.equals(".")) {
        break;
      }
      text.writeBytes(
          ((line.startsWith(".") ? line.substring(1) : line) + "\r\n").getBytes(ISO_8859_1));
    }
    String message = text.toString(ISO_8859_1);
    String answer = script.answer(event("DOT", ".", connection));
    String words = answer == null ? "250 taken" : answer;
    boolean silent = words.equals(TAKE_AND_DROP) || words.equals(TAKE_AND_HOLD);
    if (words.startsWith("2") || silent) {
      taken.add(message);
      arrivals.add(message);
    }
    if (words.equals(TAKE_AND_HOLD)) {
      hold();
    }
    if (silent || ends(socket, words)) {
      return false;
    }
    socket.getOutputStream().write((words + "\r\n").getBytes(ISO_8859_1));
    return true;
  }

  private void hold() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next;
    while ((next = in.read()) != -1) {
      if (next == '\n') {
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      line.write(next);
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listening.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
