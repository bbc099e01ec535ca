package dev.parley.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/**
 * Consecutive events that one run of an event loop sends to an audience together. Their frames lie
 * side by side in one buffer, so a connection that gets all of them needs only one write. Belongs
 * to an event loop. {@link #close} releases the buffer after it is written everywhere.
 */
final class Burst implements AutoCloseable {

  private final List<Delivery> deliveries;
  private final ByteBuf bytes;
  private final boolean theSameForAll;

  Burst(List<Delivery> deliveries, ByteBufAllocator allocator) {
    this.deliveries = deliveries;
    this.bytes = allocator.directBuffer(length(deliveries));
    deliveries.forEach(delivery -> bytes.writeBytes(delivery.frame().view()));
    this.theSameForAll = deliveries.stream().allMatch(Delivery::isTheSameForAll);
  }

  private static int length(List<Delivery> deliveries) {
    return deliveries.stream().mapToInt(delivery -> delivery.frame().length()).sum();
  }

  List<Delivery> deliveries() {
    return deliveries;
  }

  /** Whether these bytes are right for this connection. */
  boolean suits(Connection connection) {
    return theSameForAll || connection.speaks(Protocol.V2);
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
