package dev.parley.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits how many of something one address may have at the same time, for all its users, because
 * one person can register many of them. This machine itself is not limited. Thread-safe; never
 * blocks.
 */
public final class AddressLimit {

  private final Map<ClientAddress, Integer> counts = new ConcurrentHashMap<>();
  private final int most;

  public AddressLimit(int most) {
    this.most = most;
  }

  /** Returns false if the address has too many. Otherwise call {@link #leave} once. */
  public boolean enter(ClientAddress address) {
    if (address.isThisMachine()) {
      return true;
    }
    if (counts.merge(address, 1, Integer::sum) <= most) {
      return true;
    }
    leave(address);
    return false;
  }

  public void leave(ClientAddress address) {
    counts.computeIfPresent(address, (any, count) -> count > 1 ? count - 1 : null);
  }

  /** Addresses that have one. */
  int size() {
    return counts.size();
  }
}
