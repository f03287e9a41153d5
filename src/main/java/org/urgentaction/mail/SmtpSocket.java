package org.urgentaction.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;

/**
 * A socket that sends what was written when an answer is awaited, in as few packets as can be: the
 * mail library flushes small pieces, which delayed acknowledgements turn into pauses of 40 ms. The
 * library's own wrapper passes on all that is not reading or writing.
 */
final class SmtpSocket extends WriteTimeoutSocket {
  /** What is longer goes out at once, before the moment at which it cannot be taken back. */
  private static final int ROOM = 64 * 1024;

  /** In bytes since we last said something: no honest answer is longer. */
  private static final int LONGEST_ANSWER = 1024 * 1024;

  private final LimitedChannel channel;
  private final int writeMillis;
  private final long answerWithin;
  private final Waiting out = new Waiting();
  private final Answers in = new Answers();
  private int readMillis;
  private int answered;
  private long asked = System.nanoTime();

  /**
   * @param writeMillis how long the other side may leave us no room to write
   * @param answerWithin how long a whole answer may take, which a server could stretch for ever by
   *     sending a byte now and then
   */
  SmtpSocket(
      Socket socket,
      int writeMillis,
      Duration answerWithin,
      ScheduledExecutorService timer,
      WriteBuffers buffers)
      throws IOException {
    super(socket, writeMillis, timer);
    this.channel = new LimitedChannel(socket, timer, buffers);
    this.writeMillis = writeMillis;
    this.answerWithin = answerWithin.toNanos();
    this.readMillis = Math.toIntExact(answerWithin.toMillis());
  }

  @Override
  public void connect(SocketAddress remote, int timeout) throws IOException {
    super.connect(remote, timeout);
    asked = System.nanoTime();
    setTcpNoDelay(true);
  }

  @Override
  public synchronized void setSoTimeout(int millis) {
    readMillis = millis == 0 ? Integer.MAX_VALUE : millis;
  }

  @Override
  public synchronized int getSoTimeout() {
    return readMillis;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  /**
   * Writes a text without copying it.
   *
   * @param text never changed afterwards
   */
  void write(byte[] text) throws IOException {
    out.add(text);
  }

  /** Holds what is written until an answer is awaited, or until it is too much. */
  private final class Waiting extends OutputStream {
    private final List<byte[]> pieces = new ArrayList<>();
    private final ByteArrayOutputStream words = new ByteArrayOutputStream();

    @Override
    public void write(int word) throws IOException {
      words.write(word);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      words.write(bytes, from, length);
      if (words.size() > ROOM) {
        send();
      }
    }

    void add(byte[] text) throws IOException {
      gather();
      pieces.add(text);
      if (text.length > ROOM) {
        send();
      }
    }

    private void gather() {
      if (words.size() > 0) {
        pieces.add(words.toByteArray());
        words.reset();
      }
    }

    void send() throws IOException {
      gather();
      if (!pieces.isEmpty()) {
        answered = 0;
        channel.write(pieces, writeMillis);
        pieces.clear();
        asked = System.nanoTime();
      }
    }

    @Override
    public void close() throws IOException {
      SmtpSocket.this.close();
    }
  }

  private final class Answers extends InputStream {
    private final byte[] one = new byte[1];

    @Override
    public int read() throws IOException {
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      out.send();
      int read = channel.read(bytes, from, length, readMillis);
      answered += Math.max(0, read);
      if (answered > LONGEST_ANSWER || System.nanoTime() - asked > answerWithin) {
        throw new IOException("the server's answer does not end");
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      SmtpSocket.this.close();
    }
  }
}
