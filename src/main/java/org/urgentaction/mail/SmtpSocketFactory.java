package org.urgentaction.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Gives the mail library {@link SmtpSocket}s, on which it puts TLS where TLS is asked for. */
final class SmtpSocketFactory extends SocketFactory implements AutoCloseable {
  private static final String SYSTEM_PROXIES = "java.net.useSystemProxies";

  private final int writeTimeout;
  private final Duration answerWithin;
  private final ScheduledThreadPoolExecutor timer;
  private final WriteBuffers buffers;
  private @Nullable SmtpSocket latest;

  SmtpSocketFactory(SmtpTimeouts timeouts, WriteBuffers buffers) {
    this.buffers = buffers;
    this.writeTimeout = Math.toIntExact(timeouts.write().toMillis());
    this.answerWithin = timeouts.read();
    this.timer =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "ua smtp time limits");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    // Something is always due before a limit is, so that none has to wake the thread.
    long sooner = Math.max(1, writeTimeout / 2);
    ScheduledFuture<?> unused =
        timer.scheduleWithFixedDelay(() -> {}, sooner, sooner, TimeUnit.MILLISECONDS);
  }

  @Override
  public Socket createSocket() {
    try {
      latest = new SmtpSocket(plain(), writeTimeout, answerWithin, timer, buffers);
      return latest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  private Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = createSocket();
    socket.connect(address, writeTimeout);
    return socket;
  }

  /** One that goes through a proxy where the virtual machine was told so: a channel would not. */
  private static Socket plain() throws IOException {
    boolean direct =
        System.getProperty("socksProxyHost") == null && !Boolean.getBoolean(SYSTEM_PROXIES);
    return direct ? SocketChannel.open().socket() : new Socket();
  }

  /**
   * Writes to the latest connection, beneath TLS where it has that.
   *
   * @param text never changed afterwards
   * @throws IOException where there is none, or it is closed
   */
  void write(byte[] text) throws IOException {
    if (latest == null) {
      throw new SocketException("not connected");
    }
    latest.write(text);
  }

  /** From now on the server's answer matters little: two seconds are enough. */
  void hurry() {
    if (latest != null) {
      latest.setSoTimeout(2000);
    }
  }

  /**
   * Ends the connection without a word: whatever was said now would be taken for something else.
   */
  void cut() {
    try {
      if (latest != null) {
        latest.close();
      }
    } catch (IOException e) {
      latest = null; // gone all the same
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
