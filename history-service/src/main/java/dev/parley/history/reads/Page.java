package dev.parley.history.reads;

import java.util.List;

/**
 * A part of a list, which was read with one row more than fits.
 *
 * @param hasMore whether that row was there
 */
public record Page<T>(List<T> items, boolean hasMore) {

  public static <T> Page<T> of(List<T> found, int limit) {
    return found.size() > limit
        ? new Page<>(found.subList(0, limit), true)
        : new Page<>(found, false);
  }

  public T last() {
    return items.getLast();
  }
}
