package dev.parley.history.append;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Rows that were seen in the database, so that an append need not try to create them. Only a hint:
 * another replica may have reset the data. Forgets the oldest beyond its bound, which costs a
 * needless attempt later.
 */
final class Known<T> {

  private static final int MAX = 100_000;

  private final LinkedHashSet<T> known = new LinkedHashSet<>();

  synchronized List<T> unknownAmong(Collection<T> asked) {
    return asked.stream().filter(one -> !known.contains(one)).toList();
  }

  synchronized void add(Collection<T> seen) {
    known.addAll(seen);
    while (known.size() > MAX) {
      known.removeFirst();
    }
  }

  synchronized void clear() {
    known.clear();
  }
}
