package org.urgentaction.mail;

import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Memory from which the system sends, lent for one write at a time: as many as write at once, the
 * one used last first, are in the processor's cache, where one for each connection would not be.
 */
final class WriteBuffers {
  /** As much goes out at once as a system's own memory for a connection may hold. */
  private static final int SIZE = 128 * 1024;

  private final Deque<ByteBuffer> free = new ConcurrentLinkedDeque<>();

  /** An empty one, to be given back. */
  ByteBuffer lend() {
    ByteBuffer buffer = free.pollFirst();
    return buffer == null ? ByteBuffer.allocateDirect(SIZE) : buffer.clear();
  }

  void giveBack(ByteBuffer buffer) {
    free.addFirst(buffer);
  }
}
