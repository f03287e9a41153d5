package org.urgentaction.mail;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which nothing takes longer than it may: it is closed then. One call of the system
 * for each write and each answer, where a socket's streams need three and copy all once more.
 */
final class LimitedChannel {
  /** One reading or writing. */
  private interface Transfer {
    int run() throws IOException;
  }

  private final Socket socket;
  private final ScheduledExecutorService timer;
  private final WriteBuffers buffers;
  private @Nullable ReadableByteChannel in;
  private @Nullable WritableByteChannel out;
  private volatile boolean late;

  /**
   * @param socket that waits until something can be read or written
   */
  LimitedChannel(Socket socket, ScheduledExecutorService timer, WriteBuffers buffers) {
    this.socket = socket;
    this.timer = timer;
    this.buffers = buffers;
  }

  /**
   * Sends all of it.
   *
   * @param millis how long the other side may take to make room for more
   * @throws SocketTimeoutException if it takes longer
   */
  void write(List<byte[]> pieces, int millis) throws IOException {
    ByteBuffer buffer = buffers.lend();
    try {
      for (byte[] piece : pieces) {
        for (int at = 0; at < piece.length; ) {
          int length = Math.min(piece.length - at, buffer.remaining());
          buffer.put(piece, at, length);
          at += length;
          if (!buffer.hasRemaining()) {
            send(buffer, millis);
          }
        }
      }
      send(buffer, millis);
    } finally {
      buffers.giveBack(buffer);
    }
  }

  private void send(ByteBuffer buffer, int millis) throws IOException {
    WritableByteChannel to = out();
    buffer.flip();
    while (buffer.hasRemaining()) {
      within(millis, () -> to.write(buffer));
    }
    buffer.clear();
  }

  /**
   * Waits for something to be read.
   *
   * @param millis how long
   * @return how many bytes; -1 at the end
   * @throws SocketTimeoutException if nothing comes
   */
  int read(byte[] bytes, int from, int length, int millis) throws IOException {
    ReadableByteChannel answers = in();
    return within(millis, () -> answers.read(ByteBuffer.wrap(bytes, from, length)));
  }

  private ReadableByteChannel in() throws IOException {
    if (in == null) {
      SocketChannel direct = socket.getChannel();
      in = direct == null ? Channels.newChannel(socket.getInputStream()) : direct;
    }
    return in;
  }

  private WritableByteChannel out() throws IOException {
    if (out == null) {
      SocketChannel direct = socket.getChannel();
      out = direct == null ? Channels.newChannel(socket.getOutputStream()) : direct;
    }
    return out;
  }

  /** What goes wrong is said as a socket says it, which those who explain it know. */
  private int within(int millis, Transfer transfer) throws IOException {
    ScheduledFuture<?> limit = timer.schedule(this::tooLate, millis, TimeUnit.MILLISECONDS);
    try {
      return transfer.run();
    } catch (IOException e) {
      SocketException failed = new SocketException("the connection failed");
      failed.initCause(e);
      throw late ? new SocketTimeoutException("the other side took too long") : failed;
    } finally {
      limit.cancel(false);
    }
  }

  private void tooLate() {
    late = true;
    try {
      socket.close();
    } catch (IOException e) {
      return; // gone all the same
    }
  }
}
