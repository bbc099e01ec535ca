package dev.parley.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/**
 * Consecutive messages to everybody that one run of an event loop sends together. Their frames lie
 * side by side in one buffer, so a connection that gets all of them needs only one write. Belongs
 * to an event loop. {@link #close} releases the buffer after it is written everywhere.
 */
final class Burst implements AutoCloseable {

  private final List<Delivery> deliveries;
  private final ByteBuf bytes;
  private final boolean ascending;

  Burst(List<Delivery> deliveries, ByteBufAllocator allocator) {
    this.deliveries = deliveries;
    this.bytes = allocator.directBuffer(length(deliveries));
    deliveries.forEach(delivery -> bytes.writeBytes(delivery.frame().view()));
    this.ascending = isAscending(deliveries);
  }

  private static int length(List<Delivery> deliveries) {
    return deliveries.stream().mapToInt(delivery -> delivery.frame().length()).sum();
  }

  private static boolean isAscending(List<Delivery> deliveries) {
    for (int i = 1; i < deliveries.size(); i++) {
      if (deliveries.get(i).seq() <= deliveries.get(i - 1).seq()) {
        return false;
      }
    }
    return true;
  }

  List<Delivery> deliveries() {
    return deliveries;
  }

  /** Whether a connection that lacks the first message lacks them all. */
  boolean isAscending() {
    return ascending;
  }

  long firstSeq() {
    return deliveries.getFirst().seq();
  }

  long lastSeq() {
    return deliveries.getLast().seq();
  }

  int length() {
    return bytes.readableBytes();
  }

  /** For every channel, each of which retains what it does not send at once. */
  ByteBuf bytes() {
    return bytes;
  }

  @Override
  public void close() {
    bytes.release();
  }
}
