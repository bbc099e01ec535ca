package dev.parley.gateway.connection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The connections of one event loop that get a conversation's events live. With many conversations
 * and connections it is this class that needs memory: an entry costs four bytes here and eight in
 * the connection's {@link Seats}. Belongs to its event loop.
 */
public final class Audience {

  private static final Connection[] NOBODY = {};

  private final Shard shard;
  private Connection[] connections = NOBODY;
  private int size;
  private List<Delivery> burst = List.of();

  Audience(Shard shard) {
    this.shard = shard;
  }

  /** From here on the connection gets what is delivered; nothing happens if it does already. */
  void enter(Connection connection) {
    if (connection.seats().add(this, size)) {
      if (size == connections.length) {
        connections = Arrays.copyOf(connections, size + 1 + size / 4);
      }
      connections[size++] = connection;
    }
  }

  /** Returns whether it was here. The last connection takes the place of the one that leaves. */
  boolean leave(Connection connection) {
    int index = connection.seats().remove(this);
    if (index < 0) {
      return false;
    }
    Connection last = connections[--size];
    connections[size] = null;
    if (last != connection) {
      connections[index] = last;
      last.seats().move(this, index);
    }
    return true;
  }

  int size() {
    return size;
  }

  Connection get(int index) {
    return connections[index];
  }

  Shard shard() {
    return shard;
  }

  /**
   * @return whether this is the first delivery of its burst
   */
  boolean gather(Delivery delivery) {
    boolean first = burst.isEmpty();
    if (first) {
      burst = new ArrayList<>();
    }
    burst.add(delivery);
    return first;
  }

  List<Delivery> takeBurst() {
    List<Delivery> due = burst;
    burst = List.of();
    return due;
  }
}
