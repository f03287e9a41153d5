package org.urgentaction.mail;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;
import org.jspecify.annotations.Nullable;

/**
 * A socket that sends what was written when an answer is awaited, in as few packets as can be: the
 * mail library flushes small pieces, which delayed acknowledgements turn into pauses of 40 ms.
 */
final class SmtpSocket extends WriteTimeoutSocket {
  private static final int BUFFER = 64 * 1024;

  /** In bytes since we last said something: no honest answer is longer. */
  private static final int LONGEST_ANSWER = 1024 * 1024;

  private @Nullable Waiting out;
  private @Nullable InputStream in;
  private final long answerWithin;
  private int answered;
  private long asked = System.nanoTime();

  /**
   * @param answerWithin how long a whole answer may take, which a server could stretch for ever by
   *     sending a byte now and then
   */
  SmtpSocket(int writeTimeoutMillis, Duration answerWithin, ScheduledExecutorService timer)
      throws IOException {
    super(new Socket(), writeTimeoutMillis, timer);
    this.answerWithin = answerWithin.toNanos();
  }

  @Override
  public void connect(SocketAddress remote, int timeout) throws IOException {
    super.connect(remote, timeout);
    asked = System.nanoTime();
    setTcpNoDelay(true);
  }

  @Override
  public synchronized OutputStream getOutputStream() throws IOException {
    return waiting();
  }

  private synchronized Waiting waiting() throws IOException {
    if (out == null) {
      out = new Waiting(super.getOutputStream());
    }
    return out;
  }

  @Override
  public synchronized InputStream getInputStream() throws IOException {
    if (in == null) {
      in = new Answers(super.getInputStream());
    }
    return in;
  }

  /** Holds what is written until {@link #send()}, or until it is full. */
  private final class Waiting extends BufferedOutputStream {
    Waiting(OutputStream out) {
      super(out, BUFFER);
    }

    @Override
    public void flush() {
      // not yet: see send()
    }

    void send() throws IOException {
      if (count > 0) {
        answered = 0;
        super.flush();
        asked = System.nanoTime();
      }
    }

    @Override
    public void close() throws IOException {
      SmtpSocket.this.close();
    }
  }

  private final class Answers extends FilterInputStream {
    Answers(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      waiting().send();
      int read = super.read();
      count(1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      waiting().send();
      int read = super.read(bytes, from, length);
      count(read);
      return read;
    }

    private void count(int read) throws IOException {
      answered += Math.max(0, read);
      if (answered > LONGEST_ANSWER || System.nanoTime() - asked > answerWithin) {
        throw new IOException("the server's answer does not end");
      }
    }
  }
}
