package dev.parley.gateway.connection;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * In which audiences a connection is, and where in them. Two arrays, because there is one for each
 * of very many connections. Belongs to the connection's event loop.
 */
final class Seats {

  private static final Audience[] NONE = {};
  private static final int[] NOWHERE = {};

  private Audience[] audiences = NONE;
  private int[] indexes = NOWHERE;
  private int size;

  /** Returns false if the connection is in this audience already. */
  boolean add(Audience audience, int index) {
    if (find(audience) >= 0) {
      return false;
    }
    if (size == audiences.length) {
      int length = size + 4 + size / 8;
      audiences = Arrays.copyOf(audiences, length);
      indexes = Arrays.copyOf(indexes, length);
    }
    audiences[size] = audience;
    indexes[size++] = index;
    return true;
  }

  /** Returns where in the audience the connection was, or -1. */
  int remove(Audience audience) {
    int seat = find(audience);
    if (seat < 0) {
      return -1;
    }
    int index = indexes[seat];
    size--;
    audiences[seat] = audiences[size];
    indexes[seat] = indexes[size];
    audiences[size] = null;
    return index;
  }

  void move(Audience audience, int index) {
    indexes[find(audience)] = index;
  }

  boolean contains(Audience audience) {
    return find(audience) >= 0;
  }

  /** Newest first: what has just been added is asked for most. */
  private int find(Audience audience) {
    for (int seat = size - 1; seat >= 0; seat--) {
      if (audiences[seat] == audience) {
        return seat;
      }
    }
    return -1;
  }

  void forEach(Consumer<Audience> action) {
    for (Audience audience : Arrays.copyOf(audiences, size)) {
      action.accept(audience);
    }
  }
}
