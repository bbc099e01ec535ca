package dev.parley.client.frame;

import java.util.List;

/** Lists as frames have them: one that is missing is empty. */
final class Lists {

  private Lists() {}

  static <T> List<T> copyOf(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
