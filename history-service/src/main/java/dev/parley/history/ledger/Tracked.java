package dev.parley.history.ledger;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values by key, and which of them decisions changed. */
public final class Tracked<K, V> {

  private final Map<K, V> values = new HashMap<>();
  private final Set<K> changed = new LinkedHashSet<>();

  /** As the database has it. */
  public void load(K key, V value) {
    values.put(key, value);
  }

  /** Null where there is none. */
  public V get(K key) {
    return values.get(key);
  }

  boolean has(K key) {
    return values.containsKey(key);
  }

  void put(K key, V value) {
    values.put(key, value);
    changed.add(key);
  }

  void remove(K key) {
    values.remove(key);
    changed.add(key);
  }

  /** Keys of values to write. */
  public List<K> written() {
    return changed.stream().filter(values::containsKey).toList();
  }

  /** Keys of values to delete, if they are there. */
  public List<K> removed() {
    return changed.stream().filter(key -> !values.containsKey(key)).toList();
  }
}
