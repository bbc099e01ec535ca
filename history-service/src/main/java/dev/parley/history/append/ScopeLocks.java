package dev.parley.history.append;

import dev.parley.history.append.AppendFailure.RowsVanished;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Creates and locks what a transaction needs. */
record ScopeLocks(Connection connection, KnownRows known) {

  ConversationLocks.Found lock(Scope scope) throws SQLException {
    ConversationLocks locks = new ConversationLocks(connection);
    Accounts accounts = new Accounts(connection);
    Set<ConversationId> existing = new HashSet<>(scope.inboxes());
    existing.addAll(scope.begun().keySet());
    existing.removeAll(withStrangers(scope, accounts));
    locks.create(known.conversations().unknownAmong(existing));
    ConversationLocks.Found found = locks.lock(scope.locked());
    if (!known.isOf(found.epoch()) || !found.conversations().keySet().containsAll(existing)) {
      throw new RowsVanished();
    }
    List<UserId> unknown = known.accounts().unknownAmong(scope.users().keySet());
    accounts.add(unknown.stream().map(scope.users()::get).toList());
    return found;
  }

  /** Nobody begins a conversation with somebody who does not exist. */
  private List<ConversationId> withStrangers(Scope scope, Accounts accounts) throws SQLException {
    List<ConversationId> unknown =
        known.conversations().unknownAmong(List.copyOf(scope.begun().keySet()));
    Set<UserId> others = new HashSet<>();
    unknown.forEach(direct -> others.add(scope.begun().get(direct)));
    others.removeAll(scope.users().keySet());
    List<UserId> doubtful = known.accounts().unknownAmong(others);
    Set<UserId> strangers = new HashSet<>(doubtful);
    strangers.removeAll(accounts.presentAmong(doubtful));
    return unknown.stream().filter(direct -> strangers.contains(scope.begun().get(direct))).toList();
  }
}
