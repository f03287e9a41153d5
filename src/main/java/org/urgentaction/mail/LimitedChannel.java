package org.urgentaction.mail;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A connection on which nothing takes longer than it may: it is closed then. One call of the system
 * for each write and each answer, where a socket's streams need three and copy all once more.
 */
final class LimitedChannel {
  /** One reading or writing. */
  private interface Transfer {
    int run() throws IOException;
  }

  private final SocketChannel channel;
  private final ScheduledExecutorService timer;
  private final WriteBuffers buffers;
  private volatile boolean late;

  /**
   * @param channel one that waits until something can be read or written
   */
  LimitedChannel(SocketChannel channel, ScheduledExecutorService timer, WriteBuffers buffers) {
    this.channel = channel;
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
    ByteBuffer out = buffers.lend();
    try {
      Iterator<byte[]> next = pieces.iterator();
      ByteBuffer piece = ByteBuffer.allocate(0);
      while (piece.hasRemaining() || next.hasNext()) {
        if (!piece.hasRemaining()) {
          piece = ByteBuffer.wrap(next.next());
        }
        int end = piece.limit();
        piece.limit(Math.min(end, piece.position() + out.remaining()));
        out.put(piece);
        piece.limit(end);
        if (!out.hasRemaining()) {
          send(out, millis);
        }
      }
      send(out, millis);
    } finally {
      buffers.giveBack(out);
    }
  }

  private void send(ByteBuffer out, int millis) throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      within(millis, () -> channel.write(out));
    }
    out.clear();
  }

  /**
   * Waits for something to be read.
   *
   * @param millis how long
   * @return how many bytes; -1 at the end
   * @throws SocketTimeoutException if nothing comes
   */
  int read(byte[] bytes, int from, int length, int millis) throws IOException {
    return within(millis, () -> channel.read(ByteBuffer.wrap(bytes, from, length)));
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
      channel.close();
    } catch (IOException e) {
      late = true; // gone all the same
    }
  }
}
