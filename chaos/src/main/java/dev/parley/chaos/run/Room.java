package dev.parley.chaos.run;

import dev.parley.chaos.client.Account;
import dev.parley.chaos.client.Device;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A room as the users know it. After a lost answer they are wrong for a while.
 *
 * @param owner a device of the user who made it and never leaves
 * @param members including the owner
 * @param leaving whose departure was requested, and by which request
 */
record Room(
    long id, boolean open, Device owner, Set<Account> members, Map<Account, Integer> leaving) {

  static Room of(long id, boolean open, Device owner) {
    Set<Account> members = ConcurrentHashMap.newKeySet();
    members.add(owner.account());
    return new Room(id, open, owner, members, new ConcurrentHashMap<>());
  }

  void leaves(Account user, int request) {
    leaving.put(user, request);
  }

  /** An arrival that was requested before a departure, and answered after it, undoes nothing. */
  void came(Account user, int request) {
    members.add(user);
    leaving.computeIfPresent(user, (any, departure) -> departure < request ? null : departure);
  }

  boolean isLeaving(Account user) {
    return leaving.containsKey(user);
  }

  String conversation() {
    return "room-" + id;
  }
}
