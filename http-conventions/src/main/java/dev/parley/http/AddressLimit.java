package dev.parley.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many of something one address may have at the same time, whoever it stands for: somebody may
 * register many users. What comes from this machine itself is not limited. Thread-safe; never
 * blocks.
 */
public final class AddressLimit {

  private final Map<ClientAddress, Integer> counts = new ConcurrentHashMap<>();
  private final int most;

  public AddressLimit(int most) {
    this.most = most;
  }

  /** False where the address has too many; else it is to {@link #leave} once. */
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
