package dev.parley.chaos.run;

import dev.parley.chaos.client.Account;
import dev.parley.chaos.client.Device;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A room as the users know it. After a lost answer they are wrong for a while.
 *
 * @param owner a device of the user who made it and never leaves
 * @param members including the owner
 * @param leaving whose departure was requested, and who did not come back since
 */
record Room(long id, boolean open, Device owner, Set<Account> members, Set<Account> leaving) {

  static Room of(long id, boolean open, Device owner) {
    Set<Account> members = ConcurrentHashMap.newKeySet();
    members.add(owner.account());
    return new Room(id, open, owner, members, ConcurrentHashMap.newKeySet());
  }

  String conversation() {
    return "room-" + id;
  }
}
