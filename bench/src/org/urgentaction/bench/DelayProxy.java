package org.urgentaction.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** A long way to a port of this machine: every byte arrives some time after it was sent, as many at once as were. */
final class DelayProxy {
  private record Piece(byte[] bytes, int length, long due) {}

  private final ServerSocket door = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
  private final int port;
  private final long nanos;

  /**
   * @param nanos one way
   */
  DelayProxy(int port, long nanos) throws IOException {
    this.port = port;
    this.nanos = nanos;
    start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        join(client, server);
        join(server, client);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void join(Socket from, Socket to) throws IOException {
    to.setTcpNoDelay(true);
    BlockingQueue<Piece> way = new LinkedBlockingQueue<>();
    start(() -> read(from, way));
    start(() -> write(to, way));
  }

  private void read(Socket from, BlockingQueue<Piece> way) {
    try {
      InputStream in = from.getInputStream();
      int length;
      do {
        byte[] bytes = new byte[16 * 1024];
        length = in.read(bytes);
        way.add(new Piece(bytes, length, System.nanoTime() + nanos));
      } while (length >= 0);
    } catch (IOException e) {
      way.add(new Piece(new byte[0], -1, System.nanoTime() + nanos));
    }
  }

  private static void write(Socket to, BlockingQueue<Piece> way) {
    try (to) {
      OutputStream out = to.getOutputStream();
      for (Piece piece = way.take(); piece.length() >= 0; piece = way.take()) {
        for (long wait = wait(piece); wait > 0; wait = wait(piece)) {
          LockSupport.parkNanos(wait);
        }
        out.write(piece.bytes(), 0, piece.length());
      }
    } catch (IOException | InterruptedException e) {
      return; // who reads has gone
    }
  }

  private static long wait(Piece piece) {
    return piece.due() - System.nanoTime();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }
}
